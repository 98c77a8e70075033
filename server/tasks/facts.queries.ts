import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { type Day, type DayException, type WorkingCalendar, workingCalendar } from '#domain/calendar/calendar.ts'
import type { PlanState } from '#domain/plan/plan.contract.ts'
import type { ReportFact } from '#domain/standing/progress.ts'
import type { LightRulePreset } from '#domain/lights/rules.ts'
import { stepLimitsOf, StoredRules, type SupervisionRuleSet } from '#domain/rules/rules.ts'
import type { TrajectoryPoint } from '#domain/lights/trajectory.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import type { Milestone, TaskKind, TaskState, SourceKind } from '#domain/tasks/task.ts'
import { asOf } from '../db/asof.ts'
import type { Db } from '../db/db.ts'
import { keepWhileStill } from '../db/still.ts'
import type { Asking } from '../http/context.ts'
import { written } from '../db/written.ts'
import { directiveOf, type TaskDirective } from '../db/directiveOf.ts'
import { visibleTo } from './visible.queries.ts'

/** Everything a standing, a rate or a step rests on, of one task, as known at one moment. */
export type KnownTask = {
  id: string
  planId: string
  code: string
  pillarId: string
  leadUnitId: string | null
  leaderId: string | null
  kind: TaskKind
  title: string
  state: TaskState
  /** The office day on which it came into its state. */
  stateOn: Day
  acknowledgedAt: Date | null
  declineCount: number
  declinedBy: string | null
  firstCompletedOn: Day | null
  reopenCount: number
  deferredUntil: Day | null
  redoSince: Day | null
  redoDueOn: Day | null
  /** A red supervision notice was given for it. */
  hasRedNotice: boolean
  /** The directive it carries out now; null for none. */
  directive: TaskDirective | null
  weight: number
  restricted: boolean
  targetAsWorded: boolean
  version: number
  sourceType: SourceKind
  /** What it is proved by, in words. */
  evidence: string
  target: number | null
  startsOn: Day
  originalDueOn: Day | null
  completionAuthorId: string | null
  completionRequestedAt: Date | null
  /** Standing reports that name evidence. */
  evidenceCount: number
  /** Names of supporting units about which the lead unit has not decided. */
  openSupports: string[]
  /** In their order; retired ones are left out. */
  milestones: (Milestone & { id: string })[]
  trajectory: TrajectoryPoint[]
  /** Submitted or accepted reports. */
  reports: (ReportFact & { periodId: string })[]
}

/** What all tasks of an organization share: its calendar, its rules version by version, and each plan's periods. */
export type Frame = {
  calendar: WorkingCalendar
  limitsOn: StepDays['limitsOn']
  ruleSets: readonly SupervisionRuleSet[]
  plans: Map<string, FramePlan>
}
type FramePlan = {
  id: string
  year: number
  state: PlanState
  /** By which lights go where no set of rules is in effect. */
  lightPreset: LightRulePreset
  periods: { opensOn: Day; closesOn: Day; endsOn: Day }[]
}

/** Which tasks: some by id, or all of a plan year. */
export type TaskScope = { taskIds: readonly string[] } | { planId: string }

const json = <Value>(body: RawBuilder<unknown>) => sql<Value>`coalesce((${body}), '[]'::json)`

const ofTask = (alias: string) =>
  sql`${sql.ref(`${alias}.organizationId`)} = t.organization_id and ${sql.ref(`${alias}.taskId`)} = t.id`

/** The columns of {@link KnownTask} for a task under the alias `t`, as known at `moment` (null: now). */
export const knownColumns = (moment: Date | null) => (moment === null ? KNOWN_NOW : columnsAt(moment))

const columnsAt = (moment: Date | null) => sql`
  t.id, t.plan_id, t.code, t.pillar_id, t.lead_unit_id, t.leader_id, t.kind, t.title, t.state, t.weight, t.restricted,
  t.target_as_worded, t.version, t.source_type, t.evidence, t.target_value as target, t.starts_on, t.original_due_on,
  coalesce(t.state_on, t.starts_on) as state_on, t.acknowledged_at, coalesce(t.decline_count, 0) as decline_count,
  t.declined_by, t.first_completed_on, coalesce(t.reopen_count, 0) as reopen_count, t.deferred_until, t.redo_since,
  t.redo_due_on, t.completion_requested_by as completion_author_id,
  exists (select from supervision_notice n where ${ofTask('n')} and n.level = 'red' and n.issued_on is not null)
    as has_red_notice, ${directiveOf} as directive, t.completion_requested_at,
  (select count(*)::int from ${asOf('reportEntry', moment)} e
    where ${ofTask('e')} and e.state in ('submitted','accepted') and e.evidence <> '') as evidence_count,
  ${json(sql`select json_agg(u.short_name order by u.position)
    from ${asOf('taskSupport', moment)} s join unit u on u.organization_id = s.organization_id and u.id = s.unit_id
    where ${ofTask('s')} and not s.retired and s.unit_id is distinct from t.lead_unit_id
      and s.state not in ('confirmed','undelivered')`)} as open_supports,
  ${json(sql`select json_agg(json_build_object('id', m.id, 'title', m.title, 'originalDueOn', m.original_due_on,
      'currentDueOn', m.current_due_on, 'weight', m.weight, 'state', m.state, 'submittedOn', m.submitted_on,
      'doneOn', m.done_on) order by m.position, m.id)
    from ${asOf('milestone', moment)} m where ${ofTask('m')} and not m.retired`)} as milestones,
  ${json(sql`select json_agg(json_build_object('on', p.point_on, 'share', p.share) order by p.point_on)
    from ${asOf('trajectoryPoint', moment)} p where ${ofTask('p')} and not p.retired`)} as trajectory,
  ${json(sql`select json_agg(json_build_object('periodId', e.period_id, 'periodEndsOn', q.ends_on,
      'reportedOn', e.submitted_on, 'acceptedOn', case when e.state = 'accepted' then e.decided_on end,
      'actualShare', e.actual_share, 'actualValue', e.actual_value) order by q.ends_on)
    from ${asOf('reportEntry', moment)} e
    join period q on q.organization_id = e.organization_id and q.id = e.period_id
    where ${ofTask('e')} and e.state in ('submitted','accepted') and e.submitted_on is not null`)} as reports`

const KNOWN_NOW = written(columnsAt(null))

const inScope = (scope: TaskScope) =>
  'planId' in scope ? sql`t.plan_id = ${scope.planId}` : sql`t.id = any(${[...scope.taskIds]}::uuid[])`

/** The facts of tasks for the system's own derivations, whoever may see them; `moment` null: now. In order of id. */
export async function loadTasks(
  db: Db,
  organizationId: string,
  scope: TaskScope,
  moment: Date | null = null,
): Promise<KnownTask[]> {
  const { rows } = await sql<KnownTask>`
    select ${knownColumns(moment)} from ${asOf('task', moment)} t
    where t.organization_id = ${organizationId} and ${inScope(scope)} order by t.id`.execute(db)
  return rows
}

/** The tasks of a plan that the actor may see, as known at `moment`, in order of id. */
export async function findKnownIds(db: Db, actor: Actor, planId: string, moment: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ${asOf('task', moment)} t
    where t.organization_id = ${actor.organizationId} and t.plan_id = ${planId} and ${visibleTo(actor, moment)}
    order by t.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** The facts of tasks that the actor may see, as known at `moment`, in order of id. */
export async function findKnownTasks(
  db: Db,
  actor: Actor,
  taskIds: readonly string[],
  moment: Date,
): Promise<KnownTask[]> {
  const { rows } = await sql<KnownTask>`
    select ${knownColumns(moment)} from ${asOf('task', moment)} t
    where t.organization_id = ${actor.organizationId} and ${inScope({ taskIds })} and ${visibleTo(actor, moment)}
    order by t.id`.execute(db)
  return rows
}

type FrameRow = {
  calendarDays: DayException[]
  ruleSets: (Omit<SupervisionRuleSet, 'rules'> & { rules: unknown })[]
  plans: FramePlan[]
}

/** The three columns a {@link Frame} is made of, for the organization given. */
const frameColumns = (organizationId: string, moment: Date | null) => sql`
  ${json(sql`select json_agg(json_build_object('on', c.day_on, 'workday', c.workday))
    from ${asOf('calendarDay', moment)} c where c.organization_id = ${organizationId}`)} as calendar_days,
  ${json(sql`select json_agg(json_build_object('version', s.version, 'effectiveOn', s.effective_on, 'rules', s.rules)
      order by s.version)
    from supervision_rule_set s where s.organization_id = ${organizationId}`)} as rule_sets,
  ${json(sql`select json_agg(json_build_object('id', l.id, 'year', l.year, 'state', l.state,
      'lightPreset', l.light_preset, 'periods', ${json(sql`
      select json_agg(json_build_object('opensOn', d.opens_on, 'closesOn', d.closes_on, 'endsOn', d.ends_on) order by d.number)
        from period d where d.organization_id = l.organization_id and d.plan_id = l.id and d.kind = l.report_every`)}))
    from plan l where l.organization_id = ${organizationId}`)} as plans`

/** The frame all standings of an organization are worked out in; the calendar as known at `moment`, or now. */
export async function loadFrame(db: Db, organizationId: string, moment: Date | null = null): Promise<Frame> {
  const { rows } = await sql<FrameRow>`select ${frameColumns(organizationId, moment)}`.execute(db)
  return frameOf(rows[0] ?? { calendarDays: [], ruleSets: [], plans: [] })
}

const keepFrame = keepWhileStill<Frame>({ most: 20, weigh: () => 1 })

/** The frame of now, read once a change. */
export const keptFrame = (db: Db, { actor: { organizationId }, journal }: Pick<Asking, 'actor' | 'journal'>) =>
  keepFrame(db, { organizationId, journal }, 'frame', () => loadFrame(db, organizationId))

export function frameOf({ calendarDays, ruleSets, plans }: FrameRow): Frame {
  const sets = ruleSets.map((set) => ({ ...set, rules: StoredRules.parse(set.rules) }))
  return {
    calendar: workingCalendar(calendarDays),
    limitsOn: stepLimitsOf(sets),
    ruleSets: sets,
    plans: new Map(plans.map((plan) => [plan.id, plan])),
  }
}
