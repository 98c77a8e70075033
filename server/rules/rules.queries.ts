import type { Actor } from '#domain/access/actor.ts'
import type { ClockDays } from '#domain/difficulties/clock.ts'
import { difficultyRulesOf, SupervisionRules, type SupervisionRuleSet } from '#domain/rules/rules.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Db, Tx } from '../db/db.ts'

export type StoredRuleSet = SupervisionRuleSet & { savedBy: string; savedAt: Date }

/** Every version of an organization's rules of supervision, the oldest first. */
export async function loadSupervisionRules(db: Db, organizationId: string): Promise<StoredRuleSet[]> {
  const rows = await db
    .selectFrom('supervisionRuleSet as s')
    .innerJoin('person as n', (join) =>
      join.onRef('n.organizationId', '=', 's.organizationId').onRef('n.id', '=', 's.savedBy'),
    )
    .select(['s.version', 's.effectiveOn', 's.rules', 's.savedAt', 'n.name as savedBy'])
    .where('s.organizationId', '=', organizationId)
    .orderBy('s.version')
    .execute()
  return rows.map(({ rules, ...set }) => ({ ...set, rules: SupervisionRules.parse(rules) }))
}

/** Adds the next version; false where somebody else has added it. */
export async function addSupervisionRules(
  tx: Tx,
  actor: Actor,
  { version, effectiveOn, rules }: SupervisionRuleSet,
  savedAt: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto('supervisionRuleSet')
    .values({
      organizationId: actor.organizationId,
      version,
      effectiveOn,
      rules: JSON.stringify(rules),
      savedBy: actor.personId,
      savedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}

/** By what days the clocks of difficulties run in an organization. */
export async function loadClockDays(db: Db, organizationId: string): Promise<ClockDays> {
  const calendar = await loadCalendar(db, organizationId, null)
  return { calendar, rulesOn: difficultyRulesOf(await loadSupervisionRules(db, organizationId)) }
}
