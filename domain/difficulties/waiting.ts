import { type Actor, hasRole, speaksFor } from '../access/actor.ts'
import { answererOf, isAnswerer } from './clock.ts'
import type { Difficulty } from './difficulty.ts'

/** What a difficulty asks of somebody now. */
export const DIFFICULTY_WAITS = [
  'triage',
  'bringConfirmation',
  'settleInUnit',
  'answer',
  'rule',
  'putIntoEffect',
  'confirm',
  'decideCondition',
] as const
export type DifficultyWait = (typeof DIFFICULTY_WAITS)[number]

/** Whether the wait has a clock of its own against whoever it waits on: the raiser is asked and never pressed. */
export const isPressed = (wait: DifficultyWait): boolean => wait !== 'confirm' && wait !== 'decideCondition'

/** What the difficulty asks of the actor now; null where it waits on somebody else, or on nobody. */
export function waitOf(actor: Actor, difficulty: Difficulty): DifficultyWait | null {
  const { state, level, raisedUnitId, answer, ruling } = difficulty
  const isRaisers = speaksFor(actor, raisedUnitId)
  if (state === 'solved' && isRaisers) return 'confirm'
  if ((state === 'ruled' || state === 'inExecution') && ruling && speaksFor(actor, ruling.unitId))
    return 'putIntoEffect'
  const answerer = answererOf(difficulty)
  if (answerer && isAnswerer(actor, answerer)) {
    if (state === 'triaged') return level === 1 ? 'settleInUnit' : level === 2 ? 'answer' : 'rule'
    if (hasRole(actor, 'supervisionOffice')) return state === 'raised' ? 'triage' : 'bringConfirmation'
  }
  return state === 'triaged' && answer?.kind === 'onCondition' && isRaisers ? 'decideCondition' : null
}
