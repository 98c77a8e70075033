import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { changedMeanwhile } from '../journal/changedMeanwhile.ts'
import { record } from '../journal/record.ts'
import { addPillars, countUnfinished, lockPillars, type PillarRow, savePillar } from './plan.queries.ts'

/** A pillar as it should be: with `id` an existing one. */
export type PillarWish = { id?: string | undefined; name: string; mark: string }

/** Refuses already_exists where a name or a mark stands twice. */
export function refuseTwins(pillars: readonly { name: string; mark: string }[]): void {
  for (const field of ['name', 'mark'] as const) {
    const seen = new Set<string>()
    for (const { [field]: value } of pillars) {
      if (seen.has(value)) throw new Refusal('already_exists', { value })
      seen.add(value)
    }
  }
}

/** Makes a plan's pillars what the list says, in its order. Refuses already_exists, still_used, not_found, changed_meanwhile. */
export async function changePillars(
  changing: Changing,
  planId: string,
  wishes: readonly PillarWish[],
  seen: readonly string[] | undefined,
): Promise<void> {
  const { tx, actor, now } = changing
  refuseTwins(wishes)
  const pillars = await lockPillars(tx, actor, planId)
  const leaving = pillars.filter(({ id, retiredAt }) => retiredAt === null && wishes.every((wish) => wish.id !== id))
  if (seen && leaving.some(({ id }) => !seen.includes(id))) throw await changedMeanwhile(changing, 'plan', planId)
  await refuseUsed(changing, leaving)
  for (const { id } of leaving) await savePillar(tx, actor.organizationId, id, { retiredAt: now })
  await clearNames(changing, pillars, wishes)
  for (const [index, { id, name, mark }] of wishes.entries()) {
    if (id === undefined) continue
    if (pillars.every((pillar) => pillar.id !== id)) throw new Refusal('not_found')
    await savePillar(tx, actor.organizationId, id, { name, mark, position: index + 1, retiredAt: null })
  }
  const added = wishes.flatMap(({ id, name, mark }, index) =>
    id === undefined ? [{ name, mark, position: index + 1 }] : [],
  )
  await addPillars(tx, actor.organizationId, planId, added)
  const inOrder = pillars.filter(({ retiredAt }) => retiredAt === null).sort((a, b) => a.position - b.position)
  const before = { pillars: inOrder.map(({ name }) => name) }
  const after = { pillars: wishes.map(({ name }) => name) }
  await record(changing, { action: 'plan.pillarsChanged', subjectType: 'plan', subjectId: planId, before, after })
}

// Two pillars may swap names; the database's unique indexes look at every step in between.
async function clearNames({ tx, actor }: Changing, pillars: PillarRow[], wishes: readonly PillarWish[]) {
  const renamed = pillars.filter(({ id, name, mark }) =>
    wishes.some((wish) => wish.id === id && (wish.name !== name || wish.mark !== mark)),
  )
  for (const [index, { id }] of renamed.entries())
    await savePillar(tx, actor.organizationId, id, { name: `…${index}`, mark: `…${index}` })
}

async function refuseUsed({ tx, actor }: Changing, leaving: readonly PillarRow[]): Promise<void> {
  if (leaving.length === 0) return
  const used = await countUnfinished(
    tx,
    actor,
    leaving.map(({ id }) => id),
  )
  const count = used.reduce((sum, row) => sum + row.count, 0)
  if (count > 0) throw new Refusal('still_used', { count })
}
