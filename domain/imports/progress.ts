/** The steps of reading a file, in their order. `waiting`: others are read first. */
export const READING_STEPS = ['waiting', 'opening', 'reading', 'comparing'] as const

/** How far a file has been read. `of` is null while nobody knows how many rows there are. */
export interface ReadingProgress {
  readonly step: (typeof READING_STEPS)[number]
  readonly rows: number
  readonly of: number | null
}

export type TellProgress = (progress: ReadingProgress) => void

/** For readings that nobody waits for. */
export const untold: TellProgress = () => undefined

/** Rows between two tellings. */
export const EVERY_ROWS = 250
