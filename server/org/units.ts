import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { lockOrganization } from './organization.queries.ts'
import {
  countOpenTasksLedBy,
  lockUnits,
  saveNewUnits,
  saveUnit,
  saveUnitOrder,
  saveUnitRetirement,
  type lockUnit,
  type UnitFacts,
} from './units.queries.ts'

export type Unit = NonNullable<Awaited<ReturnType<typeof lockUnit>>>

/** What a unit is called and is, without its place and its history. */
export const factsOf = ({ name, shortName, aliases, kind, group }: UnitFacts): UnitFacts => ({
  name,
  shortName,
  aliases,
  kind,
  group,
})

/** Adds a unit at the end of the official order. Gives its id. */
export async function addUnit(changing: Changing, facts: UnitFacts): Promise<string> {
  await refuseTakenName(changing, facts.name)
  const [id = ''] = await saveNewUnits(changing.tx, changing.actor, [facts])
  await record(changing, { action: 'unit.created', subjectType: 'unit', subjectId: id, after: facts })
  return id
}

/**
 * Changes a unit’s facts and records it; nothing where they are the same. Refuses already_exists for a name that is
 * taken.
 */
export async function changeUnit(changing: Changing, unit: UnitFacts & { id: string }, to: UnitFacts): Promise<void> {
  const before = factsOf(unit)
  if (JSON.stringify(before) === JSON.stringify(factsOf(to))) return
  if (to.name !== unit.name) await refuseTakenName(changing, to.name)
  await saveUnit(changing.tx, changing.actor, unit.id, to)
  await record(changing, { action: 'unit.changed', subjectType: 'unit', subjectId: unit.id, before, after: to })
}

/** A unit that open tasks lead to stays; a unit taken back stands at the end of the order. */
export async function retireUnit(changing: Changing, unit: Unit, retired: boolean): Promise<void> {
  const { tx, actor, now } = changing
  const count = retired ? await countOpenTasksLedBy(tx, actor, unit.id) : 0
  if (count > 0) throw new Refusal('still_used', { count })
  if (!retired) await refuseTakenName(changing, unit.name)
  await saveUnitRetirement(tx, actor, unit.id, retired ? now : null)
  const action = retired ? 'unit.retired' : 'unit.restored'
  await record(changing, { action, subjectType: 'unit', subjectId: unit.id })
  if (!retired) await moveUnit(changing, unit.id, Number.MAX_SAFE_INTEGER)
}

/** Puts a unit at a place of the official order, counted from 1; the others close up. */
export async function moveUnit(changing: Changing, id: string, position: number): Promise<void> {
  const { tx, actor } = changing
  await lockOrganization(tx, actor)
  const ids = (await lockUnits(tx, actor)).map((unit) => unit.id)
  const from = ids.indexOf(id) + 1
  if (from === 0) throw new Refusal('not_found')
  const others = ids.filter((other) => other !== id)
  const order = [...others.slice(0, position - 1), id, ...others.slice(position - 1)]
  await saveUnitOrder(tx, actor, order)
  const to = order.indexOf(id) + 1
  if (from === to) return
  const moved = { before: { position: from }, after: { position: to } }
  await record(changing, { action: 'unit.moved', subjectType: 'unit', subjectId: id, ...moved })
}

async function refuseTakenName({ tx, actor }: Changing, name: string): Promise<void> {
  await lockOrganization(tx, actor) // a unit of this name may be on its way
  const units = await lockUnits(tx, actor)
  if (units.some((unit) => unit.name === name)) throw new Refusal('already_exists', { value: name })
}
