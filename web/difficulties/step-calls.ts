import type { Level } from '#domain/difficulties/difficulty.ts'
import {
  answerDifficulty,
  confirmSolution,
  objectToSolution,
  passDifficultyOn,
  raiseDifficultyLevel,
  reopenDifficulty,
  reportSolved,
  ruleOnDifficulty,
  settleInUnit,
  takeCondition,
  takeUpRuling,
  triageDifficulty,
  withdrawDifficulty,
} from '#domain/difficulties/steps.contract.ts'
import type { DifficultyStep } from '#domain/difficulties/table.ts'
import { call } from '../api.ts'

/** What is said with a step; what it does not ask for is not sent. */
export type Said = { words: string; unitId: string | null; dueOn: string | null; level: Level }

type Send = (difficultyId: string, said: Said) => Promise<unknown>

const answer =
  (kind: 'accept' | 'onCondition' | 'refuse'): Send =>
  (difficultyId, { words, dueOn }) =>
    call(answerDifficulty, { params: { difficultyId }, body: { kind, words, dueOn } })

/** How each step is sent. */
export const STEP_CALLS: Record<DifficultyStep, Send> = {
  triage: (difficultyId, { level }) => call(triageDifficulty, { params: { difficultyId }, body: { level } }),
  settleInUnit: (difficultyId, { words, dueOn }) =>
    call(settleInUnit, { params: { difficultyId }, body: { words, dueOn } }),
  accept: answer('accept'),
  acceptOnCondition: answer('onCondition'),
  refuse: answer('refuse'),
  passOn: (difficultyId, { words, unitId }) =>
    call(passDifficultyOn, { params: { difficultyId }, body: { words, unitId } }),
  takeCondition: (difficultyId) => call(takeCondition, { params: { difficultyId }, body: {} }),
  raiseLevel: (difficultyId, { words }) => call(raiseDifficultyLevel, { params: { difficultyId }, body: { words } }),
  rule: (difficultyId, { words, unitId, dueOn }) =>
    call(ruleOnDifficulty, { params: { difficultyId }, body: { words, unitId, dueOn } }),
  takeUp: (difficultyId) => call(takeUpRuling, { params: { difficultyId }, body: {} }),
  reportSolved: (difficultyId, { words }) => call(reportSolved, { params: { difficultyId }, body: { words } }),
  object: (difficultyId, { words }) => call(objectToSolution, { params: { difficultyId }, body: { words } }),
  confirm: (difficultyId, { words }) => call(confirmSolution, { params: { difficultyId }, body: { words } }),
  reopen: (difficultyId, { words }) => call(reopenDifficulty, { params: { difficultyId }, body: { words } }),
  withdraw: (difficultyId, { words }) => call(withdrawDifficulty, { params: { difficultyId }, body: { words } }),
}
