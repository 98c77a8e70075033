import { SaxesParser } from 'saxes'
import { Refusal } from '#domain/refusal.ts'

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlEvents {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const DEEPEST = 400

/** Names without their prefix: w:tc → tc. Attributes too: w:val → val. */
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Walks an XML text. Throws `file_broken` where it is not well formed or nested beyond reason. */
export function walkXml(xml: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', () => {
    throw new Refusal('file_broken')
  })
  // A document type can define entities that grow without end; Office never writes one.
  parser.on('doctype', () => {
    throw new Refusal('file_broken')
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new Refusal('file_broken')
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value
    events.open?.(local(tag.name), attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    events.close?.(local(tag.name))
  })
  if (events.text) parser.on('text', events.text)
  parser.write(xml).close()
}
