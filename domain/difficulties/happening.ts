import type { Day } from '../calendar/calendar.ts'
import type { Answerer } from './clock.ts'
import { type Difficulty, levelAbove, type Level } from './difficulty.ts'

/** Why a difficulty went up a level. */
export const RAISE_CAUSES = ['noResponse', 'unsettled', 'notDone', 'byHand', 'refused', 'ring'] as const
export type RaiseCause = (typeof RAISE_CAUSES)[number]

/** What can stand in a difficulty's story. */
export const HAPPENING_KINDS = [
  'raised',
  'triaged',
  'accepted',
  'acceptedOnCondition',
  'refused',
  'noResponse',
  'passedOn',
  'ringFound',
  'levelRaised',
  'settledInUnit',
  'conditionTaken',
  'ruled',
  'takenUp',
  'solved',
  'objected',
  'confirmed',
  'reopened',
  'withdrawn',
  'closed',
] as const
export type HappeningKind = (typeof HAPPENING_KINDS)[number]

/** One line of the story: what became true on an office day. Who did it, and when to the minute, the server adds. */
export type Happening = {
  kind: HappeningKind
  on: Day
  /** The level it stands at afterwards. */
  level: Level
  cause: RaiseCause | null
  /** Who was silent. */
  silent: Answerer | null
  /** The unit it is passed to, or that puts a ruling into effect. */
  toUnitId: string | null
  words: string
  dueOn: Day | null
}

/** A difficulty after something happened to it, and the lines of its story that say so. */
export type Told = { difficulty: Difficulty; happened: readonly Happening[] }

export const happening = (
  kind: HappeningKind,
  on: Day,
  level: Level,
  facts: Partial<Omit<Happening, 'kind' | 'on' | 'level'>> = {},
): Happening => ({ kind, on, level, cause: null, silent: null, toUnitId: null, words: '', dueOn: null, ...facts })

/**
 * Raises a difficulty to the next level where somebody answers, with a new clock from that day; at the top it stays as
 * it is. By clock, by hand, by a refusal or by a ring it is the same.
 */
export function raise(difficulty: Difficulty, on: Day, cause: RaiseCause, words = ''): Told {
  const level = levelAbove(difficulty)
  if (level === null) return { difficulty, happened: [] }
  return {
    difficulty: { ...difficulty, state: 'triaged', level, enteredOn: on, ruling: null },
    happened: [happening('levelRaised', on, level, { cause, words })],
  }
}
