import { sql } from 'kysely'
import { type Actor, unitIdsOf } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Light } from '#domain/lights/light.ts'
import type { TrajectoryPoint } from '#domain/lights/trajectory.ts'
import type { Why } from '#domain/lights/why.ts'
import type { PeriodKind } from '#domain/plan/plan.contract.ts'
import type { Confidence } from '#domain/reports/row.ts'
import type { ReturnReason, RowState } from '#domain/reports/sheet.ts'
import { ACTIVE_STATES, DONE_STATES, type Milestone, type TaskKind, type TaskState } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { written } from '../db/written.ts'
import { visibleTo } from '../tasks/visible.queries.ts'
import { periodColumns, type StoredPeriod } from './periods.queries.ts'

type Name = { id: string; name: string }

/** A sheet's period, unit and signature. */
export type StoredSheet = StoredPeriod & {
  unitId: string
  unitName: string
  preparedAt: Date | null
  preparedBy: Name | null
  signedAt: Date | null
  signedBy: Name | null
  /** Heads of the unit who can sign in. */
  heads: Name[]
}

/** A row's content as stored: text columns, evidence a line each. */
export type StoredContent = {
  actualShare: number | null
  actualValue: number | null
  done: string[]
  nextStep: string
  difficulty: string
  suggestion: string
  evidence: string
  confidence: Confidence | null
  claimedMilestoneIds: string[]
}

export type StoredEntry = StoredContent & {
  id: string
  version: number
  state: Exclude<RowState, 'empty'>
  checked: boolean
  returnCode: ReturnReason | null
  returnNote: string
  submittedOn: Day | null
  /** Who, by id. */
  submittedBy: string | null
  decidedOn: Day | null
  decidedBy: string | null
  savedAt: string | null
  savedBy: Name | null
  since: string
}

/** One task of a sheet with everything its row shows. */
export type StoredRow = {
  taskId: string
  code: string
  title: string
  kind: TaskKind
  state: TaskState
  startsOn: Day
  assignee: Name | null
  targetValue: number | null
  targetUnit: string | null
  light: Light | null
  why: Why[] | null
  /** By date; retired ones are left out. */
  milestones: Milestone[]
  trajectory: TrajectoryPoint[]
  entry: StoredEntry | null
  previous: (StoredContent & { kind: PeriodKind; year: number; number: number }) | null
}

const nameOf = (column: string) => sql`
  (select json_build_object('id', n.id, 'name', n.name) from person n
    where n.organization_id = p.organization_id and n.id = ${sql.ref(column)})`

const contentOf = (alias: string) => {
  const at = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`'actualShare', ${at('actualShare')}, 'actualValue', ${at('actualValue')}, 'done', ${at('done')},
    'nextStep', ${at('nextStep')}, 'difficulty', ${at('difficulty')}, 'suggestion', ${at('suggestion')},
    'evidence', ${at('evidence')}, 'confidence', ${at('confidence')},
    'claimedMilestoneIds', ${at('claimedMilestoneIds')}`
}

/**
 * Whose sheet a task's row stands in, for a period `p`, a task `t` and its entry `e` if there is one: a report stays
 * with the unit that made it; until then, and when it was returned, the task is its lead unit's to report while it is
 * at work, whoever led it before.
 */
export const rowUnit = sql<string | null>`
  case when e.state in ('submitted','accepted') then e.unit_id
    when t.state = any(${[...ACTIVE_STATES]}::text[]) and t.starts_on <= p.ends_on then t.lead_unit_id
    when e.state = 'returned' then e.unit_id end`

type Place = { periodId: string; unitId: string }

/**
 * Whether a task `t` is a row of the sheet, by {@link rowUnit}: looked for among what the unit leads and what it wrote,
 * so that a district's other tasks are not looked at.
 */
export const standsIn = (organizationId: string, { periodId, unitId }: Place) => sql<boolean>`
  (t.id in (
    select id from task where organization_id = ${organizationId} and lead_unit_id = ${unitId}
      and plan_id = (select plan_id from period where organization_id = ${organizationId} and id = ${periodId})
    union select task_id from report_entry
      where organization_id = ${organizationId} and period_id = ${periodId} and unit_id = ${unitId})
    and ${rowUnit} = ${unitId})`

/** What stands in one's own unit's sheet is one's own to see; in another's, what one may see of the tasks `t`. */
export const seenIn = (actor: Actor, unitId: string) =>
  unitIdsOf(actor).includes(unitId) ? sql<boolean>`true` : visibleTo(actor)

const SHEET_COLUMNS = written(sql`
  ${periodColumns}, u.id as unit_id, u.short_name as unit_name,
  s.prepared_at, ${nameOf('s.preparedBy')} as prepared_by, s.signed_at, ${nameOf('s.signedBy')} as signed_by,
  coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.position, n.id)
    from post o join person n on n.organization_id = o.organization_id and n.id = o.person_id
    where o.organization_id = u.organization_id and o.unit_id = u.id and o.role = 'unitHead'
      and o.ended_at is null and n.disabled_at is null), '[]'::json) as heads`)

/** One unit's sheet for one period; undefined where there is no such period or unit. */
export async function findStoredSheet(
  db: Db,
  actor: Actor,
  { periodId, unitId }: Place,
): Promise<StoredSheet | undefined> {
  const { rows } = await sql<StoredSheet>`
    select ${SHEET_COLUMNS}
    from period p
    join plan l on l.organization_id = p.organization_id and l.id = p.plan_id
    join unit u on u.organization_id = p.organization_id and u.id = ${unitId}
    left join report_sheet s on s.organization_id = p.organization_id and s.period_id = p.id and s.unit_id = u.id
    where p.organization_id = ${actor.organizationId} and p.id = ${periodId}`.execute(db)
  return rows[0]
}

/** What the unit writes about a task `t` is checked against: its milestones, by date, and the entry `e` as it stands. */
export const WRITTEN_COLUMNS = written(sql`
  t.target_value,
  coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'originalDueOn', m.original_due_on,
      'currentDueOn', m.current_due_on, 'weight', m.weight, 'state', m.state, 'submittedOn', m.submitted_on,
      'doneOn', m.done_on) order by m.current_due_on, m.position, m.id)
    from milestone m where m.organization_id = t.organization_id and m.task_id = t.id and not m.retired),
    '[]'::json) as milestones,
  case when e.id is not null then json_build_object(${contentOf('e')}, 'id', e.id, 'version', e.version,
    'state', e.state, 'checked', e.checked, 'returnCode', e.return_code, 'returnNote', e.return_note,
    'submittedOn', e.submitted_on, 'submittedBy', e.submitted_by, 'decidedOn', e.decided_on,
    'decidedBy', e.decided_by, 'savedAt', e.saved_at, 'savedBy', ${nameOf('e.savedBy')},
    'since', e.since) end as entry`)

/** The unit's latest report on a task `t` before a period `p`. */
export const formerReport = (unitId: string) => sql`
  select json_build_object(${contentOf('x')}, 'kind', q.kind, 'year', extract(year from q.ends_on)::int,
    'number', q.number) as report
  from report_entry x
  join period q on q.organization_id = x.organization_id and q.id = x.period_id
  where x.organization_id = t.organization_id and x.task_id = t.id and x.unit_id = ${unitId} and q.ends_on < p.ends_on
    and x.state in ('submitted','accepted')
  order by q.ends_on desc limit 1`

const ROW_COLUMNS = written(sql`
  t.id as task_id, t.code, t.title, t.kind, t.state, t.starts_on, t.target_unit,
  ${nameOf('t.assigneeId')} as assignee, g.light, g.why,
  coalesce((select json_agg(json_build_object('on', y.point_on, 'share', y.share) order by y.point_on)
    from trajectory_point y where y.organization_id = t.organization_id and y.task_id = t.id and not y.retired),
    '[]'::json) as trajectory,
  ${WRITTEN_COLUMNS}, former.report as previous`)

/** The rows of a sheet in the order of their codes. */
export async function findStoredRows(db: Db, actor: Actor, { periodId, unitId }: Place): Promise<StoredRow[]> {
  const { organizationId } = actor
  const { rows } = await sql<StoredRow>`
    select ${ROW_COLUMNS}
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
    left join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
    left join task_standing g on g.organization_id = t.organization_id and g.task_id = t.id
    left join lateral (${formerReport(unitId)}) former on true
    where p.organization_id = ${organizationId} and p.id = ${periodId}
      and ${standsIn(organizationId, { periodId, unitId })} and ${seenIn(actor, unitId)}
    order by t.code`.execute(db)
  return rows
}

export type ClosedTask = {
  taskId: string
  code: string
  title: string
  light: Light | null
  state: TaskState
  doneOn: Day | null
}

/** The unit's tasks of the period's plan that are done and have no report in it. */
export async function findClosedTasks(db: Db, actor: Actor, { periodId, unitId }: Place): Promise<ClosedTask[]> {
  const { rows } = await sql<ClosedTask>`
    select t.id as task_id, t.code, t.title, g.light, t.state, t.completed_on as done_on
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id and t.lead_unit_id = ${unitId}
    left join task_standing g on g.organization_id = t.organization_id and g.task_id = t.id
    where p.organization_id = ${actor.organizationId} and p.id = ${periodId}
      and t.state = any(${[...DONE_STATES]}::text[]) and t.starts_on <= p.ends_on and ${seenIn(actor, unitId)}
      and not exists (select from report_entry e where e.organization_id = p.organization_id
        and e.period_id = p.id and e.task_id = t.id and e.state <> 'draft')
    order by t.code`.execute(db)
  return rows
}
