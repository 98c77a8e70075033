/** From this likeness on a text counts as a copy of the last period's (PRODUCT.md, Periodic report). */
export const COPIED_FROM = 0.9

const bare = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '')

/** How often each pair of neighbouring characters occurs; a single character stands for itself. */
function pairs(text: string): Map<string, number> {
  const characters = Array.from(text)
  const counts = new Map<string, number>()
  const last = Math.max(characters.length - 1, 1)
  for (let index = 0; index < Math.min(last, characters.length); index += 1) {
    const pair = characters.slice(index, index + 2).join('')
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

/**
 * How alike two texts are, from 0 to 1 (the same): twice the shared pairs of neighbouring characters ÷ all pairs,
 * whatever the punctuation and the width of the characters. Two empty texts are 0: nothing was copied.
 */
export function likeness(a: string, b: string): number {
  const left = pairs(bare(a))
  const right = pairs(bare(b))
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  const all = total(left) + total(right)
  return all === 0 ? 0 : (2 * shared) / all
}
