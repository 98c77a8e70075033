import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Reuse, RowFacts } from '#domain/burden/asks.ts'
import type { Deadline } from '#domain/burden/clashes.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Difficulty } from '#domain/difficulties/difficulty.ts'
import { ACTIVE_STATES } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { inList } from '../tasks/states.queries.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

/** The last report that stands of a task `t` by its lead unit, in a period that ended before a day. */
const formerReport = (before: Day) => sql`
  left join lateral (
    select x.actual_share, x.actual_value, x.next_step, x.confidence
    from report_entry x join period q on q.organization_id = x.organization_id and q.id = x.period_id
    where x.organization_id = t.organization_id and x.task_id = t.id and x.unit_id = t.lead_unit_id
      and q.ends_on < ${before}::date and x.state in ('submitted','accepted')
    order by q.ends_on desc limit 1) f on true`

type StoredRows = {
  unitId: string
  rowCount: number
  shareCount: number
  doneCount: number
  confidenceCount: number
  milestoneRowCount: number
}

/** The rows that each unit's sheet has for a period of a plan, and what of them comes filled in. */
export async function findRowFacts(
  db: Db,
  actor: Actor,
  { planId, endsOn }: { planId: string; endsOn: Day },
): Promise<RowFacts[]> {
  const { rows } = await sql<StoredRows>`
    select t.lead_unit_id as unit_id, count(*)::int as row_count,
      count(*) filter (where f.actual_share is not null or f.actual_value is not null)::int as share_count,
      count(*) filter (where f.next_step <> '')::int as done_count,
      count(*) filter (where f.confidence is not null)::int as confidence_count,
      count(*) filter (where exists (select from milestone m where m.organization_id = t.organization_id and m.task_id = t.id
        and m.state = 'pending' and not m.retired and m.current_due_on <= ${endsOn}::date))::int as milestone_row_count
    from task t ${formerReport(endsOn)}
    where t.organization_id = ${actor.organizationId} and t.plan_id = ${planId} and t.lead_unit_id is not null
      and t.state in ${inList(ACTIVE_STATES)} and t.starts_on <= ${endsOn}::date and ${visibleTo(actor)}
    group by t.lead_unit_id`.execute(db)
  return rows.map(({ unitId, rowCount, milestoneRowCount, ...given }) => ({
    unitId,
    rowCount,
    milestoneRowCount,
    given: { actualShare: given.shareCount, done: given.doneCount, confidence: given.confidenceCount },
  }))
}

/** Of the reports of the last period that has closed: how many cells were given, and how many of them were changed. */
export async function measureReuse(db: Db, actor: Actor, today: Day): Promise<Reuse> {
  const { rows } = await sql<Reuse>`
    with last as (
      select p.id, p.ends_on from period p join plan l on l.organization_id = p.organization_id and l.id = p.plan_id
      where p.organization_id = ${actor.organizationId} and p.kind = l.report_every and p.closes_on < ${today}::date
      order by p.closes_on desc limit 1),
    pairs as (
      select e.actual_share, e.done, e.confidence, f.actual_share as former_share, f.next_step, f.confidence as former_confidence
      from last join report_entry e on e.organization_id = ${actor.organizationId} and e.period_id = last.id and e.state in ('submitted','accepted')
      join lateral (
        select x.actual_share, x.next_step, x.confidence
        from report_entry x join period q on q.organization_id = x.organization_id and q.id = x.period_id
        where x.organization_id = e.organization_id and x.task_id = e.task_id and x.unit_id = e.unit_id
          and q.ends_on < last.ends_on and x.state in ('submitted','accepted')
        order by q.ends_on desc limit 1) f on true)
    select (count(former_share) + count(*) filter (where next_step <> '') + count(former_confidence))::int as given_count,
      (count(*) filter (where former_share is distinct from actual_share and former_share is not null)
        + count(*) filter (where next_step <> '' and done is distinct from array[next_step])
        + count(*) filter (where former_confidence is distinct from confidence and former_confidence is not null))::int as changed_count
    from pairs`.execute(db)
  return rows[0] ?? { givenCount: 0, changedCount: 0 }
}

/** Something that waits for a unit; of an acknowledgement `on` is the day it was assigned. */
export type StoredAsk = {
  unitId: string
  kind: 'acknowledgement' | 'noticeReply' | 'delivery' | 'confirmation'
  on: Day
}

/** What waits for units beside their sheets and difficulties, due by a day. */
export async function findOpenAsks(db: Db, actor: Actor, to: Day): Promise<StoredAsk[]> {
  const { organizationId } = actor
  const { rows } = await sql<StoredAsk>`
    select t.lead_unit_id as unit_id, 'acknowledgement' as kind, coalesce(t.state_on, t.starts_on) as "on" from task t
    where t.organization_id = ${organizationId} and t.state = 'assigned' and ${visibleTo(actor)}
    union all
    select n.unit_id, 'noticeReply', n.answer_by from supervision_notice n
    where n.organization_id = ${organizationId} and n.state = 'issued' and n.answer_by <= ${to}::date
    union all
    select s.unit_id, 'delivery', s.due_on from task_support s
    join task t on t.organization_id = s.organization_id and t.id = s.task_id and t.state in ${inList(ACTIVE_STATES)}
    where s.organization_id = ${organizationId} and s.state in ('pending','returned') and not s.retired and s.due_on <= ${to}::date
      and ${visibleTo(actor)}
    union all
    select t.lead_unit_id, 'confirmation', s.delivered_on from task_support s
    join task t on t.organization_id = s.organization_id and t.id = s.task_id and t.state in ${inList(ACTIVE_STATES)}
    where s.organization_id = ${organizationId} and s.state = 'delivered' and not s.retired and ${visibleTo(actor)}`.execute(
    db,
  )
  return rows
}

/** A difficulty that is open, as its clock sees it. */
export type StoredDifficulty = {
  state: Difficulty['state']
  level: Difficulty['level']
  enteredOn: Day
  raisedUnitId: string
  counterpartId: string | null
  leaderId: string | null
  rulingUnitId: string | null
  rulingDueOn: Day | null
}

/** All open difficulties. */
export async function findOpenDifficulties(db: Db, actor: Actor): Promise<StoredDifficulty[]> {
  const { rows } = await sql<StoredDifficulty>`
    select d.state, d.level, d.entered_on, d.raised_unit_id, d.counterpart_id, t.leader_id, d.ruling_unit_id, d.ruling_due_on
    from difficulty d join task t on t.organization_id = d.organization_id and t.id = d.task_id
    where d.organization_id = ${actor.organizationId} and d.state in ('raised','triaged','ruled','inExecution','solved')
      and ${visibleTo(actor)}`.execute(db)
  return rows
}

/** The milestones that fall due in a range, by the unit that leads. */
export async function findDeadlines(db: Db, actor: Actor, range: { from: Day; to: Day }): Promise<Deadline[]> {
  const { rows } = await sql<Deadline>`
    select t.lead_unit_id as unit_id, m.current_due_on as "on" from milestone m
    join task t on t.organization_id = m.organization_id and t.id = m.task_id and t.state in ${inList(ACTIVE_STATES)}
    where m.organization_id = ${actor.organizationId} and m.state = 'pending' and not m.retired
      and m.current_due_on between ${range.from}::date and ${range.to}::date and ${visibleTo(actor)}`.execute(db)
  return rows
}

/** Units that are not retired, in the official order. */
export async function findLivingUnits(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('unit')
    .select(['id', 'shortName as name'])
    .where('organizationId', '=', actor.organizationId)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
