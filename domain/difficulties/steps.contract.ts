import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day } from '../tasks/tasks.contract.ts'
import { DIFFICULTY_STATES } from './difficulty.ts'

const params = z.object({ difficultyId: z.uuid() })
/** What is left out is refused by the rule, with its own sentence. */
const Words = z.string().trim().max(1000).default('')
const DueOn = Day.nullable().default(null)
/** What a step answers; the page reads the difficulty again. */
const AfterStep = z.object({ id: z.uuid(), state: z.enum(DIFFICULTY_STATES), level: z.int() })

/** The office puts a raised difficulty at the level where it belongs. Refuses difficulty_level. */
export const triageDifficulty = endpoint({
  operationId: 'triageDifficulty',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/triage',
  summary: 'Put a raised difficulty at its level',
  params,
  body: z.object({ level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), words: Words }),
  response: AfterStep,
})

/** The head of the unit that raised it settles it there. Refuses difficulty_unsaid, difficulty_day. */
export const settleInUnit = endpoint({
  operationId: 'settleInUnit',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/unit-settlement',
  summary: 'Settle a difficulty in the unit that raised it',
  params,
  body: z.object({ words: Words, dueOn: DueOn }),
  response: AfterStep,
})

/**
 * The counterpart's answer: `accept` with what it will do and by when, `onCondition` with the condition, `refuse` with
 * the clause it rests on (which raises the level at once). Refuses difficulty_unsaid, difficulty_day.
 */
export const answerDifficulty = endpoint({
  operationId: 'answerDifficulty',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/answers',
  summary: 'Answer as the counterpart',
  params,
  body: z.object({ kind: z.enum(['accept', 'onCondition', 'refuse']), words: Words, dueOn: DueOn }),
  response: AfterStep,
})

/** The counterpart says whose affair it is instead. Once round is found, and raised. Refuses difficulty_unit. */
export const passDifficultyOn = endpoint({
  operationId: 'passDifficultyOn',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/passings',
  summary: 'Pass a difficulty on to another unit',
  params,
  body: z.object({ words: Words, unitId: z.uuid().nullable().default(null) }),
  response: AfterStep,
})

/** The raiser takes the counterpart's condition; the counterpart does it by the day it named. Refuses no_condition. */
export const takeCondition = endpoint({
  operationId: 'takeCondition',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/condition-acceptance',
  summary: 'Take the condition of the counterpart',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Raises it by hand to the next level. Refuses difficulty_unsaid (the reason). */
export const raiseDifficultyLevel = endpoint({
  operationId: 'raiseDifficultyLevel',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/level-raises',
  summary: 'Raise a difficulty a level',
  params,
  body: z.object({ words: Words }),
  response: AfterStep,
})

/** A leader rules: sentence, one unit, a date. Refuses difficulty_unsaid, difficulty_unit, difficulty_day. */
export const ruleOnDifficulty = endpoint({
  operationId: 'ruleOnDifficulty',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/rulings',
  summary: 'Rule on a difficulty',
  params,
  body: z.object({ words: Words, unitId: z.uuid().nullable().default(null), dueOn: DueOn }),
  response: AfterStep,
})

/** The unit named in the ruling begins. */
export const takeUpRuling = endpoint({
  operationId: 'takeUpRuling',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/execution',
  summary: 'Begin to put a ruling into effect',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Says that it is solved, and what was done. Refuses difficulty_unsaid. */
export const reportSolved = endpoint({
  operationId: 'reportSolved',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/solution',
  summary: 'Report a difficulty as solved',
  params,
  body: z.object({ words: Words }),
  response: AfterStep,
})

/** The raiser says it is not solved. Refuses difficulty_unsaid. */
export const objectToSolution = endpoint({
  operationId: 'objectToSolution',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/objections',
  summary: 'Say that a difficulty is not solved',
  params,
  body: z.object({ words: Words }),
  response: AfterStep,
})

/** Only the unit that raised it says that it is solved. */
export const confirmSolution = endpoint({
  operationId: 'confirmSolution',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/confirmation',
  summary: 'Confirm a difficulty as solved',
  params,
  body: z.object({ words: Words }),
  response: AfterStep,
})

/** The raiser reopens it, once. Refuses reopened_before, difficulty_unsaid. */
export const reopenDifficulty = endpoint({
  operationId: 'reopenDifficulty',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/reopening',
  summary: 'Reopen a confirmed difficulty',
  params,
  body: z.object({ words: Words }),
  response: AfterStep,
})

/** The raiser takes it back, with a reason; what it protected is protected no more. Refuses difficulty_unsaid. */
export const withdrawDifficulty = endpoint({
  operationId: 'withdrawDifficulty',
  method: 'POST',
  path: '/api/difficulties/:difficultyId/withdrawal',
  summary: 'Withdraw a difficulty',
  params,
  body: z.object({ words: Words }),
  response: AfterStep,
})
