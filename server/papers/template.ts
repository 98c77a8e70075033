import { createHash } from 'node:crypto'
import { LoopPlugin, type Tag as FoundTag, TagDisposition, TemplateHandler, TextPlugin } from 'easy-template-x'
import type { MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import { checkTags, type Tag } from '#domain/papers/placeholders.ts'
import type { TemplateData } from '#domain/papers/templateData.ts'
import { Refusal } from '#domain/refusal.ts'
import { printable } from '../exports/printable.ts'
import { walkXml } from '../imports/xml.ts'
import { openZip, type ZipFile } from '../imports/zip.ts'

/** This file alone knows the library that fills templates. What it is given was inspected here first. */
const handler = new TemplateHandler({
  // Words and loops only: no pictures, links or raw XML may come in through what people typed.
  plugins: [new LoopPlugin(), new TextPlugin()],
  delimiters: { tagStart: '{{', tagEnd: '}}' },
  maxXmlDepth: 60,
})

const MEGABYTE = 1024 * 1024
/** Largest template, as a file and unpacked. */
export const MOST_BYTES = 2 * MEGABYTE
const MOST_UNPACKED = 40 * MEGABYTE

/** A template that can be filled: its digest, once everything about it was found in order. */
export type CheckedTemplate = { digest: string }

/**
 * Looks a template over before it is kept. Refuses template_not_docx, template_too_large, template_active, what the zip
 * reader refuses, and what `checkTags` finds wrong with its placeholders.
 */
export async function checkTemplate(bytes: Uint8Array, kind: MeetingPaperKind): Promise<CheckedTemplate> {
  inspect(bytes)
  checkTags(kind, await tagsOf(bytes))
  return { digest: createHash('sha256').update(bytes).digest('hex') }
}

/** A template filled with a paper's words. Lists stay lists; signs that no document can hold are left out. */
export async function fillTemplate(bytes: Uint8Array, data: TemplateData): Promise<Uint8Array> {
  return new Uint8Array(await handler.process(Buffer.from(bytes), printableData(data)))
}

function printableData(data: TemplateData): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? printable(value) : value.map(printableData),
    ]),
  )
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function inspect(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) {
    const megabytes = (count: number) => Math.ceil(count / MEGABYTE)
    throw new Refusal('template_too_large', { size: megabytes(bytes.length), limit: megabytes(MOST_BYTES) })
  }
  if (!isZip(bytes)) throw new Refusal('template_not_docx')
  const zip = openZip(bytes)
  const names = [...zip.names]
  if (!zip.names.has('word/document.xml')) throw new Refusal('template_not_docx')
  const active = names.find((name) => ACTIVE.test(name))
  if (active !== undefined) throw new Refusal('template_active', { part: active })
  inspectParts(zip, names)
}

/** Parts that can do something by themselves. */
const ACTIVE = /vbaProject|vbaData|\/activeX\/|\/embeddings\/|\/attachedToolbars|\.(?:bin|exe|dll|js|vbs)$/i
/** Every part is unpacked once within bounds, so that what opens the file after this meets no surprise. */
function inspectParts(zip: ZipFile, names: readonly string[]): void {
  let unpacked = 0
  for (const name of names) {
    const text = zip.text(name) ?? ''
    unpacked += text.length
    if (unpacked > MOST_UNPACKED) throw new Refusal('file_zip_bomb')
    if (name.endsWith('.xml') || name.endsWith('.rels')) inspectXml(name, text)
  }
}

/** Well formed, without entities of its own, and leading nowhere but where a reader clicks on a link. */
function inspectXml(name: string, text: string): void {
  walkXml(text, {
    open: (_, { TargetMode = '', Type = '', ContentType = '' }) => {
      const isOutside = TargetMode === 'External' && !Type.endsWith('/hyperlink')
      if (isOutside || ContentType.includes('macroEnabled')) throw new Refusal('template_active', { part: name })
    },
  })
}

async function tagsOf(bytes: Uint8Array): Promise<Tag[]> {
  try {
    return (await handler.parseTags(Buffer.from(bytes))).map(viewTag)
  } catch (error) {
    throw refusalOf(error)
  }
}

const KINDS: Record<TagDisposition, Tag['kind']> = {
  [TagDisposition.Open]: 'open',
  [TagDisposition.Close]: 'close',
  [TagDisposition.SelfClosed]: 'value',
}
const viewTag = ({ name, disposition }: FoundTag): Tag => ({ name: name.trim(), kind: KINDS[disposition] })

/** What the library says of a file it cannot read, in our own words. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return new Refusal('file_broken')
  const near = NEAR.map((field) => (error as unknown as Record<string, unknown>)[field]).find(
    (text) => typeof text === 'string',
  )
  return typeof near === 'string'
    ? new Refusal('template_broken', { near: near.slice(0, 60) })
    : new Refusal('file_broken')
}
/** Where its syntax errors keep what they found. */
const NEAR = ['openDelimiterText', 'closeDelimiterText', 'tagRawText']
