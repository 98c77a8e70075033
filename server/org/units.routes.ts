import { createUnit, listUnits, updateUnit } from '#domain/org/org.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import { upTo } from '#domain/wholeSigns.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { lockOrganization } from './organization.queries.ts'
import { listAllUnits, lockUnit, type UnitFacts } from './units.queries.ts'
import { addUnit, changeUnit, factsOf, moveUnit, retireUnit, type Unit } from './units.ts'

export function unitRoutes(served: Served): void {
  read(served, listUnits, async ({ db, actor, query }) => ({ items: await listAllUnits(db, actor, query.retired) }))

  change(served, createUnit, async (changing) => {
    const { position, ...given } = changing.body
    const id = await addUnit(changing, { ...given, shortName: given.shortName ?? upTo(given.name, 30) })
    if (position !== undefined) await moveUnit(changing, id, position)
    return unitNow(changing, id)
  })

  change(served, updateUnit, async (changing) => {
    const { tx, actor, params, body } = changing
    await lockOrganization(tx, actor) // before any unit, as every other change of units does
    const unit = await lockUnit(tx, actor, params.unitId)
    if (!unit) throw new Refusal('not_found')
    await changeUnit(changing, unit, { ...factsOf(unit), ...given(body) })
    if (body.retired !== undefined && body.retired !== unit.retired) await retireUnit(changing, unit, body.retired)
    if (body.position !== undefined) await moveUnit(changing, unit.id, body.position)
    return unitNow(changing, unit.id)
  })
}

type Given = { [Key in keyof UnitFacts]?: UnitFacts[Key] | undefined }

/** Only what the caller gave, so that the rest stays. */
const given = ({ name, shortName, aliases, kind, group }: Given): Partial<UnitFacts> => ({
  ...(name !== undefined && { name }),
  ...(shortName !== undefined && { shortName }),
  ...(aliases !== undefined && { aliases }),
  ...(kind !== undefined && { kind }),
  ...(group !== undefined && { group }),
})

async function unitNow({ tx, actor }: Changing, id: string): Promise<Unit> {
  const unit = await lockUnit(tx, actor, id)
  if (!unit) throw new Refusal('not_found')
  return unit
}
