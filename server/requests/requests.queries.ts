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

/** Locks a task the actor may see, with its milestones and what was granted of this kind before. */
export async function lockRequestedTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  kind: RequestKind,
): Promise<RequestedTask | undefined> {
  const task = await visibleTasks(tx, actor)
    .select(['t.id', 't.code', 't.title', 't.state', 't.leadUnitId', 't.leaderId', 't.currentDueOn', 't.weight'])
    .where('t.id', '=', taskId)
    .forNoKeyUpdate('t')
    .executeTakeFirst()
  if (!task) return undefined
  const { organizationId } = actor
  // Read after the lock, so that what another change has just committed is seen.
  const { rows } = await sql<Omit<RequestedTask, keyof typeof task>>`
    select coalesce((select s.light from task_standing s where s.organization_id = ${organizationId} and s.task_id = t.id), 'grey') as light,
      case when t.target_value is not null then json_build_object('value', t.target_value, 'measure', coalesce(t.target_unit, '')) end as target,
      coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'currentDueOn', m.current_due_on, 'state', m.state)
          order by m.position, m.id)
        from milestone m where m.organization_id = ${organizationId} and m.task_id = t.id and not m.retired), '[]') as milestones,
      (select count(*)::int from task_request r where r.organization_id = ${organizationId} and r.task_id = t.id
        and r.kind = ${kind} and r.state = 'approved') as granted_count,
      exists (select from task_request r where r.organization_id = ${organizationId} and r.task_id = t.id
        and r.kind = ${kind} and r.state in ('asked','reviewed')) as has_open_request
    from task t where t.organization_id = ${organizationId} and t.id = ${taskId}`.execute(tx)
  return rows[0] && { ...task, ...rows[0] }
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

/** Locks a request about a task that the actor may see. */
export async function lockRequest(tx: Tx, actor: Actor, requestId: string): Promise<LockedRequest | undefined> {
  const { rows } = await sql<LockedRequest>`
    select r.id, r.task_id, r.kind, r.state, r.decider, r.asked_by, r.dates, r.after, t.lead_unit_id, t.leader_id
    from task_request r join task t on t.organization_id = r.organization_id and t.id = r.task_id
    where r.organization_id = ${actor.organizationId} and r.id = ${requestId} and ${visibleTo(actor)}
    for no key update of t, r`.execute(tx)
  return rows[0]
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
  dates?: readonly KeptDate[]
}

export async function saveRequest(
  tx: Tx,
  organizationId: string,
  requestId: string,
  { dates, ...writes }: RequestWrites,
): Promise<void> {
  await tx
    .updateTable('taskRequest')
    .set({ ...writes, ...(dates && { dates: JSON.stringify(dates) }) })
    .where('organizationId', '=', organizationId)
    .where('id', '=', requestId)
    .execute()
}

/** Moves current dates of a task and its milestones; the original ones stay. */
export async function moveDates(
  tx: Tx,
  organizationId: string,
  taskId: string,
  since: Date,
  dates: readonly LaterDate[],
): Promise<void> {
  const ofTask = dates.find(({ milestoneId }) => milestoneId === null)
  await tx
    .updateTable('task')
    .set((column) => ({ since, version: column('version', '+', 1), ...(ofTask && { currentDueOn: ofTask.dueOn }) }))
    .where('organizationId', '=', organizationId)
    .where('id', '=', taskId)
    .execute()
  await sql`
    update milestone m set since = ${since}, current_due_on = d."dueOn"
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as d ("milestoneId" uuid, "dueOn" date)
    where m.organization_id = ${organizationId} and m.task_id = ${taskId} and m.id = d."milestoneId"`.execute(tx)
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
