import { sql, type RawBuilder } from 'kysely'
import { type Actor, hasRole } from '#domain/access/actor.ts'
import type { ChangedTask, PromisedChanges } from '#domain/requests/change.ts'
import type { ExtendedTask, LaterDate } from '#domain/requests/extension.ts'
import type { Decider } from '#domain/requests/ladder.ts'
import {
  OPEN_REQUEST_STATES,
  type RequestInLife,
  type RequestKind,
  type RequestState,
} from '#domain/requests/request.ts'
import type { RequestView } from '#domain/requests/requests.contract.ts'
import type { Db, Tx } from '../db/db.ts'
import { visibleTasks, visibleTo } from '../tasks/visible.queries.ts'

/** A task as requests about it see it. */
export type RequestedTask = ExtendedTask &
  Omit<ChangedTask, 'target'> & {
    id: string
    code: string
    leaderId: string | null
    target: { value: number; measure: string } | null
  }

/** A task, and the kind of request that is meant. */
type Wanted = { taskId: string; kind: RequestKind }

/** Locks a task the actor may see, with its milestones and what was granted of this kind before. */
export async function lockRequestedTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  kind: RequestKind,
): Promise<RequestedTask | undefined> {
  const [task] = await lockRequestedTasks(tx, actor, [{ taskId, kind }])
  return task
}

/** The same for several, each for its kind of request; what the actor may not see is missing from the answer. */
export async function lockRequestedTasks(
  tx: Tx,
  actor: Actor,
  wanted: readonly Wanted[],
): Promise<(RequestedTask & { kind: RequestKind })[]> {
  const tasks = await visibleTasks(tx, actor)
    .select(['t.id', 't.code', 't.title', 't.state', 't.leadUnitId', 't.leaderId', 't.currentDueOn', 't.weight'])
    .where('t.id', '=', sql<string>`any(${wanted.map(({ taskId }) => taskId)}::uuid[])`)
    .orderBy('t.id')
    .forNoKeyUpdate('t')
    .execute()
  const { organizationId } = actor
  // Read after the lock, so that what another change has just committed is seen.
  const { rows } = await sql<Wanted & Omit<RequestedTask, keyof (typeof tasks)[number]>>`
    select w."taskId" as task_id, w.kind,
      coalesce((select s.light from task_standing s where s.organization_id = ${organizationId} and s.task_id = t.id), 'grey') as light,
      case when t.target_value is not null then json_build_object('value', t.target_value, 'measure', coalesce(t.target_unit, '')) end as target,
      coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'currentDueOn', m.current_due_on, 'state', m.state)
          order by m.position, m.id)
        from milestone m where m.organization_id = ${organizationId} and m.task_id = t.id and not m.retired), '[]') as milestones,
      (select count(*)::int from task_request r where r.organization_id = ${organizationId} and r.task_id = t.id
        and r.kind = w.kind and r.state = 'approved') as granted_count,
      exists (select from task_request r where r.organization_id = ${organizationId} and r.task_id = t.id
        and r.kind = w.kind and r.state in ('asked','reviewed')) as has_open_request
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w ("taskId" uuid, kind text)
    join task t on t.organization_id = ${organizationId} and t.id = w."taskId"`.execute(tx)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return rows.flatMap(({ taskId, ...facts }) => {
    const task = byId.get(taskId)
    return task ? [{ ...task, ...facts }] : []
  })
}

/** A date as a request keeps it. */
export type KeptDate = { milestoneId: string | null; from: string; asked: string; granted: string | null }

export type NewRequest = {
  id: string
  taskId: string
  kind: RequestKind
  decider: Decider
  rulesVersion: string
  ordinal: number
  isLate: boolean
  unitId: string
  reason: string
  account: string
  dates: readonly KeptDate[]
  before: PromisedChanges | null
  after: PromisedChanges | null
}

/** Writes a request down as asked by the actor on the office’s day, with the dates or the promise it would change. */
export async function addRequest(
  tx: Tx,
  { organizationId, personId }: Actor,
  { today, now }: { today: string; now: Date },
  { dates, before, after, ...request }: NewRequest,
): Promise<void> {
  await tx
    .insertInto('taskRequest')
    .values({
      ...request,
      organizationId,
      state: 'asked',
      askedBy: personId,
      askedOn: today,
      askedAt: now,
      dates: JSON.stringify(dates),
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })
    .execute()
}

/** A request as a decision about it sees it. */
export type LockedRequest = RequestInLife & {
  id: string
  taskId: string
  kind: RequestKind
  dates: KeptDate[]
  after: PromisedChanges | null
}

/** Locks requests about tasks that the actor may see, those asked first in front; the others are missing. */
export async function lockRequests(tx: Tx, actor: Actor, requestIds: readonly string[]): Promise<LockedRequest[]> {
  const { rows } = await sql<LockedRequest>`
    select r.id, r.task_id, r.kind, r.state, r.decider, r.asked_by, r.dates, r.after, t.lead_unit_id, t.leader_id
    from task_request r join task t on t.organization_id = r.organization_id and t.id = r.task_id
    where r.organization_id = ${actor.organizationId} and r.id = any(${[...requestIds]}::uuid[]) and ${visibleTo(actor)}
    order by r.asked_on, r.id
    for no key update of t, r`.execute(tx)
  return rows
}

/** What a step of a request writes. */
export type RequestWrites = {
  state: RequestState
  opinionAgrees?: boolean
  opinionNote?: string
  reviewedBy?: string
  reviewedOn?: string
  decisionNote?: string
  decidedBy?: string
  decidedOn?: string
}

/** Saves one step of several requests: the same words for all, the dates of each. */
export async function saveRequests(
  tx: Tx,
  organizationId: string,
  requests: readonly { id: string; dates?: readonly KeptDate[] | undefined }[],
  writes: RequestWrites,
): Promise<void> {
  if (requests.length === 0) return
  const ids = requests.map(({ id }) => id)
  await tx
    .updateTable('taskRequest')
    .set(writes)
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const dated = requests.filter(({ dates }) => dates !== undefined)
  if (dated.length === 0) return
  await sql`
    update task_request r set dates = v.dates
    from jsonb_to_recordset(${JSON.stringify(dated)}::jsonb) as v (id uuid, dates jsonb)
    where r.organization_id = ${organizationId} and r.id = v.id`.execute(tx)
}

/** Moves current dates of tasks and their milestones; the original ones stay. */
export async function moveDates(
  tx: Tx,
  organizationId: string,
  since: Date,
  dates: readonly (LaterDate & { taskId: string })[],
): Promise<void> {
  if (dates.length === 0) return
  const moved = JSON.stringify(dates)
  await sql`
    update task t set since = ${since}, version = t.version + 1, current_due_on = coalesce(d.due_on, t.current_due_on)
    from (select v."taskId" as task_id, max(v."dueOn") filter (where v."milestoneId" is null) as due_on
      from jsonb_to_recordset(${moved}::jsonb) as v ("taskId" uuid, "milestoneId" uuid, "dueOn" date) group by v."taskId") d
    where t.organization_id = ${organizationId} and t.id = d.task_id`.execute(tx)
  await sql`
    update milestone m set since = ${since}, current_due_on = d."dueOn"
    from jsonb_to_recordset(${moved}::jsonb) as d ("taskId" uuid, "milestoneId" uuid, "dueOn" date)
    where m.organization_id = ${organizationId} and m.task_id = d."taskId" and m.id = d."milestoneId"`.execute(tx)
}

/** A request as it is shown, before it is known what the one who looks may do. */
export type RequestRow = Omit<RequestView, 'may'> & {
  askedById: string
  leadUnitId: string | null
  leaderId: string | null
  /** The instant it was asked at, as a cursor keeps it. */
  at: string
}

export type RequestFilter = {
  taskId?: string
  requestId?: string
  requestIds?: readonly string[]
  open?: boolean
  mine?: boolean
  kind?: RequestKind | undefined
  after?: readonly [string, string] | undefined
  limit: number
}

/** Requests of tasks the actor may see, those asked last first. */
export async function findRequests(db: Db, actor: Actor, filter: RequestFilter): Promise<RequestRow[]> {
  const { organizationId } = actor
  const where = [
    sql<boolean>`r.organization_id = ${organizationId}`,
    visibleTo(actor),
    ...(filter.taskId ? [sql<boolean>`r.task_id = ${filter.taskId}`] : []),
    ...(filter.requestId ? [sql<boolean>`r.id = ${filter.requestId}`] : []),
    ...(filter.requestIds ? [sql<boolean>`r.id = any(${[...filter.requestIds]}::uuid[])`] : []),
    ...(filter.kind ? [sql<boolean>`r.kind = ${filter.kind}`] : []),
    ...(filter.open ? [sql<boolean>`r.state in (${sql.join([...OPEN_REQUEST_STATES])})`] : []),
    ...(filter.mine ? [waitingFor(actor)] : []),
    ...(filter.after
      ? [sql<boolean>`(r.asked_at, r.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`]
      : []),
  ]
  const { rows } = await sql<RequestRow>`
    select r.id, r.kind, r.state, r.decider, r.ordinal, r.is_late, r.asked_on, r.reason, r.account, r.before, r.after,
      r.asked_at::text as at, r.asked_by as asked_by_id, t.lead_unit_id, t.leader_id,
      json_build_object('id', t.id, 'code', t.code, 'title', t.title) as task,
      json_build_object('id', u.id, 'name', u.short_name) as unit,
      ${person('p')} as asked_by,
      case when v.id is not null then json_build_object('agrees', r.opinion_agrees, 'note', r.opinion_note,
        'by', ${person('v')}, 'on', r.reviewed_on) end as opinion,
      case when d.id is not null then json_build_object('note', r.decision_note, 'by', ${person('d')}, 'on', r.decided_on) end as decision,
      coalesce((select json_agg(json_build_object('milestoneId', x."milestoneId", 'title', m.title,
          'originalDueOn', coalesce(m.original_due_on, t.original_due_on), 'from', x."from", 'asked', x.asked, 'granted', x.granted)
          order by x.asked, m.position)
        from jsonb_to_recordset(r.dates) as x ("milestoneId" uuid, "from" date, asked date, granted date)
        left join milestone m on m.organization_id = r.organization_id and m.id = x."milestoneId"), '[]') as dates
    from task_request r
    join task t on t.organization_id = r.organization_id and t.id = r.task_id
    join unit u on u.organization_id = r.organization_id and u.id = r.unit_id
    join person p on p.organization_id = r.organization_id and p.id = r.asked_by
    left join person v on v.organization_id = r.organization_id and v.id = r.reviewed_by
    left join person d on d.organization_id = r.organization_id and d.id = r.decided_by
    where ${sql.join(where, sql` and `)}
    order by r.asked_at desc, r.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

const person = (alias: string) =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`

/** What waits for the actor: the office's review or decision, a leader's decision. */
function waitingFor(actor: Actor): RawBuilder<boolean> {
  const ways = [
    ...(hasRole(actor, 'supervisionOffice') ? [sql<boolean>`r.state = 'asked'`] : []),
    ...(hasRole(actor, 'leaderInCharge')
      ? [sql<boolean>`(r.state = 'reviewed' and r.decider = 'leaderInCharge' and t.leader_id = ${actor.personId})`]
      : []),
    ...(hasRole(actor, 'principalLeader')
      ? [sql<boolean>`(r.state = 'reviewed' and r.decider = 'principalLeader')`]
      : []),
  ]
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`
}
