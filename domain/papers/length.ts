/** Characters that a paper may have, by its kind, and where the limit comes from. */
export const LENGTH_LIMITS = {
  /** A comprehensive document or report, such as the whole of what a meeting is told. */
  comprehensive: 5000,
  /** A document or report about one kind of work, such as a meeting's minutes or a unit's report. */
  special: 4000,
} as const
export type LengthKind = keyof typeof LENGTH_LIMITS

/**
 * Characters that are spoken in a minute. Formal speech in Mandarin is read at about 200 to 220 characters a minute
 * (a newsreader has near 300); the lower end is taken, so that a plan holds. An office's own measure goes here.
 */
export const CHARACTERS_A_MINUTE = 200

/** Characters as Chinese word processors count them: every sign but white space; a foreign word or a number is one. */
export const charactersOf = (text: string): number => (text.match(/[A-Za-z0-9][A-Za-z0-9.,%’'-]*|\S/gu) ?? []).length

/** How long a text is, how long it takes to say, and whether it is longer than papers of its kind may be. */
export type Length = { characters: number; limit: number; over: number; minutes: number }

/** Measures a text. `minutes` are rounded up; `over` is 0 within the limit. */
export function lengthOf(text: string, kind: LengthKind): Length {
  const characters = charactersOf(text)
  const limit = LENGTH_LIMITS[kind]
  return {
    characters,
    limit,
    over: Math.max(0, characters - limit),
    minutes: Math.ceil(characters / CHARACTERS_A_MINUTE),
  }
}
