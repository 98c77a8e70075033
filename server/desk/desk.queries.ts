import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { DeskItem } from '#domain/desk/desk.contract.ts'
import { isStepQueue, statesOf, TASK_QUEUES, type TaskQueue } from '#domain/desk/queues.ts'
import { OPEN_REQUEST_STATES } from '#domain/requests/request.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import type { Db } from '../db/db.ts'
import { inList } from '../tasks/states.queries.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

/** Whose queues: those of one unit's tasks, or of all. */
export type DeskScope = { unitId: string | undefined; today: Day }

/** What waits in a queue: its rows `from … where`, by id, and since when. */
type Waiting = {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
  id: RawBuilder<unknown>
  since: RawBuilder<unknown>
}

const TASKS = sql`task t`
const PENDING = sql`m.organization_id = t.organization_id and m.task_id = t.id and m.state = 'pending' and not m.retired`

/** The first date of task `t` that was missed. */
const firstMissed = (today: Day) =>
  sql`(select min(m.current_due_on) from milestone m where ${PENDING} and m.current_due_on < ${today}::date)`

/** A notice `n` of task `t` that still speaks of something open. */
const NOTICE_OF_OPEN = sql`n.organization_id = t.organization_id and n.task_id = t.id
  and (n.milestone_id is null or exists (select from milestone m where ${PENDING} and m.id = n.milestone_id))`

/**
 * Red, with its unit, and nobody was given notice of it: a proposal waits for the office, or there is none. What the
 * office let fall it has decided; what fell by itself it has not.
 */
const WITHOUT_NOTICE = sql`(
  exists (select from supervision_notice n where ${NOTICE_OF_OPEN} and n.state = 'proposed')
  or not exists (select from supervision_notice n where ${NOTICE_OF_OPEN} and (n.state <> 'dismissed' or n.closed_by is not null)))`

function waitingIn(queue: TaskQueue, { organizationId }: Actor, today: Day): Waiting {
  const ofOrganization = sql`t.organization_id = ${organizationId}`
  if (isStepQueue(queue))
    return {
      from: TASKS,
      where: sql`${ofOrganization} and t.state in ${inList(statesOf(queue))}`,
      id: sql`t.id`,
      since: sql`coalesce(t.state_on, t.starts_on)`,
    }
  if (queue === 'extensions')
    return {
      from: sql`task_request r join task t on t.organization_id = r.organization_id and t.id = r.task_id`,
      where: sql`r.organization_id = ${organizationId} and r.state in ${inList(OPEN_REQUEST_STATES)}`,
      id: sql`r.id`,
      since: sql`r.asked_on`,
    }
  if (queue === 'overdue')
    return {
      from: sql`(select o.organization_id, o.task_id, min(o.current_due_on) as missed_on from milestone o
        where o.organization_id = ${organizationId} and o.state = 'pending' and not o.retired and o.current_due_on < ${today}::date
        group by o.organization_id, o.task_id) d
        join task t on t.organization_id = d.organization_id and t.id = d.task_id`,
      where: sql`t.state in ${inList(URGED_STATES)}`,
      id: sql`t.id`,
      since: sql`d.missed_on`,
    }
  return {
    from: sql`task t join task_standing s on s.organization_id = t.organization_id and s.task_id = t.id and s.light = 'red'`,
    where: sql`${ofOrganization} and t.state in ${inList(URGED_STATES)} and ${WITHOUT_NOTICE}`,
    id: sql`t.id`,
    since: sql`coalesce(${firstMissed(today)}, t.current_due_on, t.starts_on)`,
  }
}

/** Of plans that are not closed, what the actor may see, of the unit that is asked for. */
const inSight = (actor: Actor, unitId: string | undefined) => sql`
  t.plan_id in (select l.id from plan l where l.organization_id = ${actor.organizationId} and l.state <> 'closed')
  and ${visibleTo(actor)} ${unitId === undefined ? sql`` : sql`and t.lead_unit_id = ${unitId}`}`

/** How much came into a queue on a day and still waits. */
export type CameOn = { queue: TaskQueue; since: Day; count: number }

/** All queues of tasks counted in one statement, by the day on which what waits came. */
export async function countQueues(db: Db, actor: Actor, { unitId, today }: DeskScope): Promise<CameOn[]> {
  const each = TASK_QUEUES.map((queue) => {
    const { from, where, since } = waitingIn(queue, actor, today)
    return sql`select ${queue}::text as queue, ${since} as since, count(*)::int as count
      from ${from} where ${where} and ${inSight(actor, unitId)} group by 2`
  })
  const { rows } = await sql<CameOn>`${sql.join(each, sql` union all `)}`.execute(db)
  return rows
}

/** A row of a queue as it is stored; what the domain says of it is added by who asks. */
export type StoredDeskRow = Pick<
  DeskItem,
  'id' | 'unit' | 'since' | 'light' | 'why' | 'dispute' | 'verification' | 'urged'
> & {
  taskId: string
  code: string
  title: string
  state: TaskState
  currentDueOn: Day | null
  completion: DeskItem['completion']
  notice: { id: string; level: 'blue' | 'yellow' | 'red' } | null
}

const DISPUTE = sql`(select json_build_object('number', x.number, 'reason', x.reason, 'legalBasis', x.legal_basis,
    'suggestedUnit', json_build_object('id', v.id, 'name', v.short_name))
  from task_dispute x join unit v on v.organization_id = x.organization_id and v.id = x.suggested_unit_id
  where x.organization_id = t.organization_id and x.task_id = t.id and x.decided_at is null order by x.number desc limit 1)`

const URGED = sql`(select json_build_object('on', g.urged_on, 'by', b.name)
  from urge g left join person b on b.organization_id = g.organization_id and b.id = g.urged_by
  where g.organization_id = t.organization_id and g.task_id = t.id order by g.urged_at desc, g.id limit 1)`

const PROPOSAL = sql`(select json_build_object('id', n.id, 'level', n.level) from supervision_notice n
  where ${NOTICE_OF_OPEN} and n.state = 'proposed'
  order by array_position(array['red','yellow','blue'], n.level), n.proposed_on limit 1)`

/** A page of a queue, what waits longest first; one row more than `limit` says that there is another page. */
export async function findDeskRows(
  db: Db,
  actor: Actor,
  queue: TaskQueue,
  { unitId, today, after, limit }: DeskScope & { after: readonly [Day, string] | undefined; limit: number },
): Promise<StoredDeskRow[]> {
  const { from, where, id, since } = waitingIn(queue, actor, today)
  const beyond = after ? sql`and (${since}, ${id}) > (${after[0]}::date, ${after[1]}::uuid)` : sql``
  const { rows } = await sql<StoredDeskRow>`
    with page as materialized (
      select ${id} as id, t.id as task_id, ${since} as since
      from ${from} where ${where} and ${inSight(actor, unitId)} ${beyond}
      order by ${since}, ${id} limit ${limit + 1})
    select page.id, page.task_id, page.since, t.code, t.title, t.state, t.current_due_on,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.short_name) end as unit,
      coalesce(s.light, 'grey') as light, coalesce(s.why, '[]') as why, s.verification,
      case when t.state = 'disputed' then ${DISPUTE} end as dispute,
      case when t.state = 'completionReview' then json_build_object('note', coalesce(t.completion_note, ''), 'by', coalesce(c.name, '')) end as completion,
      ${URGED} as urged, ${PROPOSAL} as notice
    from page
    join task t on t.organization_id = ${actor.organizationId} and t.id = page.task_id
    left join task_standing s on s.organization_id = t.organization_id and s.task_id = t.id
    left join unit u on u.organization_id = t.organization_id and u.id = t.lead_unit_id
    left join person c on c.organization_id = t.organization_id and c.id = t.completion_requested_by
    order by page.since, page.id`.execute(db)
  return rows
}
