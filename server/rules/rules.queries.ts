import type { Actor } from '#domain/access/actor.ts'
import type { SupervisionRuleSet } from '#domain/rules/rules.ts'
import type { Tx } from '../db/db.ts'

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
