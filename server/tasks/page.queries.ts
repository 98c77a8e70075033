import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db } from '../db/db.ts'
import { written } from '../db/written.ts'
import { type SupportFacts, supportFacts } from './supports.queries.ts'
import { type KnownTask, knownColumns } from './facts.queries.ts'
import { visibleTo } from './visible.queries.ts'

/** A report as it is stored: what it names, it names by id. */
export type StoredReport = Omit<TaskView['reports'][number], 'unit' | 'submittedBy'> & {
  unitId: string
  submittedById: string | null
}

/** A task's page in one row: its facts and what a page shows beside them. */
export type TaskPageRow = KnownTask & {
  assigneeId: string | null
  heads: Ref[]
  supports: SupportFacts[]
  pageReports: StoredReport[]
  currentDueOn: string | null
  targetUnit: string | null
  sourceTitle: string
  sourceNumber: string
  sourceQuote: string
  documentId: string | null
  importId: string | null
  registeredAt: Date | null
  assignedAt: Date | null
  acknowledgedAt: Date | null
  completionNote: string | null
  completedOn: string | null
  signedOffOn: string | null
  signedOffBy: string | null
  closedOutOn: string | null
  redoReason: string
  disputes: TaskView['disputes']
  formerLeads: TaskView['formerLeads']
}

const named = (table: 'person' | 'unit', column: string, name: 'name' | 'shortName' = 'name') => sql`(
  select json_build_object('id', n.id, 'name', n.${sql.ref(name)}) from ${sql.table(table)} n
  where n.organization_id = r.organization_id and n.id = r.${sql.ref(column)})`

/** An instant as the wire has it. */
const instant = (column: string) =>
  sql`to_char(r.${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const DISPUTES = sql`coalesce((
  select json_agg(json_build_object('number', r.number, 'unit', ${named('unit', 'unitId', 'shortName')},
    'declinedAt', ${instant('declinedAt')}, 'declinedBy', ${named('person', 'declinedBy')}, 'reason', r.reason,
    'suggestedUnit', ${named('unit', 'suggestedUnitId', 'shortName')}, 'legalBasis', r.legal_basis,
    'decision', case when r.decided_at is not null then json_build_object('kind', r.decision,
      'at', ${instant('decidedAt')}, 'by', ${named('person', 'decidedBy')}, 'reason', r.decision_reason) end)
    order by r.number)
  from task_dispute r where r.organization_id = t.organization_id and r.task_id = t.id), '[]')`

/** Who led the task `t` before, of the transfers `r` that hold. */
export const formerLeadsOf = (holds: RawBuilder<unknown>) => sql<TaskView['formerLeads']>`coalesce((
  select json_agg(json_build_object('unit', ${named('unit', 'fromUnitId', 'shortName')},
    'toUnit', ${named('unit', 'toUnitId', 'shortName')}, 'assignee', ${named('person', 'assigneeId')},
    'assignedAt', ${instant('assignedAt')}, 'transferredAt', ${instant('transferredAt')},
    'transferredBy', ${named('person', 'transferredBy')}, 'reason', r.reason, 'actualShare', r.actual_share)
    order by r.number desc)
  from task_transfer r where r.organization_id = t.organization_id and r.task_id = t.id and ${holds}), '[]')`

/** What was reported of the task `t`, of the entries `e` that hold; what is not handed in is its unit's own. */
export const reportsOf = (holds: RawBuilder<unknown>) => sql<StoredReport[]>`coalesce((
  select json_agg(json_build_object('id', e.id, 'state', e.state, 'actualShare', e.actual_share,
      'actualValue', e.actual_value, 'done', e.done, 'nextStep', e.next_step, 'difficulty', e.difficulty,
      'suggestion', e.suggestion, 'evidence', e.evidence, 'confidence', e.confidence,
      'claimedMilestoneIds', e.claimed_milestone_ids, 'returnCode', e.return_code, 'returnNote', e.return_note,
      'submittedOn', e.submitted_on, 'decidedOn', e.decided_on,
      'unitId', e.unit_id, 'submittedById', e.submitted_by,
      'period', json_build_object('id', q.id, 'kind', q.kind, 'year', l.year, 'number', q.number, 'endsOn', q.ends_on))
      order by q.ends_on desc)
    from report_entry e
    join period q on q.organization_id = e.organization_id and q.id = e.period_id
    join plan l on l.organization_id = q.organization_id and l.id = q.plan_id
    where e.organization_id = t.organization_id and e.task_id = t.id and e.state <> 'draft' and ${holds}), '[]')`

/** Reports and whatever else a page shows beside a task's facts. */
const PAGE_COLUMNS = written(sql`
  t.assignee_id, coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.position, n.name)
    from post o join person n on n.organization_id = o.organization_id and n.id = o.person_id
    where o.organization_id = t.organization_id and o.unit_id = t.lead_unit_id and o.role = 'unitHead'
      and o.ended_at is null), '[]') as heads,
  coalesce((select json_agg(${supportFacts} order by u.position)
    from task_support s join unit u on u.organization_id = s.organization_id and u.id = s.unit_id
    where s.organization_id = t.organization_id and s.task_id = t.id and not s.retired), '[]') as supports,
  ${reportsOf(sql`true`)} as page_reports,
  t.current_due_on, t.target_unit, t.source_title, t.source_number, t.source_quote, t.document_id, t.import_id,
  t.registered_at, t.assigned_at, t.acknowledged_at, t.completion_note, t.completed_on, t.closed_out_on,
  t.signed_off_on, t.signed_off_by, t.redo_reason, ${DISPUTES} as disputes,
  ${formerLeadsOf(sql`true`)} as former_leads`)

/** The page of one task the actor may see; undefined where there is none. */
export async function findTaskPage(db: Db, actor: Actor, taskId: string): Promise<TaskPageRow | undefined> {
  const { rows } = await sql<TaskPageRow>`
    select ${knownColumns(null)}, ${PAGE_COLUMNS}
    from task t
    where t.organization_id = ${actor.organizationId} and t.id = ${taskId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}
