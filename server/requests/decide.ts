import { Refusal } from '#domain/refusal.ts'
import { grantChange } from '#domain/requests/change.ts'
import { grantDates, type LaterDate } from '#domain/requests/extension.ts'
import { canReview, canWithdraw, type Decided, decideRequest, type RequestState } from '#domain/requests/request.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { type Entry, record } from '../journal/record.ts'
import { saveFields } from '../tasks/fields.queries.ts'
import { refreshStandings } from '../tasks/standing.ts'
import {
  type KeptDate,
  type LockedRequest,
  lockRequestedTasks,
  lockRequests,
  moveDates,
  type RequestedTask,
  type RequestWrites,
  saveRequests,
} from './requests.queries.ts'

type After = { id: string; state: RequestState }

/** The office says what it thinks of a request that a leader decides. */
export async function review(
  changing: Changing,
  requestId: string,
  { agrees, note }: { agrees: boolean; note: string },
): Promise<After> {
  const { actor, today } = changing
  const request = await lockOne(changing, requestId)
  ensure(canReview(actor, request))
  const opinion = { opinionAgrees: agrees, opinionNote: note, reviewedBy: actor.personId, reviewedOn: today }
  await save(changing, [{ request, said: { agrees, ...(note && { note }) } }], { state: 'reviewed', ...opinion })
  return { id: request.id, state: 'reviewed' }
}

/** Takes a request back. */
export async function withdraw(changing: Changing, requestId: string): Promise<After> {
  const request = await lockOne(changing, requestId)
  ensure(canWithdraw(changing.actor, request))
  await save(changing, [{ request, said: {} }], { state: 'withdrawn' })
  return { id: request.id, state: 'withdrawn' }
}

async function lockOne({ tx, actor }: Changing, requestId: string): Promise<LockedRequest> {
  const [request] = await lockRequests(tx, actor, [requestId])
  if (!request) throw new Refusal('not_found')
  return request
}

/** What is decided: of granted dates those that are earlier than what was asked for. */
export type Decision = { approves: boolean; note: string; dates: readonly LaterDate[] }

/** Grants or refuses a request; what is granted holds at once. */
export async function decide(changing: Changing, requestId: string, decision: Decision): Promise<After> {
  const { done, refused } = await decideMany(changing, [requestId], decision)
  if (refused[0]) throw refused[0].refusal
  if (!done[0]) throw new Refusal('not_found')
  return done[0]
}

type Granted = { request: LockedRequest; state: Decided; dates?: KeptDate[] }
type RequestRefused = { id: string; refusal: Refusal }

/** Decides several requests alike, each for itself; a refused one changes nothing. */
export async function decideMany(
  changing: Changing,
  requestIds: readonly string[],
  decision: Decision,
): Promise<{ done: After[]; refused: RequestRefused[] }> {
  const { tx, actor, today } = changing
  const requests = await lockRequests(tx, actor, requestIds)
  const tasks = await lockRequestedTasks(tx, actor, requests)
  const refused: RequestRefused[] = requestIds
    .filter((requestId) => !requests.some(({ id }) => id === requestId))
    .map((id) => ({ id, refusal: new Refusal('not_found') }))
  const decided: Granted[] = []
  for (const request of requests) {
    const task = tasks.find(({ id, kind }) => id === request.taskId && kind === request.kind)
    const outcome = decideOne(changing, request, task, decision)
    if (outcome instanceof Refusal) refused.push({ id: request.id, refusal: outcome })
    else decided.push(outcome)
  }
  if (decision.approves) await grant(changing, decided, tasks)
  const writes = { decisionNote: decision.note, decidedBy: actor.personId, decidedOn: today }
  await save(
    changing,
    decided.map(({ request, dates }) => ({ request, dates, said: dates ? { dates } : {} })),
    { state: decision.approves ? 'approved' : 'rejected', ...writes },
  )
  return { done: decided.map(({ request: { id }, state }) => ({ id, state })), refused }
}

function decideOne(
  { actor }: Changing,
  request: LockedRequest,
  task: RequestedTask | undefined,
  decision: Decision,
): Granted | Refusal {
  try {
    const state = decideRequest(actor, request, decision)
    if (!task) return new Refusal('not_found')
    if (state !== 'approved') return { request, state }
    if (request.kind === 'changeRequest') {
      grantChange(task, request.after ?? {})
      return { request, state }
    }
    const asked = request.dates.map(({ milestoneId, asked: dueOn }) => ({ milestoneId, dueOn }))
    const moved = grantDates(task, asked, decision.dates)
    const dates = request.dates.map((date, index) => ({ ...date, granted: moved[index]?.dueOn ?? date.asked }))
    return { request, state, dates }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** What was granted holds from here: dates move, what was promised changes, the lights follow. */
async function grant(
  { tx, actor: { organizationId }, now, today }: Changing,
  decided: readonly Granted[],
  tasks: readonly RequestedTask[],
): Promise<void> {
  const moves = decided.flatMap(({ request: { taskId }, dates }) =>
    (dates ?? []).map(({ milestoneId, asked, granted }) => ({ taskId, milestoneId, dueOn: granted ?? asked })),
  )
  await moveDates(tx, organizationId, now, moves)
  const changes = decided.flatMap(({ request }) => (request.kind === 'changeRequest' ? [changeOf(request, tasks)] : []))
  if (changes.length > 0) await saveFields(tx, organizationId, now, changes)
  const taskIds = [...new Set(decided.map(({ request: { taskId } }) => taskId))]
  await refreshStandings(tx, organizationId, taskIds, today)
}

function changeOf({ taskId, after }: LockedRequest, tasks: readonly RequestedTask[]) {
  const { title, target, weight } = after ?? {}
  const code = tasks.find(({ id }) => id === taskId)?.code ?? ''
  return {
    id: taskId,
    columns: {
      ...(title !== undefined && { title, searchGrams: gramsOf(code, title) }),
      ...(target !== undefined && { targetValue: target?.value ?? null, targetUnit: target?.measure ?? null }),
      ...(weight !== undefined && { weight }),
    },
  }
}

const NAMES = { extensionRequest: 'extension', changeRequest: 'change' } as const
const PAST = { reviewed: 'Reviewed', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' } as const

type Step = { request: LockedRequest; dates?: KeptDate[] | undefined; said: object }
type Writes = RequestWrites & { state: keyof typeof PAST }

/** Saves a step of requests and records it with each task. */
async function save(changing: Changing, steps: readonly Step[], writes: Writes): Promise<void> {
  const saved = steps.map(({ request: { id }, dates }) => ({ id, dates }))
  await saveRequests(changing.tx, changing.actor.organizationId, saved, writes)
  await record(changing, ...steps.map((step) => entryOf(step, writes)))
}

function entryOf({ request, said }: Step, { state, decisionNote, opinionNote }: Writes): Entry {
  return {
    action: `task.${NAMES[request.kind]}${PAST[state]}`,
    subjectType: 'task',
    subjectId: request.taskId,
    after: {
      requestId: request.id,
      ...said,
      ...(state === 'rejected' && decisionNote && { note: decisionNote }),
      ...(state === 'approved' && request.after),
    },
    reason: decisionNote || opinionNote || null,
  }
}
