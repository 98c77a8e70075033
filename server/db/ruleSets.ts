import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Db, Tx } from './db.ts'

/** Where an organization's rules are kept, version by version; both tables have the same columns. */
type RuleTable = 'supervisionRuleSet' | 'urgeRuleSet'

/** A version as it is kept: `rules` as they were written, whose they are by name. */
export type KeptRuleSet = { version: number; effectiveOn: Day; rules: unknown; savedBy: string; savedAt: Date }

/** Every version of an organization's rules, the oldest first. */
export const loadRuleVersions = (db: Db, table: RuleTable, organizationId: string): Promise<KeptRuleSet[]> =>
  db
    .selectFrom(`${table} as s`)
    .innerJoin('person as n', (join) =>
      join.onRef('n.organizationId', '=', 's.organizationId').onRef('n.id', '=', 's.savedBy'),
    )
    .select(['s.version', 's.effectiveOn', 's.rules', 's.savedAt', 'n.name as savedBy'])
    .where('s.organizationId', '=', organizationId)
    .orderBy('s.version')
    .execute()

/** Adds the next version; false where somebody else has added it. */
export async function addRuleVersion(
  tx: Tx,
  table: RuleTable,
  { organizationId, personId }: Actor,
  { version, effectiveOn, rules }: { version: number; effectiveOn: Day; rules: object },
  savedAt: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto(table)
    .values({ organizationId, version, effectiveOn, rules: JSON.stringify(rules), savedBy: personId, savedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}
