/** Asks of a character (its UTF-16 code) whether it is one of a set. */
export type CharSet = (code: number) => boolean

const sets = new Map<string, CharSet>()

/**
 * The characters that a pattern of one character matches, each asked of the pattern but once: a megabyte of text asks
 * the same few thousand again and again.
 */
export function charSet(pattern: RegExp): CharSet {
  const known = sets.get(pattern.source)
  if (known) return known
  const answers = new Uint8Array(0x10000)
  const has: CharSet = (code) => {
    const answer = answers[code]
    if (answer) return answer === 2
    const found = pattern.test(String.fromCharCode(code))
    answers[code] = found ? 2 : 1
    return found
  }
  sets.set(pattern.source, has)
  return has
}
