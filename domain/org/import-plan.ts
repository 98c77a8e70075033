import { listed } from '../listed.ts'
import type { Language } from '../refusal.ts'
import type { OrgImportPreview } from './org-import.contract.ts'
import { planPeople, type KnownPerson, type PersonFacts, type PlannedPerson } from './import-people.ts'
import { type CellFacts, cellSentence, type CellSentence } from './import-sentences.ts'
import { headingOf, KIND_WORDS, ROLE_WORDS, type ColumnOf, type OrgList, type OrgTables } from './import-table.ts'
import { findUnit, planUnits, unitsByName, type KnownUnit, type PlannedUnit, type UnitFacts } from './import-units.ts'

/** Notes a cell that must be corrected. */
export type Noted<List extends OrgList> = (
  row: number,
  column: ColumnOf<List>,
  value: string,
  sentence: CellSentence,
  facts?: CellFacts,
) => void

export type OrgKnown = {
  units: readonly KnownUnit[]
  people: readonly KnownPerson[]
  /** User names, in lower case, that somebody of another organization on this server has. */
  takenUserNames: ReadonlySet<string>
  selfId: string
}

export type OrgPlan = { units: PlannedUnit[]; people: PlannedPerson[]; problems: OrgImportPreview['problems'] }

/** What an import of units and people would do, and what must be corrected first. Changes nothing. */
export function planOrgImport(tables: OrgTables, known: OrgKnown, language: Language): OrgPlan {
  const problems: OrgPlan['problems'] = []
  const noteIn =
    <List extends OrgList>(list: List): Noted<List> =>
    (row, column, value, sentence, facts = {}) => {
      const message = cellSentence(sentence, facts, language)
      problems.push({ list, row, column: headingOf(list, column, language), value, message })
    }
  const units = planUnits(tables.units, known.units, noteIn('units'))
  const changed = new Set(units.map((unit) => unit.id))
  const later = [...known.units.filter((unit) => !changed.has(unit.id)), ...units.map((unit) => unit.after)]
  const byName = unitsByName<UnitFacts>(later)
  const unitName = (name: string) => findUnit(byName, name)?.name
  const people = planPeople(tables.people, { ...known, unitName }, noteIn('people'))
  return { units, people, problems }
}

type Planned = { id: string | null; before: object | null; after: object }

/** `add` for what is new, `nothing` for what is there already as it stands in the file. */
export const deedOf = ({ before, after }: Planned): 'add' | 'change' | 'nothing' => {
  if (before === null) return 'add'
  return JSON.stringify(before) === JSON.stringify(after) ? 'nothing' : 'change'
}

/** The plan as the preview shows it. `digest` is worked out by the server over the plan. */
export function viewPlan(plan: OrgPlan, digest: string, language: Language): OrgImportPreview {
  const rows = [
    ...plan.units.map((unit) => ({
      list: 'units' as const,
      row: unit.row,
      name: unit.after.name,
      does: deedOf(unit),
      changes: unit.before
        ? changesOf('units', sayUnit(unit.before, language), sayUnit(unit.after, language), language)
        : [],
    })),
    ...plan.people.map((person) => ({
      list: 'people' as const,
      row: person.row,
      name: person.after.name,
      does: deedOf(person),
      changes: person.before
        ? changesOf('people', sayPerson(person.before, language), sayPerson(person.after, language), language)
        : [],
    })),
  ]
  const count = (deed: string) => rows.filter((row) => row.does === deed).length
  const counts = { addedCount: count('add'), changedCount: count('change'), unchangedCount: count('nothing') }
  return { rows, problems: plan.problems, ...counts, digest }
}

type Said<List extends OrgList> = Partial<Record<ColumnOf<List>, string>>

const sayUnit = (unit: UnitFacts, language: Language): Said<'units'> => ({
  name: unit.name,
  shortName: unit.shortName,
  aliases: listed(language, unit.aliases),
  kind: KIND_WORDS[unit.kind][language],
  group: unit.group,
})

const sayPerson = (person: PersonFacts, language: Language): Said<'people'> => ({
  name: person.name,
  phone: person.phone ?? '',
  role: person.posts
    .map((post) => [post.unitName, ROLE_WORDS[post.role][language], post.title].filter(Boolean).join(' '))
    .join('；'),
})

function changesOf<List extends OrgList>(list: List, before: Said<List>, after: Said<List>, language: Language) {
  return (Object.keys(before) as ColumnOf<List>[]).flatMap((column) => {
    const [from = '', to = ''] = [before[column], after[column]]
    return from === to ? [] : [{ column: headingOf(list, column, language), from, to }]
  })
}
