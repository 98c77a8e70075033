import type { Day } from '../calendar/calendar.ts'
import type { EvidenceKind, SourceKind } from './task.ts'

/** What a task must say before it can be registered (PRODUCT.md, Life of a task). */
export type RegistrationFacts = {
  /** The sentence that says what will exist when the task is done. */
  result: string
  sourceKind: SourceKind | null
  leadUnitId: string | null
  leaderInChargeId: string | null
  originalDueOn: Day | null
  evidenceKind: EvidenceKind | null
  milestones: readonly { title: string; originalDueOn: Day; weight: number }[]
}

/** What can be missing; each is a word of the glossary. */
export const REGISTRATION_NEEDS = [
  'result',
  'source',
  'leadUnit',
  'leaderInCharge',
  'dueOn',
  'milestone',
  'weight',
  'evidenceKind',
] as const
export type RegistrationNeed = (typeof REGISTRATION_NEEDS)[number]

const isWordless = (text: string): boolean => text.trim() === ''

/** The sum of the weights, in points of 100, rounded so that 33.33 three times and 0.01 make 100. */
export const weightSum = (milestones: readonly { weight: number }[]): number =>
  Math.round(milestones.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100

const weightsFit = (facts: RegistrationFacts): boolean =>
  weightSum(facts.milestones) === 100 && facts.milestones.every(({ weight }) => weight > 0)

const IS_MISSING: Record<RegistrationNeed, (facts: RegistrationFacts) => boolean> = {
  result: (facts) => isWordless(facts.result),
  source: (facts) => facts.sourceKind === null,
  leadUnit: (facts) => facts.leadUnitId === null,
  leaderInCharge: (facts) => facts.leaderInChargeId === null,
  dueOn: (facts) => facts.originalDueOn === null,
  milestone: (facts) => facts.milestones.length === 0 || facts.milestones.some(({ title }) => isWordless(title)),
  weight: (facts) => facts.milestones.length > 0 && !weightsFit(facts),
  evidenceKind: (facts) => facts.evidenceKind === null,
}

/** What is still missing before the task can be registered, in the order of the form; empty when nothing is. */
export const missingForRegistration = (facts: RegistrationFacts): RegistrationNeed[] =>
  REGISTRATION_NEEDS.filter((need) => IS_MISSING[need](facts))

/**
 * Weights for milestones that carry none: equal shares of 100 with two decimals, the last one taking the rest.
 * Takes their number.
 */
export function equalWeights(count: number): number[] {
  const each = Math.floor(10_000 / count) / 100
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? Math.round((100 - each * (count - 1)) * 100) / 100 : each,
  )
}
