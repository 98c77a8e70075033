import { randomUUID } from 'node:crypto'
import { workingCalendar } from '#domain/calendar/calendar.ts'
import type { RowValues } from '#domain/reports/reports.contract.ts'
import { changedFields } from '#domain/reports/row.ts'
import { canEditRow } from '#domain/reports/sheet.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { findNames, saveEntry } from './entries.queries.ts'
import { changedMeanwhile, officeOf, type Place, readRowToSave } from './reading.ts'
import { findRowToSave, findSheetStates, type RowToSave } from './row.queries.ts'
import type { StoredEntry } from './sheet.queries.ts'
import { currentValues, factsOfSheet, problemsOf, stateOf, viewEntry } from './view.ts'

type Wish = {
  version: number
  changes: { [Field in keyof RowValues]?: RowValues[Field] | undefined }
  checked?: boolean | undefined
}

/** Saves cells of one row and gives the row as it is now. */
export async function saveRow(changing: Changing, place: Place & { taskId: string }, wish: Wish) {
  const { tx, actor } = changing
  const row = await readRowToSave(tx, actor, place)
  await ensureEditable(changing, place, row)
  if (wish.version !== (row.entry?.version ?? 0)) throw await refuseStale(row.entry, changing)
  const before = currentValues(row)
  const values = tidy({ ...before, ...given(wish.changes) })
  const changed = changedFields(values, before)
  const checked = wish.checked ?? (changed.length === 0 && (row.entry?.checked ?? false))
  if (row.entry && changed.length === 0 && checked === row.entry.checked) return viewSaved(row)
  const id = row.entry?.id ?? randomUUID()
  const pick = (from: RowValues) => Object.fromEntries(changed.map((field) => [field, from[field]]))
  const [version] = await Promise.all([
    saveEntry(tx, actor, place, { id, values, checked, version: wish.version, at: changing.now }),
    record(changing, {
      action: 'report.saved',
      subjectType: 'reportEntry',
      subjectId: id,
      before: row.entry && { ...pick(before), checked: row.entry.checked },
      after: { ...(row.entry ? pick(values) : values), checked, taskId: place.taskId, periodId: place.periodId },
    }),
  ])
  if (version === null) throw await refuseRaced(changing, place)
  return {
    entryId: id,
    version,
    state: row.entry?.state ?? ('draft' as const),
    checked,
    values,
    saved: { at: changing.now.toISOString(), by: { id: actor.personId, name: actor.name } },
    problems: problemsOf(row, values, row),
  }
}

/**
 * Whether this row may be written now. Until a sheet is signed cells are saved all the time and no row keeps another from
 * being written: the others are read for a signed one alone, the calendar where a returned row's term hangs on it.
 */
async function ensureEditable(changing: Changing, place: Place, row: RowToSave): Promise<void> {
  const { tx, today, timeZone, actor } = changing
  const { signedAt } = row
  const sheet = signedAt ? await findSheetStates(tx, actor, place) : { states: [], returnedOn: null }
  const office = sheet.returnedOn ? await officeOf(tx, changing) : { today, timeZone, calendar: workingCalendar([]) }
  const rowStates = [stateOf(row), ...sheet.states]
  const returnedOn = sheet.returnedOn ? [sheet.returnedOn] : []
  const facts = factsOfSheet({ unitId: place.unitId, period: row, rowStates, returnedOn, signedAt }, office)
  ensure(canEditRow(actor, facts, stateOf(row), today))
}

/** Who wrote the version that is there now, and when. */
export async function refuseStale(entry: StoredEntry | null, { tx, actor, timeZone, now }: Changing): Promise<Refusal> {
  if (!entry) return changedMeanwhile('', now, timeZone)
  const since = new Date(entry.since)
  const isSaved = entry.savedAt !== null && new Date(entry.savedAt).getTime() === since.getTime()
  const by = (isSaved ? entry.savedBy?.id : (entry.decidedBy ?? entry.submittedBy)) ?? ''
  return changedMeanwhile((await findNames(tx, actor, by ? [by] : [])).get(by) ?? '', since, timeZone)
}

async function refuseRaced(changing: Changing, place: Place & { taskId: string }): Promise<Refusal> {
  const row = await findRowToSave(changing.tx, changing.actor, place)
  return refuseStale(row?.entry ?? null, changing)
}

function viewSaved(row: RowToSave) {
  const values = currentValues(row)
  const { entryId, version, state, checked, saved } = viewEntry(row.entry)
  return { entryId: entryId ?? '', version, state, checked, values, saved, problems: problemsOf(row, values, row) }
}

const given = (changes: Wish['changes']): Partial<RowValues> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))

const said = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '')

/** Empty lines say nothing, and a milestone is claimed once. */
const tidy = (values: RowValues): RowValues => ({
  ...values,
  done: said(values.done),
  evidence: said(values.evidence),
  claimedMilestoneIds: [...new Set(values.claimedMilestoneIds)],
})
