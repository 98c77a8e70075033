import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { lockUnit, saveUnit } from '../org/units.queries.ts'

const MOST_ALIASES = 20

/** Remembers how documents write a unit's name, so that the next one is understood without asking. */
export async function rememberAlias(changing: Changing, unitId: string, written: string): Promise<void> {
  const { tx, actor } = changing
  const unit = await lockUnit(tx, actor, unitId)
  if (!unit) throw new Refusal('not_found')
  const { name, shortName, aliases, kind, group } = unit
  if ([name, shortName, ...aliases].includes(written) || aliases.length >= MOST_ALIASES) return
  const before = { aliases }
  const after = { aliases: [...aliases, written] }
  await saveUnit(tx, actor, unitId, { name, shortName, kind, group, ...after })
  await record(changing, { action: 'unit.changed', subjectType: 'unit', subjectId: unitId, before, after })
}
