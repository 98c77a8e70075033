import { createUnit, listUnits, updateUnit } from '#domain/org/org.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import {
  countOpenTasksLedBy,
  listAllUnits,
  lockUnit,
  lockUnits,
  saveNewUnits,
  saveUnit,
  saveUnitOrder,
  saveUnitRetirement,
  type UnitFacts,
} from './units.queries.ts'

type Unit = NonNullable<Awaited<ReturnType<typeof lockUnit>>>

export function unitRoutes(served: Served): void {
  read(served, listUnits, async ({ db, actor, query }) => ({ items: await listAllUnits(db, actor, query.retired) }))

  change(served, createUnit, async (changing) => {
    const { tx, actor, body } = changing
    const { position, ...given } = body
    const facts = { ...given, shortName: body.shortName ?? body.name.slice(0, 30) }
    await refuseTakenName(changing, facts.name)
    const [id = ''] = await saveNewUnits(tx, actor, [facts])
    await record(changing, { action: 'unit.created', subjectType: 'unit', subjectId: id, after: facts })
    if (position !== undefined) await moveUnit(changing, id, position)
    return unitNow(changing, id)
  })

  change(served, updateUnit, async (changing) => {
    const { tx, actor, params, body } = changing
    const unit = await lockUnit(tx, actor, params.unitId)
    if (!unit) throw new Refusal('not_found')
    await changeFacts(changing, unit, { ...factsOf(unit), ...given(body) })
    if (body.retired !== undefined && body.retired !== unit.retired) await retireUnit(changing, unit, body.retired)
    if (body.position !== undefined) await moveUnit(changing, unit.id, body.position)
    return unitNow(changing, unit.id)
  })
}

const factsOf = ({ name, shortName, aliases, kind, group }: Unit): UnitFacts => ({
  name,
  shortName,
  aliases,
  kind,
  group,
})

type Given = { [Key in keyof UnitFacts]?: UnitFacts[Key] | undefined }

/** Only what the caller gave, so that the rest stays. */
const given = ({ name, shortName, aliases, kind, group }: Given): Partial<UnitFacts> => ({
  ...(name !== undefined && { name }),
  ...(shortName !== undefined && { shortName }),
  ...(aliases !== undefined && { aliases }),
  ...(kind !== undefined && { kind }),
  ...(group !== undefined && { group }),
})

async function changeFacts(changing: Changing, unit: Unit, to: UnitFacts): Promise<void> {
  const before = factsOf(unit)
  if (JSON.stringify(before) === JSON.stringify(to)) return
  if (to.name !== unit.name) await refuseTakenName(changing, to.name)
  await saveUnit(changing.tx, changing.actor, unit.id, to)
  await record(changing, { action: 'unit.changed', subjectType: 'unit', subjectId: unit.id, before, after: to })
}

/** A unit that open tasks lead to stays; a unit taken back stands at the end of the order. */
async function retireUnit(changing: Changing, unit: Unit, retired: boolean): Promise<void> {
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
async function moveUnit(changing: Changing, id: string, position: number): Promise<void> {
  const { tx, actor } = changing
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
  const units = await lockUnits(tx, actor)
  if (units.some((unit) => unit.name === name)) throw new Refusal('already_exists', { value: name })
}

async function unitNow({ tx, actor }: Changing, id: string): Promise<Unit> {
  const unit = await lockUnit(tx, actor, id)
  if (!unit) throw new Refusal('not_found')
  return unit
}
