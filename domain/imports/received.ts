import type { Removal } from './source.ts'

/** A run of the text as received: kept as it was, taken out, or replaced by the repair. */
export type ReceivedRun = { text: string; kind: 'same' | 'removed' | 'replaced' }
type Repaired = { receivedText: string; text: string; removals: readonly Removal[] }

/** The text as received, line by line, with what the repair took out and what it replaced. */
export function receivedLines({ receivedText: received, text, removals }: Repaired): ReceivedRun[][] {
  const lines: ReceivedRun[][] = [[]]
  const add = (words: string, kind: ReceivedRun['kind']) => {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines[lines.length - 1]?.push({ text: part, kind })
    }
  }
  let at = 0
  let repaired = 0
  const keep = (until: number) => {
    let from = at
    const isSame = (index: number) => received[index] === text[repaired + index - at]
    while (from < until) {
      const same = isSame(from)
      let to = from + 1
      while (to < until && isSame(to) === same) to += 1
      add(received.slice(from, to), same ? 'same' : 'replaced')
      from = to
    }
    repaired += until - at
    at = until
  }
  for (const { receivedStart, receivedEnd } of removals) {
    keep(receivedStart)
    add(received.slice(receivedStart, receivedEnd), 'removed')
    at = receivedEnd
  }
  keep(received.length)
  return lines.filter((line) => line.length > 0)
}
