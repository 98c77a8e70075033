import type { Day } from '../calendar/calendar.ts'
import { type DifficultyState, type Level, LEVELS } from './difficulty.ts'

/**
 * Who takes a step; each has a word in the glossary (`taker.…`). `raiser` speaks for the unit that raised it; `ruler`
 * is the leader in charge at level 3, and a principal leader from level 3 up, since whoever is above may rule;
 * `lifter` is the office, whoever must answer and cannot, and the raiser once the counterpart has spoken.
 */
export const DIFFICULTY_TAKERS = [
  'office',
  'raiser',
  'raiserHead',
  'counterpartHead',
  'ruler',
  'executor',
  'lifter',
] as const
export type DifficultyTaker = (typeof DIFFICULTY_TAKERS)[number]

/** What is said with a step; what it does not ask for stays empty. */
export type DifficultyInput = { words: string; unitId: string | null; dueOn: Day | null; level: Level | null }
/** A step that is taken without a word. */
export const NOTHING_SAID: DifficultyInput = { words: '', unitId: null, dueOn: null, level: null }

/** What a step can ask for; the word of each kind of words is in the glossary (`said.…`). */
export const SAID_WORDS = ['reason', 'condition', 'clause', 'sentence', 'deed'] as const
export type SaidWords = (typeof SAID_WORDS)[number]

/** One row of the state table. */
export type DifficultyStepRule = {
  from: readonly DifficultyState[]
  levels: readonly Level[]
  by: DifficultyTaker
  /** The state afterwards; null where it stays, or follows from where it is raised to. */
  to: DifficultyState | null
  /** Words that must be said; null for none. */
  words: SaidWords | null
  /** Words may be left out. */
  wordsOptional?: true
  asks: readonly ('unit' | 'dueOn' | 'level')[]
  holds?: 'conditional' | 'notReopened'
}

const ALL = LEVELS
const ASKED: readonly Level[] = [2, 3, 4]

/** The life of a difficulty as data (PRODUCT.md, Difficulty; DOMAIN.md, b.4). What clocks do is in `settle.ts`. */
export const DIFFICULTY_STEPS = {
  triage: { from: ['raised'], levels: ALL, by: 'office', to: 'triaged', words: null, asks: ['level'] },
  settleInUnit: {
    from: ['triaged'],
    levels: [1],
    by: 'raiserHead',
    to: 'inExecution',
    words: 'sentence',
    asks: ['dueOn'],
  },
  accept: {
    from: ['triaged'],
    levels: ASKED,
    by: 'counterpartHead',
    to: 'inExecution',
    words: 'sentence',
    asks: ['dueOn'],
  },
  acceptOnCondition: {
    from: ['triaged'],
    levels: ASKED,
    by: 'counterpartHead',
    to: null,
    words: 'condition',
    asks: ['dueOn'],
  },
  refuse: { from: ['triaged'], levels: ASKED, by: 'counterpartHead', to: null, words: 'clause', asks: [] },
  passOn: { from: ['triaged'], levels: [2], by: 'counterpartHead', to: null, words: 'reason', asks: ['unit'] },
  takeCondition: {
    from: ['triaged'],
    levels: ASKED,
    by: 'raiser',
    to: 'inExecution',
    words: null,
    asks: [],
    holds: 'conditional',
  },
  raiseLevel: { from: ['triaged'], levels: [1, 2, 3], by: 'lifter', to: null, words: 'reason', asks: [] },
  rule: {
    from: ['triaged'],
    levels: [3, 4],
    by: 'ruler',
    to: 'ruled',
    words: 'sentence',
    asks: ['unit', 'dueOn'],
  },
  takeUp: { from: ['ruled'], levels: ALL, by: 'executor', to: 'inExecution', words: null, asks: [] },
  reportSolved: {
    from: ['ruled', 'inExecution'],
    levels: ALL,
    by: 'executor',
    to: 'solved',
    words: 'deed',
    asks: [],
  },
  object: { from: ['solved'], levels: ALL, by: 'raiser', to: 'inExecution', words: 'reason', asks: [] },
  confirm: {
    from: ['ruled', 'inExecution', 'solved'],
    levels: ALL,
    by: 'raiser',
    to: 'confirmedByRaiser',
    words: 'deed',
    wordsOptional: true,
    asks: [],
  },
  reopen: {
    from: ['confirmedByRaiser', 'closed'],
    levels: ALL,
    by: 'raiser',
    to: 'triaged',
    words: 'reason',
    asks: [],
    holds: 'notReopened',
  },
  withdraw: {
    from: ['raised', 'triaged', 'ruled', 'inExecution', 'solved'],
    levels: ALL,
    by: 'raiser',
    to: 'withdrawn',
    words: 'reason',
    asks: [],
  },
} as const satisfies Record<string, DifficultyStepRule>

export type DifficultyStep = keyof typeof DIFFICULTY_STEPS
/** The steps in the order of the state table. */
export const DIFFICULTY_STEP_NAMES = Object.keys(DIFFICULTY_STEPS) as DifficultyStep[]

/** The row of the state table: from where, at which levels, by whom, and what it asks for. */
export const difficultyStepRule = (step: DifficultyStep): DifficultyStepRule => DIFFICULTY_STEPS[step]
