import type { Day } from '#domain/calendar/calendar.ts'
import { type UrgeRuleSet, UrgeRules } from '#domain/urging/rules.ts'
import type { Db, Tx } from '../db/db.ts'
import { loadRuleVersions } from '../db/ruleSets.ts'

export type StoredRuleSet = UrgeRuleSet & { savedBy: string | null; savedAt: Date | null }

/** Every version of an organization's rules of urging, the oldest first. */
export async function loadRuleSets(db: Db, organizationId: string): Promise<StoredRuleSet[]> {
  const rows = await loadRuleVersions(db, 'urgeRuleSet', organizationId)
  return rows.map(({ rules, ...set }) => ({ ...set, rules: UrgeRules.parse(rules) }))
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
