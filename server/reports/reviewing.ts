import { acceptRow, returnRow, type ReturnReason } from '#domain/reports/sheet.ts'
import { Refusal, refusalSentence } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { refreshStandings } from '../tasks/standing.ts'
import {
  type EntryToDecide,
  findNames,
  findStandings,
  findTaskIds,
  lockEntries,
  lockTasks,
  saveDecisions,
  saveSheet,
} from './entries.queries.ts'
import { changedMeanwhile } from './reading.ts'
import { type MovedMilestone, moveMilestones } from '../tasks/milestones.queries.ts'

type Review = {
  rows: { entryId: string; version: number }[]
  decision: 'accept' | 'return'
  reason: ReturnReason | null
  note: string
}
type Refused = { id: string; code: string; message: string }

/** The office accepts or returns rows: what may be decided is, the rest says why not. */
export async function reviewRows(changing: Changing, review: Review) {
  const { tx, actor, now, today } = changing
  if (review.decision === 'return' && review.reason === null) throw new Refusal('return_reason_missing')
  const entryIds = review.rows.map(({ entryId }) => entryId)
  const taskIds = await findTaskIds(tx, actor, entryIds)
  if (taskIds.length > 0) await lockTasks(tx, actor, taskIds)
  const entries = new Map((await lockEntries(tx, actor, entryIds)).map((entry) => [entry.id, entry]))
  const names = await findNames(tx, actor, [...entries.values()].flatMap(lastHands))
  const refused: Refused[] = []
  const decided: EntryToDecide[] = []
  const seen = new Set<string>()
  for (const { entryId, version } of review.rows) {
    if (seen.has(entryId)) continue // named twice, decided once
    seen.add(entryId)
    const entry = entries.get(entryId)
    const refusal = refusalOf(changing, review, entry, version, names)
    if (refusal) refused.push(inWords(entryId, refusal, changing))
    else if (entry) decided.push(entry)
  }
  const state = review.decision === 'accept' ? 'accepted' : 'returned'
  const ids = decided.map(({ id }) => id)
  const words = state === 'returned' ? { reason: review.reason, note: review.note } : { reason: null, note: '' }
  await saveDecisions(tx, actor, ids, { state, ...words, on: today, at: now })
  const milestones = await moveClaims(changing, review, decided)
  if (state === 'returned') await reopenSheets(changing, decided)
  await refreshStandings(
    tx,
    actor.organizationId,
    decided.map(({ taskId }) => taskId),
    today,
  )
  await recordReview(changing, review, decided, milestones)
  return { done: await standingOf(changing, decided, state), refused }
}

function refusalOf(
  { actor, timeZone }: Changing,
  { decision, reason }: Review,
  entry: EntryToDecide | undefined,
  version: number,
  names: ReadonlyMap<string, string>,
): Refusal | null {
  if (!entry) return new Refusal('not_found')
  const row = { state: entry.state, authorId: entry.savedBy ?? '', signedById: entry.submittedBy }
  try {
    if (decision === 'accept') acceptRow(actor, row)
    else returnRow(actor, row, reason)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  if (entry.version === version) return null
  const [by = ''] = lastHands(entry).map((id) => names.get(id) ?? '')
  return changedMeanwhile(by, entry.since, timeZone)
}

/** Who may have made the present version, the likeliest first. */
const lastHands = ({ submittedBy, savedBy }: EntryToDecide): string[] =>
  [submittedBy, savedBy].filter((id) => id !== null)

const inWords = (id: string, { code, facts }: Refusal, { language }: Changing): Refused => ({
  id,
  code,
  message: refusalSentence(code, facts, language),
})

const moveClaims = ({ tx, actor, now, today }: Changing, { decision }: Review, entries: readonly EntryToDecide[]) =>
  moveMilestones(
    tx,
    actor,
    entries.flatMap(({ taskId, claimedMilestoneIds }) =>
      claimedMilestoneIds.map((milestoneId) => ({ taskId, milestoneId })),
    ),
    decision === 'accept' ? 'accept' : 'returnClaim',
    { on: today, at: now },
  )

/** A sheet with returned rows is to be prepared anew. */
async function reopenSheets({ tx, actor }: Changing, entries: readonly EntryToDecide[]): Promise<void> {
  const places = new Map(entries.map((entry) => [`${entry.periodId}/${entry.unitId}`, entry]))
  for (const place of places.values()) await saveSheet(tx, actor, place, { preparedAt: null, preparedBy: null })
}

async function recordReview(
  changing: Changing,
  { decision, reason, note }: Review,
  entries: readonly EntryToDecide[],
  milestones: readonly MovedMilestone[],
): Promise<void> {
  const [state, milestoneState] = decision === 'accept' ? ['accepted', 'accepted'] : ['returned', 'pending']
  await record(
    changing,
    ...entries.map(({ taskId, periodId, unitId }) => ({
      action: decision === 'accept' ? 'report.accepted' : 'report.returned',
      subjectType: 'task',
      subjectId: taskId,
      before: { state: 'submitted' },
      after: { state, periodId, unitId, ...(reason && { reason }) },
      reason: note || null,
    })),
    ...milestones.map(({ id, taskId, title, doneOn }) => ({
      action: decision === 'accept' ? 'milestone.accepted' : 'milestone.returned',
      subjectType: 'task',
      subjectId: taskId,
      before: { state: 'submitted' },
      after: { state: milestoneState, milestoneId: id, title, ...(doneOn && { doneOn }) },
    })),
  )
}

async function standingOf({ tx, actor }: Changing, entries: readonly EntryToDecide[], state: 'accepted' | 'returned') {
  const standings = await findStandings(
    tx,
    actor,
    entries.map(({ taskId }) => taskId),
  )
  const byTask = new Map(standings.map(({ taskId, ...standing }) => [taskId, standing]))
  return entries.map(({ id, taskId }) => {
    const { light, why } = byTask.get(taskId) ?? { light: 'grey' as const, why: [] }
    return { id, taskId, state, light, why }
  })
}
