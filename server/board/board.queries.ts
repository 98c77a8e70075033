import { type RawBuilder, sql } from 'kysely'
import { seesWholeBoard, unitIdsOf, type Actor } from '#domain/access/actor.ts'
import type { CountedTask, StandingTask } from '#domain/board/view.ts'
import type { Day, DayRange } from '#domain/calendar/calendar.ts'
import type { PlanState } from '#domain/plan/plan.contract.ts'
import { UNCOUNTED_STATES } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { written } from '../db/written.ts'
import { inList } from '../tasks/states.queries.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

export type BoardPlan = {
  id: string
  year: number
  state: PlanState
  lightPreset: 'standard' | 'wide'
}

/** The plan years, the latest first. */
export const findBoardPlans = (db: Db, actor: Actor): Promise<BoardPlan[]> =>
  db
    .selectFrom('plan')
    .select(['id', 'year', 'state', 'lightPreset'])
    .where('organizationId', '=', actor.organizationId)
    .orderBy('year', 'desc')
    .execute()

type Held = readonly { unitId: string; pillarId: string }[]

/**
 * Lines and columns: units and pillars in their official order, those that were retired as long as tasks stand in them;
 * of the units, those the actor's board can show.
 */
export async function findLattice(db: Db, actor: Actor, planId: string, tasks: Held) {
  const shown = [...new Set([...unitIdsOf(actor), ...tasks.map(({ unitId }) => unitId)])]
  const held = [...new Set(tasks.map(({ pillarId }) => pillarId))]
  const units = await db
    .selectFrom('unit')
    .select(['id', 'shortName as name', 'name as fullName', 'groupName'])
    .where('organizationId', '=', actor.organizationId)
    .where((where) =>
      seesWholeBoard(actor)
        ? where.or([where('retiredAt', 'is', null), where('id', 'in', [...shown, NOTHING])])
        : where('id', 'in', [...shown, NOTHING]),
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
  const pillars = await db
    .selectFrom('pillar')
    .select(['id', 'name', 'mark'])
    .where('organizationId', '=', actor.organizationId)
    .where('planId', '=', planId)
    .where((where) => where.or([where('retiredAt', 'is', null), where('id', 'in', [...held, NOTHING])]))
    .orderBy('position')
    // Those behind a retired pillar have moved up: it stays before the one that took its place.
    .orderBy('retiredAt', (retired) => retired.asc().nullsLast())
    .orderBy('id')
    .execute()
  return { units, pillars }
}

// `in ()` is no SQL: a list of ids is never empty.
const NOTHING = '00000000-0000-0000-0000-000000000000'

type Range = {
  planId: string
  /** Absent: nothing is asked of milestones. */
  milestonesDue?: DayRange
  unitId?: string | undefined
  pillarId?: string | undefined
}

type Part = { after: string | null; limit: number }

/** The tasks of a plan that the actor may see, as they stand today, with the milestones that fall due in the range. */
export const findStandingTasks = (db: Db, actor: Actor, range: Range): Promise<StandingTask[]> =>
  rowsOf<StandingTask>(db, actor, range, sql`${COUNTED_COLUMNS}, ${SHOWN_COLUMNS}`)

/** The same, of each only what the board counts: the next `limit` after an id, by id. */
export const findCountedTasks = (db: Db, actor: Actor, range: Range & Part): Promise<CountedTask[]> =>
  rowsOf<CountedTask>(db, actor, range, COUNTED_COLUMNS)

async function rowsOf<Task extends CountedTask>(
  db: Db,
  actor: Actor,
  range: Range & Partial<Part>,
  columns: RawBuilder<unknown>,
) {
  const { rows } = await sql<Omit<Task, 'milestones'> & { id: string }>`
    select ${columns}
    from task t
    join task_standing s on s.organization_id = t.organization_id and s.task_id = t.id
    left join person p on p.organization_id = t.organization_id and p.id = t.assignee_id
    where t.organization_id = ${actor.organizationId} and t.plan_id = ${range.planId} and ${visibleTo(actor)}
      and t.lead_unit_id is not null and t.state not in ${inList(UNCOUNTED_STATES)} ${narrow(range)} ${partOf(range)}`.execute(
    db,
  )
  const ids = range.limit === undefined ? null : rows.map(({ id }) => id)
  const due = range.milestonesDue && (await milestonesDue(db, actor, { ...range, ids }, range.milestonesDue))
  return rows.map((row) => Object.assign(row, { milestones: due?.get(row.id) ?? [] }))
}

// Named as we have them, so that thousands of rows are not copied to be renamed (server/db/names.ts).
const COUNTED_COLUMNS = written(sql`
  t.id, t.lead_unit_id as "unitId", t.pillar_id as "pillarId", t.state, t.kind, t.weight, t.target_value as target,
  s.light, s.on_plan as "onPlan",
  case when t.kind = 'indicator' then (select e.actual_value from report_entry e
    join period q on q.organization_id = e.organization_id and q.id = e.period_id
    where e.organization_id = t.organization_id and e.task_id = t.id and e.state = 'accepted' and e.actual_value is not null
    order by q.ends_on desc limit 1) end as "actualValue"`)
const SHOWN_COLUMNS = written(sql`
  t.code, t.title, t.original_due_on as "originalDueOn", t.current_due_on as "currentDueOn", t.target_unit as measure,
  s.why, p.name as "assigneeName"`)

const narrow = ({ unitId, pillarId }: Range) => sql`
  ${unitId === undefined ? sql`` : sql`and t.lead_unit_id = ${unitId}`}
  ${pillarId === undefined ? sql`` : sql`and t.pillar_id = ${pillarId}`}`

const partOf = ({ after = null, limit }: Partial<Part>) =>
  limit === undefined ? sql`` : sql`${after === null ? sql`` : sql`and t.id > ${after}`} order by t.id limit ${limit}`

type Due = {
  taskId: string
  title: string
  originalDueOn: Day
  currentDueOn: Day
  state: 'pending' | 'submitted' | 'accepted'
  doneOn: Day | null
}

/** Milestones of a plan's tasks, or of some of them. */
async function milestonesDue(
  db: Db,
  actor: Actor,
  { planId, ids }: { planId: string; ids: readonly string[] | null },
  { startsOn, endsOn }: DayRange,
) {
  const { rows } = await sql<Due>`
    select m.task_id as "taskId", m.title, m.original_due_on as "originalDueOn", m.current_due_on as "currentDueOn",
      m.state, m.done_on as "doneOn"
    from milestone m
    join task t on t.organization_id = m.organization_id and t.id = m.task_id
    where m.organization_id = ${actor.organizationId} and t.plan_id = ${planId} and not m.retired
      ${ids === null ? sql`` : sql`and m.task_id = any(${[...ids]}::uuid[])`}
      and m.original_due_on between ${startsOn} and ${endsOn}
    order by m.original_due_on, m.id`.execute(db)
  const byTask = new Map<string, Due[]>()
  for (const row of rows) {
    const others = byTask.get(row.taskId)
    if (others) others.push(row)
    else byTask.set(row.taskId, [row])
  }
  return byTask
}

/** Names and dates that a past day's list shows beside the facts known then. */
export async function findTaskNames(db: Db, actor: Actor, planId: string) {
  const { rows } = await sql<{
    id: string
    assigneeName: string | null
    currentDueOn: Day | null
    measure: string | null
  }>`
    select t.id, p.name as "assigneeName", t.current_due_on as "currentDueOn", t.target_unit as measure
    from task t left join person p on p.organization_id = t.organization_id and p.id = t.assignee_id
    where t.organization_id = ${actor.organizationId} and t.plan_id = ${planId}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
