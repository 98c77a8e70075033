const LONGEST = 40

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The two-character pieces of a text, without repetition: what a task is found by (two-character words are usual). */
export function gramsOf(...texts: readonly string[]): string[] {
  const grams = new Set<string>()
  for (const text of texts) {
    const chars = Array.from(plain(text))
    for (let index = 0; index + 1 < chars.length; index += 1) grams.add(`${chars[index]}${chars[index + 1]}`)
  }
  return [...grams]
}

/** The words of a search, each to be found; at most forty characters of it count. */
export const wordsOf = (search: string): string[] =>
  search
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, LONGEST)
    .split(/\s+/)
    .filter((word) => word !== '')
