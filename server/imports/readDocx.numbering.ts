import { walkXml } from './xml.ts'

interface Level {
  start: number
  format: string
  /** The pattern: %1、 or （%2）. */
  text: string
  /** The level, from 1, that makes this one begin anew; 0 for none, null for any above it. */
  restart: number | null
  /** All counters in plain figures: 1.2 beneath 一. */
  plain: boolean
}

type Levels = Map<number, Level>

export interface Numbering {
  /** The label of the next paragraph of a list, its counters moved on; '' for bullets without a sign and for none. */
  readonly next: (numId: string, level: number) => string
}

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function chinese(value: number): string {
  if (value < 10) return HAN[value] ?? ''
  if (value < 20) return `十${value % 10 === 0 ? '' : (HAN[value % 10] ?? '')}`
  if (value < 100) return `${HAN[Math.floor(value / 10)] ?? ''}十${value % 10 === 0 ? '' : (HAN[value % 10] ?? '')}`
  return String(value)
}

function roman(value: number): string {
  const signs: readonly [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let written = ''
  for (const [worth, sign] of signs) {
    for (; rest >= worth; rest -= worth) written += sign
  }
  return written
}

const letter = (value: number) => String.fromCharCode(65 + ((value - 1) % 26))
const circled = (value: number) => (value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value))

/** A counter in the list's own style: 三, 3, ③, C, III. */
function writeNumber(value: number, format: string): string {
  if (/chinese|japanese|taiwanese|ideographDigital|korean/i.test(format)) {
    return /Legal/i.test(format) ? (Array.from('零壹贰叁肆伍陆柒捌玖拾')[value] ?? String(value)) : chinese(value)
  }
  if (/Circle/i.test(format)) return circled(value)
  if (/ideographTraditional|ideographZodiac/i.test(format)) return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value)
  if (format === 'lowerLetter') return letter(value).toLowerCase()
  if (format === 'upperLetter') return letter(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'upperRoman') return roman(value)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return String(value)
}

interface Parsed {
  readonly abstracts: Map<string, Levels>
  readonly links: Map<string, Link>
}

interface Link {
  abstract: string
  /** Where a list begins anew, level by level. */
  readonly starts: Map<number, number>
  /** Levels that this list writes in its own way. */
  readonly own: Levels
}

function parse(xml: string): Parsed {
  const abstracts: Parsed['abstracts'] = new Map()
  const links: Parsed['links'] = new Map()
  const defined = new Map<string, string>()
  const borrowed = new Map<string, string>()
  let abstract = ''
  let levels: Levels | null = null
  let level: Level | null = null
  let link: Link | null = null
  let overridden = 0
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes['val'] ?? ''
      if (name === 'abstractNum')
        abstracts.set((abstract = attributes['abstractNumId'] ?? ''), (levels = new Map<number, Level>()))
      else if (name === 'styleLink') defined.set(value, abstract)
      else if (name === 'numStyleLink') borrowed.set(abstract, value)
      else if (name === 'num')
        links.set(attributes['numId'] ?? '', (link = { abstract: '', starts: new Map(), own: new Map() }))
      else if (name === 'abstractNumId' && link) link.abstract = value
      else if (name === 'lvlOverride') overridden = Number(attributes['ilvl'] ?? 0)
      else if (name === 'startOverride' && link) link.starts.set(overridden, Number(value))
      else if (name === 'lvl' && (levels ?? link?.own))
        (levels ?? link?.own)?.set(
          Number(attributes['ilvl'] ?? 0),
          (level = { start: 1, format: 'decimal', text: '', restart: null, plain: false }),
        )
      else if (level && name === 'start') level.start = Number(value)
      else if (level && name === 'numFmt') level.format = value
      else if (level && name === 'lvlText') level.text = value
      else if (level && name === 'lvlRestart') level.restart = Number(value)
      else if (level && name === 'isLgl') level.plain = value !== '0' && value !== 'false'
    },
    close: (name) => {
      if (name === 'abstractNum') levels = null
      else if (name === 'num') link = null
      else if (name === 'lvl') level = null
    },
  })
  // A list may say its levels by the name of a style that another one defines.
  for (const [of, style] of borrowed) {
    const lent = abstracts.get(defined.get(style) ?? '')
    if (lent) abstracts.set(of, lent)
  }
  return { abstracts, links }
}

/** Reads numbering.xml: Word keeps 一、 and （一） there, not in the paragraphs. */
export function readNumbering(xml: string | null): Numbering {
  const { abstracts, links }: Parsed = xml === null ? { abstracts: new Map(), links: new Map() } : parse(xml)
  const counters = new Map<string, (number | undefined)[]>()
  const restarted = new Set<string>()
  return {
    next: (numId, at) => {
      const link = links.get(numId)
      const shared = link ? abstracts.get(link.abstract) : undefined
      if (!link || !shared) return ''
      const levels = link.own.size === 0 ? shared : new Map([...shared, ...link.own])
      const level = levels.get(at)
      if (!level) return ''
      const counts = counters.get(link.abstract) ?? []
      counters.set(link.abstract, counts)
      const restart = link.starts.get(at)
      if (restart !== undefined && !restarted.has(`${numId}/${at}`)) {
        restarted.add(`${numId}/${at}`)
        counts[at] = restart
      } else counts[at] = (counts[at] ?? level.start - 1) + 1
      for (let below = at + 1; below < counts.length; below++) {
        const restart = levels.get(below)?.restart ?? null
        if (restart === null || at < restart) counts[below] = undefined
      }
      if (level.format === 'none') return level.text.replace(/%\d/g, '')
      if (level.format === 'bullet') return /[\u4e00-\u9fff△▲●■◆○□☆★]/.test(level.text) ? level.text : '●'
      return level.text.replace(/%(\d)/g, (_, digit: string) => {
        const of = Number(digit) - 1
        const owner = levels.get(of)
        return writeNumber(counts[of] ?? owner?.start ?? 1, level.plain ? 'decimal' : (owner?.format ?? 'decimal'))
      })
    },
  }
}
