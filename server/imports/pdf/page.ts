/** Words placed on a page, in points from its upper left corner; `bottom` is the line they stand on. */
export interface Placed {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** The height of the letters. */
  readonly size: number
}

/** A straight line drawn on a page, level or upright. */
export interface Rule {
  readonly way: 'level' | 'upright'
  /** Its distance from the top (level) or from the left (upright). */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page shows: its words and the lines drawn on it. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly words: readonly Placed[]
  readonly rules: readonly Rule[]
}

/** Words that stand on one line of a page, from left to right. */
export interface Line extends Placed {
  /** Parts with wide gaps between them. */
  readonly parts: readonly Placed[]
}

const WIDE = 1.6
const isWide = (left: Placed, right: Placed) => right.left - left.right > WIDE * Math.max(left.size, right.size)

const GAP_BETWEEN_WORDS = 0.22
const NARROW = /[\u0021-\u024f]$/
const NARROW_NEXT = /^[\u0021-\u024f]/

function joined(left: Placed, right: Placed): Placed {
  const gap = right.left - left.right
  const blank = gap > GAP_BETWEEN_WORDS * left.size && NARROW.test(left.text) && NARROW_NEXT.test(right.text) ? ' ' : ''
  return {
    text: left.text + blank + right.text,
    left: left.left,
    right: Math.max(left.right, right.right),
    bottom: left.bottom,
    size: Math.max(left.size, right.size),
  }
}

/** Letters drawn twice to look bold. */
const isTwin = (a: Placed, b: Placed) =>
  a.text === b.text && Math.abs(a.left - b.left) < a.size * 0.15 && Math.abs(a.bottom - b.bottom) < a.size * 0.15

/** Words → lines from top to bottom. */
export function linesOf(words: readonly Placed[]): Line[] {
  const rows: Placed[][] = []
  for (const word of [...words].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const row = rows.findLast(([first]) => first !== undefined && sharesLine(first, word))
    if (row) row.push(word)
    else rows.push([word])
  }
  return rows.map(lineOf)
}

const sharesLine = (a: Placed, b: Placed) => Math.abs(a.bottom - b.bottom) < Math.max(a.size, b.size) * 0.45

function lineOf(row: readonly Placed[]): Line {
  const parts: Placed[] = []
  const placed: Placed[] = []
  for (const word of [...row].sort((a, b) => a.left - b.left)) {
    if (placed.slice(-4).some((one) => isTwin(one, word))) continue
    placed.push(word)
    const last = parts.at(-1)
    if (last && !isWide(last, word)) parts[parts.length - 1] = joined(last, word)
    else parts.push(word)
  }
  return {
    text: parts.map(({ text }) => text).join('  '),
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    bottom: parts[0]?.bottom ?? 0,
    size: Math.max(...parts.map(({ size }) => size)),
    parts,
  }
}

/** The middle one of numbers; 0 of none. */
export function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
