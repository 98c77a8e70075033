import { Refusal } from '#domain/refusal.ts'
import { grantDates, type LaterDate } from '#domain/requests/extension.ts'
import { canReview, canWithdraw, decideRequest, type RequestState } from '#domain/requests/request.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { saveFields } from '../tasks/fields.queries.ts'
import { refreshStandings } from '../tasks/standing.ts'
import {
  type LockedRequest,
  lockRequest,
  lockRequestedTask,
  moveDates,
  type RequestedTask,
  type RequestWrites,
  saveRequest,
} from './requests.queries.ts'

type After = { id: string; state: RequestState }

/** The office says what it thinks of a request that a leader decides. */
export async function review(
  changing: Changing,
  requestId: string,
  { agrees, note }: { agrees: boolean; note: string },
): Promise<After> {
  const { actor, today } = changing
  const request = await lock(changing, requestId)
  ensure(canReview(actor, request))
  const opinion = { opinionAgrees: agrees, opinionNote: note, reviewedBy: actor.personId, reviewedOn: today }
  return save(changing, request, { state: 'reviewed', ...opinion }, { agrees, ...(note && { note }) })
}

/** Takes a request back. */
export async function withdraw(changing: Changing, requestId: string): Promise<After> {
  const request = await lock(changing, requestId)
  ensure(canWithdraw(changing.actor, request))
  return save(changing, request, { state: 'withdrawn' }, {})
}

export type Decision = { approves: boolean; note: string; dates: readonly LaterDate[] }

/** Grants or refuses a request; what is granted holds at once. */
export async function decide(changing: Changing, requestId: string, decision: Decision): Promise<After> {
  const { actor, today } = changing
  const request = await lock(changing, requestId)
  const state = decideRequest(actor, request, decision)
  const decided = { state, decisionNote: decision.note, decidedBy: actor.personId, decidedOn: today }
  if (state !== 'approved') return save(changing, request, decided, { ...(decision.note && { note: decision.note }) })
  const task = await lockRequestedTask(changing.tx, actor, request.taskId, request.kind)
  if (!task) throw new Refusal('not_found')
  const granted = request.kind === 'extensionRequest' ? await extend(changing, request, task, decision.dates) : null
  if (!granted) await change(changing, request, task)
  await refreshStandings(changing.tx, actor.organizationId, [task.id], today)
  return save(changing, request, { ...decided, ...(granted && { dates: granted }) }, granted ? { dates: granted } : {})
}

async function lock({ tx, actor }: Changing, requestId: string): Promise<LockedRequest> {
  const request = await lockRequest(tx, actor, requestId)
  if (!request) throw new Refusal('not_found')
  return request
}

async function extend(
  { tx, actor, now }: Changing,
  { dates }: LockedRequest,
  task: RequestedTask,
  granted: readonly LaterDate[],
) {
  const asked = dates.map(({ milestoneId, asked: dueOn }) => ({ milestoneId, dueOn }))
  const moved = grantDates(task, asked, granted)
  await moveDates(tx, actor.organizationId, task.id, now, moved)
  return dates.map((date, index) => ({ ...date, granted: moved[index]?.dueOn ?? date.asked }))
}

async function change({ tx, actor, now }: Changing, { after }: LockedRequest, task: RequestedTask): Promise<void> {
  const { title, target, weight } = after ?? {}
  const columns = {
    ...(title !== undefined && { title, searchGrams: gramsOf(task.code, title) }),
    ...(target !== undefined && { targetValue: target?.value ?? null, targetUnit: target?.measure ?? null }),
    ...(weight !== undefined && { weight }),
  }
  await saveFields(tx, actor.organizationId, now, [{ id: task.id, columns }])
}

const NAMES = { extensionRequest: 'extension', changeRequest: 'change' } as const
const PAST = { reviewed: 'Reviewed', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' } as const

async function save(
  changing: Changing,
  request: LockedRequest,
  writes: RequestWrites & { state: keyof typeof PAST },
  said: object,
): Promise<After> {
  await saveRequest(changing.tx, changing.actor.organizationId, request.id, writes)
  await record(changing, {
    action: `task.${NAMES[request.kind]}${PAST[writes.state]}`,
    subjectType: 'task',
    subjectId: request.taskId,
    after: { requestId: request.id, ...said, ...(request.after && writes.state === 'approved' && request.after) },
    reason: writes.decisionNote || writes.opinionNote || null,
  })
  return { id: request.id, state: writes.state }
}
