import type { ClockDays } from '#domain/difficulties/clock.ts'
import { difficultyRulesOf, stepLimitsOf, StoredRules, type SupervisionRuleSet } from '#domain/rules/rules.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import type { Db } from '../db/db.ts'
import { loadRuleVersions } from '../db/ruleSets.ts'
import { loadCalendar } from './calendar.queries.ts'

export type StoredRuleSet = SupervisionRuleSet & { savedBy: string; savedAt: Date }

/** Every version of an organization's rules of supervision, the oldest first. */
export async function loadSupervisionRules(db: Db, organizationId: string): Promise<StoredRuleSet[]> {
  const rows = await loadRuleVersions(db, 'supervisionRuleSet', organizationId)
  return rows.map(({ rules, ...set }) => ({ ...set, rules: StoredRules.parse(rules) }))
}

/** By what days the clocks of difficulties and of a task's steps run in an organization. */
export async function loadClockDays(db: Db, organizationId: string): Promise<ClockDays & StepDays> {
  const calendar = await loadCalendar(db, organizationId, null)
  const sets = await loadSupervisionRules(db, organizationId)
  return { calendar, rulesOn: difficultyRulesOf(sets), limitsOn: stepLimitsOf(sets) }
}
