import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { type UrgeRuleSet, UrgeRules } from '#domain/urging/rules.ts'
import type { Db, Tx } from '../db/db.ts'

export type StoredRuleSet = UrgeRuleSet & { savedBy: string | null; savedAt: Date | null }

/** Every version of an organization's rules of urging, the oldest first. */
export async function loadRuleSets(db: Db, organizationId: string): Promise<StoredRuleSet[]> {
  const rows = await db
    .selectFrom('urgeRuleSet as s')
    .innerJoin('person as n', (join) =>
      join.onRef('n.organizationId', '=', 's.organizationId').onRef('n.id', '=', 's.savedBy'),
    )
    .select(['s.version', 's.effectiveOn', 's.rules', 's.savedAt', 'n.name as savedBy'])
    .where('s.organizationId', '=', organizationId)
    .orderBy('s.version')
    .execute()
  return rows.map(({ rules, ...set }) => ({ ...set, rules: UrgeRules.parse(rules) }))
}

/** Adds the next version; false where somebody else has added it. */
export async function addRuleSet(
  tx: Tx,
  actor: Actor,
  { version, effectiveOn, rules }: UrgeRuleSet,
  savedAt: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto('urgeRuleSet')
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

/** What was sent by rule on a day, and under which versions; null where the day's urging has not been done. */
export async function loadRun(
  db: Db,
  organizationId: string,
  on: Day,
): Promise<{ versions: number[]; urgeCount: number } | null> {
  const runs = await db
    .selectFrom('urgeRun')
    .select(['rulesVersion', 'urgeCount'])
    .where('organizationId', '=', organizationId)
    .where('runOn', '=', on)
    .execute()
  if (runs.length === 0) return null
  return {
    versions: runs.map(({ rulesVersion }) => rulesVersion),
    urgeCount: runs.reduce((sum, { urgeCount }) => sum + urgeCount, 0),
  }
}

/** Writes that a day's urging is done under a version. */
export async function saveRun(
  tx: Tx,
  organizationId: string,
  run: { runOn: Day; rulesVersion: number; ranAt: Date; urgeCount: number },
): Promise<void> {
  await tx
    .insertInto('urgeRun')
    .values({ organizationId, ...run })
    .execute()
}
