import { readLabel } from './labels.ts'
import { repairText, type ToSimplified } from './repair.ts'
import type { ReceivedText, Removal, SourceLine, SourceText } from './source.ts'
import { falseBreaks, withoutBreaks } from './unwrap.ts'
import { evenWidth } from '../width.ts'

const isBlank = (char: string | undefined) => char !== undefined && /[\s\u3000\u200b\ufeff]/.test(char)

/** The span without the blanks at its ends. */
function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  // A leading tab is an empty first cell where more tabs follow.
  const keepTabs = text.slice(start, end).includes('\t', 1)
  while (from < to && isBlank(text[from]) && !(keepTabs && text[from] === '\t')) from++
  while (to > from && isBlank(text[to - 1])) to--
  return { start: from, end: to }
}

/** Offsets of the received text → offsets of the repaired text, for a list of ascending offsets. */
function shiftOffsets(removals: readonly Removal[]): (received: number) => number {
  return (received) => {
    let low = 0
    let high = removals.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((removals[middle]?.receivedStart ?? Infinity) < received) low = middle + 1
      else high = middle
    }
    const before = removals[low - 1]
    if (!before) return received
    return received <= before.receivedEnd ? before.at : before.at + (received - before.receivedEnd)
  }
}

function* lineSpans(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  for (const breaker of text.matchAll(/[\r\n\u2028\v\f]/g)) {
    yield { start, end: breaker.index }
    start = breaker.index + 1
  }
  yield { start, end: text.length }
}

/** Repairs a received text and cuts it into lines with their labels. Spans of the lines are offsets of the repaired text. */
export function toSourceText(received: ReceivedText, toSimplified: ToSimplified): SourceText {
  const damaged = repairText(received.text, toSimplified)
  const repaired = received.lines
    ? damaged
    : { ...damaged, ...withoutBreaks(damaged.text, damaged.removals, falseBreaks(damaged.text)) }
  const shift = shiftOffsets(repaired.removals)
  const lines: SourceLine[] = []
  const add = (line: Omit<SourceLine, 'index' | 'text' | 'label'>) => {
    const span = trimSpan(repaired.text, line.start, line.end)
    const text = repaired.text.slice(span.start, span.end)
    if (text === '' && line.kind !== 'cell') return
    const label = line.kind === 'cell' ? null : readLabel(evenWidth(text))
    lines.push({ ...line, ...span, index: lines.length, text, ...(label ? { label: label.label } : {}) })
  }
  if (received.lines) {
    for (const line of received.lines) add({ ...line, start: shift(line.start), end: shift(line.end) })
  } else {
    for (const span of lineSpans(repaired.text)) add({ ...span, kind: 'paragraph' })
  }
  return {
    receivedText: received.text,
    text: repaired.text,
    lines,
    repairs: repaired.repairs,
    removals: repaired.removals,
    notices: repaired.mojibake ? [...new Set([...received.notices, 'mojibake' as const])] : received.notices,
  }
}
