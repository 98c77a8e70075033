import type { Day } from '../calendar/calendar.ts'

/** What a difficulty is like: it hurts, it is hard, it is stuck (PRODUCT.md, Words: 痛点 难点 堵点). */
export const DIFFICULTY_KINDS = ['pain', 'hard', 'blockage'] as const
export type DifficultyKind = (typeof DIFFICULTY_KINDS)[number]

/** What stands in the way. */
export const DIFFICULTY_CAUSES = [
  'land',
  'funds',
  'approval',
  'staffing',
  'data',
  'law',
  'counterpart',
  'contractor',
  'other',
] as const
export type DifficultyCause = (typeof DIFFICULTY_CAUSES)[number]

/**
 * The states in the order of a difficulty's life (PRODUCT.md, Difficulty). `triaged` stands at one of the four levels;
 * `solved` is said by whoever put the ruling into effect and waits for the unit that raised it.
 */
export const DIFFICULTY_STATES = [
  'raised',
  'triaged',
  'ruled',
  'inExecution',
  'solved',
  'confirmedByRaiser',
  'closed',
  'withdrawn',
] as const
export type DifficultyState = (typeof DIFFICULTY_STATES)[number]

/** Not yet confirmed and not withdrawn: somebody's clock runs. */
export const OPEN_STATES: readonly DifficultyState[] = ['raised', 'triaged', 'ruled', 'inExecution', 'solved']
/** Whether somebody’s clock may run for it. */
export const isOpen = (state: DifficultyState): boolean => OPEN_STATES.includes(state)

/** 1 the unit itself, 2 the two unit heads, 3 the leader in charge of the task, 4 the principal leader. */
export const LEVELS = [1, 2, 3, 4] as const
export type Level = (typeof LEVELS)[number]
/** Whether a number is one of the four levels. */
export const isLevel = (value: number): value is Level => (LEVELS as readonly number[]).includes(value)

/** What the counterpart said; `noResponse` is its silence when the clock of level 2 ran out. */
export const ANSWER_KINDS = ['accept', 'onCondition', 'refuse', 'noResponse'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]
/** `words` are what will be done, the condition, or the clause; `dueOn` the day it would be done by. */
export type Answer = { kind: AnswerKind; words: string; dueOn: Day | null }

/** A decision with its sentence, one unit to put it into effect, and a date. */
export type DifficultyRuling = { unitId: string; words: string; dueOn: Day }

/** All a decision about a difficulty needs to know of it. */
export type Difficulty = {
  state: DifficultyState
  level: Level
  /** The office day on which it came to this state and level; its clock counts from here. */
  enteredOn: Day
  raisedUnitId: string
  raisedById: string
  /** Its own head raised it: what the unit itself can do is done already, so it does not stand at level 1. */
  raisedByHead: boolean
  /** Of whom it is asked; null where it is nobody else's affair. */
  counterpartId: string | null
  /** Every unit it was asked of, in order: passing it on adds one. */
  askedUnitIds: readonly string[]
  /** The leader in charge of its task. */
  leaderId: string | null
  /** The latest answer of the counterpart at hand. */
  answer: Answer | null
  ruling: DifficultyRuling | null
  /** What was done, in the words of whoever put the ruling into effect. */
  solvedWords: string
  /** The raiser has reopened it; there is no second time. */
  reopened: boolean
}

/** Whether the difficulty can stand at a level: somebody answers there, and it is not the raiser. */
export function standsAt(difficulty: Difficulty, level: Level): boolean {
  if (level === 1) return !difficulty.raisedByHead
  if (level === 2) return difficulty.counterpartId !== null
  if (level === 3) return difficulty.leaderId !== null && difficulty.leaderId !== difficulty.raisedById
  return true
}

/** The first level from `from` up at which it can stand; the fourth always answers. */
export const levelFrom = (difficulty: Difficulty, from: Level): Level =>
  LEVELS.find((level) => level >= from && standsAt(difficulty, level)) ?? 4

/** The level above, skipping those where nobody answers; null at the top. */
export const levelAbove = (difficulty: Difficulty): Level | null => {
  const above = LEVELS.find((level) => level > difficulty.level)
  return above === undefined ? null : levelFrom(difficulty, above)
}

/**
 * The ring in which it was passed, as the units that held it, the first of them again at the end: A, B, C, A. Null
 * while nobody got it a second time. To pass it back to the unit that raised it is a ring too.
 */
export function ringOf(raisedUnitId: string, askedUnitIds: readonly string[]): string[] | null {
  const held = [raisedUnitId, ...askedUnitIds]
  const first = held.indexOf(held[held.length - 1] ?? '')
  return first < held.length - 1 ? held.slice(first) : null
}

/**
 * Whether raising it protects the raiser from the deduction for a yellow light: raised before the light turned
 * (PRODUCT.md, Difficulty), and stood by.
 */
export const protectsRaiser = (difficulty: { raisedBeforeYellow: boolean; state: DifficultyState }): boolean =>
  difficulty.raisedBeforeYellow && difficulty.state !== 'withdrawn'
