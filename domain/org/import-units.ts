import { choicesOf, KIND_WORDS, readKind, type OrgRow } from './import-table.ts'
import type { Noted } from './import-plan.ts'
import { type UnitKind } from './unit.ts'
import { upTo } from '../wholeSigns.ts'

export type UnitFacts = { name: string; shortName: string; aliases: string[]; kind: UnitKind; group: string }
export type KnownUnit = UnitFacts & { id: string }
/** What becomes of a row: `id` is null for a unit to add. Empty cells leave what is there. */
export type PlannedUnit = { row: number; id: string | null; before: UnitFacts | null; after: UnitFacts }

const SHORT_LENGTH = 30
const LIMITS = [
  { column: 'name', limit: 100 },
  { column: 'shortName', limit: SHORT_LENGTH },
  { column: 'group', limit: 30 },
] as const

/** The names in one cell, parted as people part them. */
const namesIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[、,，;；\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Units by every name they go by. */
export const unitsByName = <Unit extends UnitFacts>(units: readonly Unit[]): Map<string, Unit> =>
  new Map([
    ...units.flatMap((unit) => [...unit.aliases, unit.shortName].map((name) => [plain(name), unit] as const)),
    // Full names last: where one unit's alias is another's name, the name wins.
    ...units.map((unit) => [plain(unit.name), unit] as const),
  ])

export const findUnit = <Unit>(byName: ReadonlyMap<string, Unit>, name: string): Unit | undefined =>
  byName.get(plain(name))

/** Plans the unit rows: added, changed or left; what is wrong goes to `note`. */
export function planUnits(
  rows: readonly OrgRow<'units'>[],
  known: readonly KnownUnit[],
  note: Noted<'units'>,
): PlannedUnit[] {
  const byFullName = new Map(known.map((unit) => [plain(unit.name), unit]))
  const byName = unitsByName(known)
  const seen = new Map<string, number>()
  return rows.flatMap(({ row, cells }) => {
    const key = plain(cells.name)
    const first = seen.get(key)
    const same = byFullName.get(key)
    const other = same ? undefined : byName.get(key)
    seen.set(key, first ?? row)
    if (!cells.name) note(row, 'name', cells.name, 'nameMissing')
    else if (first !== undefined) note(row, 'name', cells.name, 'unitTwice', { row: first })
    else if (other) note(row, 'name', cells.name, 'unitByOtherName', { name: other.name })
    const kind = readKind(cells.kind)
    if (cells.kind && !kind) {
      note(row, 'kind', cells.kind, 'kindUnknown', { words: choicesOf(KIND_WORDS) })
    }
    for (const { column, limit } of LIMITS) {
      if (cells[column].length > limit) note(row, column, cells[column], 'tooLong', { limit })
    }
    const after = {
      name: cells.name,
      shortName: cells.shortName || same?.shortName || upTo(cells.name, SHORT_LENGTH),
      aliases: cells.aliases ? namesIn(cells.aliases) : (same?.aliases ?? []),
      kind: kind ?? same?.kind ?? 'government',
      group: cells.group || same?.group || '',
    }
    return [{ row, id: same?.id ?? null, before: same ? factsOf(same) : null, after }]
  })
}

const factsOf = ({ name, shortName, aliases, kind, group }: UnitFacts): UnitFacts => ({
  name,
  shortName,
  aliases,
  kind,
  group,
})
