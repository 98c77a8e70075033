import { readLabel } from './labels.ts'
import { labelRole } from './roles.ts'
import type { Removal, Span } from './source.ts'
import { evenWidth } from '../width.ts'

/*
 * Lines that end in mid sentence: text copied from a page is cut where the page ended, not where the sentence did.
 * The break is taken out, so that a name cut in two is whole again.
 */

const ENDS_SENTENCE = /[。；：！？!?;）〕”》.|│]$/

const TABULAR = /[|｜│┌├└─\t]|[ \u3000]{2}/

// How full a line must be to have been cut by the page; letters and digits make lines uneven.
const NEARLY = 0.84

interface Line extends Span {
  readonly even: string
  /** In full-width characters; half-width ones count half. */
  readonly width: number
  readonly indented: boolean
  /** Cells parted by bars, tabs or wide blanks: a row of a table. */
  readonly tabular: boolean
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const words of text.split('\n')) {
    const even = evenWidth(words).trim()
    const bare = words.trim()
    const width = bare.length - (bare.match(/[\0-\u1fff]/g)?.length ?? 0) / 2
    lines.push({
      start,
      end: start + words.length,
      even,
      width,
      indented: /^(?:\u3000|\t| {2,})/.test(words),
      tabular: TABULAR.test(words.trim()),
    })
    start += words.length + 1
  }
  return lines
}

const FRAMED_LABEL = /^〔([\u4e00-\u9fff]{2,8})〕(?=.)/

/** 牵头单位：…, 【牵头单位】… at the start of a line. */
export function startsWithLabel(even: string): boolean {
  const framed = FRAMED_LABEL.exec(even)?.[1]
  if (framed !== undefined && labelRole(framed) !== null) return true
  const label = /^[（〔 ]*([\u4e00-\u9fff][^：，。；-]{1,15})(?:：|--+(?=[\u4e00-\u9fff\d]))/.exec(even)?.[1]
  return label !== undefined && labelRole(label) !== null
}

const isOpen = (line: Line) => line.even !== '' && !ENDS_SENTENCE.test(line.even)

/** The width at which a page was cut, where many lines of about one width end in mid sentence; null otherwise. */
function pageWidth(lines: readonly Line[]): number | null {
  const open = lines.filter((line, at) => isOpen(line) && line.width >= 16 && (lines[at + 1]?.even ?? '') !== '')
  const widest = Math.max(0, ...open.map(({ width }) => width))
  const full = open.filter(({ width }) => width >= widest * NEARLY)
  return full.length >= 4 && full.length >= open.length * 0.6 && widest <= 60 ? widest : null
}

function goesOn(line: Line, next: Line, width: number | null): boolean {
  if (line.even === '' || next.even === '' || next.indented) return false
  if (/^\d{1,3} /.test(next.even) || readLabel(next.even) || startsWithLabel(next.even) || line.tabular || next.tabular)
    return false
  const lastClause = line.even.slice(Math.max(line.even.lastIndexOf('。'), line.even.lastIndexOf('；')) + 1)
  // 责任单位：区发改局、 ⏎ 各镇（街道）
  if (startsWithLabel(lastClause)) return /[、，]$/.test(line.even) || (width !== null && line.width >= width * NEARLY)
  if (ENDS_SENTENCE.test(line.even)) return false
  if (width !== null) return line.width >= width * NEARLY
  return line.even.length >= 28 && (/[，。；、]/.test(line.even) || next.even.length < 12)
}

/** The breaks to take out of a text, in order: each span is a line break with the blanks around it. */
export function falseBreaks(text: string): Span[] {
  const lines = linesOf(text)
  const width = pageWidth(lines)
  const breaks: Span[] = []
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (!next || !goesOn(line, next, width)) continue
    const blanks = /\s*$/.exec(text.slice(line.start, line.end))?.[0].length ?? 0
    const indent = /^\s*/.exec(text.slice(next.start, next.end))?.[0].length ?? 0
    breaks.push({ start: line.end - blanks, end: next.start + indent })
  }
  return breaks
}

/** Takes breaks out of a repaired text and keeps the list of what is missing against the received one. */
export function withoutBreaks(
  text: string,
  removals: readonly Removal[],
  breaks: readonly Span[],
): { text: string; removals: Removal[] } {
  const pieces: string[] = []
  const all: Removal[] = []
  let from = 0
  let taken = 0
  let missing = 0
  let next = 0
  const moveUpTo = (limit: number) => {
    for (; next < removals.length && (removals[next]?.at ?? 0) <= limit; next++) {
      const removal = removals[next]
      if (!removal) break
      missing += removal.receivedEnd - removal.receivedStart
      all.push({ ...removal, at: removal.at - taken })
    }
  }
  for (const span of breaks) {
    moveUpTo(span.start)
    pieces.push(text.slice(from, span.start))
    const receivedStart = span.start + missing
    all.push({
      at: span.start - taken,
      receivedStart,
      receivedEnd: receivedStart + (span.end - span.start),
      kind: 'lineBreak',
    })
    taken += span.end - span.start
    from = span.end
  }
  moveUpTo(Infinity)
  pieces.push(text.slice(from))
  return { text: pieces.join(''), removals: all }
}
