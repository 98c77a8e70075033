import { problemSentence, UNCHECKED } from '#domain/reports/problem-sentence.ts'
import { isBlocked } from '#domain/reports/row.ts'
import { canEditSheet, canSignSheet, isSubmittedBySigning, sheetState } from '#domain/reports/sheet.ts'
import { Refusal, type RefusedField } from '#domain/refusal.ts'
import { ensure, type Verdict } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { refreshStandings } from '../tasks/standing.ts'
import { deliverable, deliverWithSheet, refuseUnseenDeliveries } from './deliveries.ts'
import { findStoredDeliveries } from './deliveries.queries.ts'
import { lockSheet, lockTasks, saveSheet, submitEntries } from './entries.queries.ts'
import { officeOf, type Place, readStoredSheet } from './reading.ts'
import { refuseStale } from './saving.ts'
import { findStoredRows, type StoredEntry, type StoredRow, type StoredSheet } from './sheet.queries.ts'
import { currentValues, factsOf, problemsOf, stateOf } from './view.ts'
import { type MovedMilestone, moveMilestones } from '../tasks/milestones.queries.ts'

type Loaded = { sheet: StoredSheet; rows: StoredRow[] }
type Ready = StoredRow & { entry: StoredEntry }

/** The liaison asks the head to sign: noted on the sheet, once everything is ready. */
export async function prepareSheet(changing: Changing, place: Place) {
  const { tx, actor, now } = changing
  const loaded = await loadForChange(changing, place, canEditSheet)
  readyRows(changing, loaded)
  await saveSheet(tx, actor, place, { preparedAt: now, preparedBy: actor.personId })
  await record(changing, { action: 'sheet.prepared', subjectType: 'reportSheet', ...sheetSubject(place) })
  return { prepared: { at: now.toISOString(), by: { id: actor.personId, name: actor.name } } }
}

type Versions = readonly { taskId: string; version: number }[]
type Seen = { seen: Versions; seenDeliveries: Versions }

/** The head signs: every open row is submitted, its claims count from today, lights follow; deliverables are delivered. */
export async function signRows(changing: Changing, place: Place, { seen, seenDeliveries }: Seen) {
  const { tx, actor, now, today } = changing
  const loaded = await loadForChange(changing, place, canSignSheet)
  await refuseUnseen(changing, loaded, seen)
  const ready = readyRows(changing, loaded)
  const taskIds = ready.map(({ taskId }) => taskId)
  const written = await findStoredDeliveries(tx, actor, place)
  refuseUnseenDeliveries(changing, written, seenDeliveries)
  const deliveries = deliverable(written)
  await lockTasks(tx, actor, [...taskIds, ...deliveries.map(({ taskId }) => taskId)])
  const entries = ready.map(({ entry: { id, version } }) => ({ id, version }))
  const submitted = await submitEntries(tx, actor, entries, { on: today, at: now })
  const raced = ready.find(({ entry }) => !submitted.includes(entry.id))
  if (raced) throw await refuseStale(raced.entry, changing)
  const claims = ready.flatMap(({ taskId, entry }) =>
    entry.claimedMilestoneIds.map((milestoneId) => ({ taskId, milestoneId })),
  )
  const claimed = await moveMilestones(tx, actor, claims, 'claim', { on: today, at: now })
  await saveSheet(tx, actor, place, { signedAt: now, signedBy: actor.personId })
  await refreshStandings(tx, actor.organizationId, taskIds, today)
  await recordSigning(changing, place, ready, claimed)
  await deliverWithSheet(changing, place, deliveries)
  return {
    state: sheetState({ ...loaded.facts, signedOn: today, submittedOn: today, rowStates: ['submitted'] }, today),
    submittedCount: submitted.length,
    claimedCount: claimed.length,
    deliveredCount: deliveries.length,
    signed: { at: now.toISOString(), by: { id: actor.personId, name: actor.name } },
  }
}

async function loadForChange(changing: Changing, place: Place, may: typeof canSignSheet) {
  const { tx, actor, today } = changing
  await readStoredSheet(tx, actor, place) // whoever may not see it locks nothing
  await lockSheet(tx, actor, place)
  const sheet = await readStoredSheet(tx, actor, place)
  const rows = await findStoredRows(tx, actor, place)
  const facts = factsOf(sheet, rows, await officeOf(tx, changing))
  const verdict: Verdict = may(actor, facts, today)
  ensure(verdict)
  return { sheet, rows, facts }
}

const openRows = ({ sheet, rows }: Loaded): StoredRow[] =>
  rows.filter((row) => isSubmittedBySigning(stateOf(row), sheet.signedAt !== null))

/** The open rows, all of them ready. Refuses rows_not_ready with a sentence for each that is not. */
function readyRows({ language }: Changing, loaded: Loaded): Ready[] {
  const open = openRows(loaded)
  const missing: RefusedField[] = open.flatMap((row) => {
    const problems = problemsOf(row, currentValues(row), loaded.sheet)
    const blocking = problems.filter((problem) => isBlocked([problem]))
    const sentences = blocking.map((problem) => problemSentence(problem, language))
    if (row.entry?.checked !== true) sentences.push(UNCHECKED[language])
    return sentences.length === 0 ? [] : [{ at: `rows/${row.taskId}`, message: `${row.code} ${sentences.join(' ')}` }]
  })
  if (missing.length > 0) throw new Refusal('rows_not_ready', { count: missing.length }, missing)
  return open.filter(isBegun)
}

const isBegun = (row: StoredRow): row is Ready => row.entry !== null

async function refuseUnseen(
  changing: Changing,
  { rows }: Loaded,
  seen: readonly { taskId: string; version: number }[],
): Promise<void> {
  for (const { taskId, version } of seen) {
    const row = rows.find((candidate) => candidate.taskId === taskId)
    if (row && (row.entry?.version ?? 0) !== version) throw await refuseStale(row.entry, changing)
  }
}

const sheetSubject = ({ periodId, unitId }: Place) => ({
  subjectId: `${periodId}/${unitId}`,
  after: { periodId, unitId },
})

async function recordSigning(
  changing: Changing,
  place: Place,
  rows: readonly Ready[],
  claimed: readonly MovedMilestone[],
): Promise<void> {
  await record(
    changing,
    { action: 'sheet.signed', subjectType: 'reportSheet', ...sheetSubject(place) },
    ...rows.map(({ taskId, entry }) => ({
      action: 'report.submitted',
      subjectType: 'task',
      subjectId: taskId,
      before: { state: entry.state },
      after: { state: 'submitted', ...place, actualShare: entry.actualShare, actualValue: entry.actualValue },
    })),
    ...claimed.map(({ id, taskId, title, submittedOn }) => ({
      action: 'milestone.submitted',
      subjectType: 'task',
      subjectId: taskId,
      before: { state: 'pending' },
      after: { state: 'submitted', milestoneId: id, title, submittedOn },
    })),
  )
}
