/*
 * Texts are counted in UTF-16 units, of which a rarer character (𠮷) takes two. Half of one is no text: neither PostgreSQL
 * nor jsonb keeps it.
 */

/** Whether a place in a text stands between the two halves of one character. */
const isWithin = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))

/** The beginning of a text, at most `most` units long, and one less where the last character would be cut in two. */
export const upTo = (text: string, most: number): string => text.slice(0, isWithin(text, most) ? most - 1 : most)

/** A range with the whole of the characters in which it begins and ends. */
export const wholeRange = (text: string, { start, end }: { start: number; end: number }) => ({
  start: isWithin(text, start) ? start - 1 : start,
  end: isWithin(text, end) ? end + 1 : end,
})
