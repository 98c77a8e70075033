import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { PlanState } from '#domain/plan/plan.contract.ts'
import type { SourceKind, TaskKind } from '#domain/tasks/task.ts'
import type { Db, Tx } from '../db/db.ts'
import { visibleTasks } from './visible.queries.ts'

export type PillarOfPlan = {
  id: string
  mark: string
  planId: string
  year: number
  planState: PlanState
}

/** Pillars that take tasks, with their plan; retired ones and those of nobody are missing. */
export async function findPillars(db: Db, actor: Actor, pillarIds: readonly string[]): Promise<PillarOfPlan[]> {
  return db
    .selectFrom('pillar as g')
    .innerJoin('plan as l', (join) =>
      join.onRef('l.organizationId', '=', 'g.organizationId').onRef('l.id', '=', 'g.planId'),
    )
    .select(['g.id', 'g.mark', 'g.planId', 'l.year', 'l.state as planState'])
    .where('g.organizationId', '=', actor.organizationId)
    .where('g.id', '=', sql<string>`any(${[...pillarIds]}::uuid[])`)
    .where('g.retiredAt', 'is', null)
    .execute()
}

/** Something a task names: a unit or a person, by id. */
export type Reference = { kind: 'unit' | 'person'; id: string }

/**
 * Of these, the ones that can be given work: units that are not retired, people who are not disabled. Holds changes of
 * units and people off until the transaction ends, so that nothing retires between this answer and the work given.
 */
export async function lockLiving(
  tx: Tx,
  actor: Actor,
  references: readonly Reference[],
): Promise<(reference: Reference) => boolean> {
  if (references.length === 0) return () => false
  const { organizationId } = actor
  // Every change of units takes this row for itself. A statement of its own: the next one sees what was waited for.
  const lock = tx.selectFrom('organization').select('id').where('id', '=', organizationId).forShare().execute()
  const named = (kind: Reference['kind']) => references.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const find = sql<Reference>`
    select 'unit' as kind, id from unit
    where organization_id = ${organizationId} and id = any(${named('unit')}::uuid[]) and retired_at is null
    union all
    select 'person' as kind, id from person
    where organization_id = ${organizationId} and id = any(${named('person')}::uuid[]) and disabled_at is null`.execute(
    tx,
  )
  const [, { rows }] = await Promise.all([lock, find])
  const living = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  return ({ kind, id }) => living.has(`${kind} ${id}`)
}

/** Whether the person holds a post in the unit. */
export async function findIsOfUnit(db: Db, actor: Actor, personId: string, unitId: string): Promise<boolean> {
  const post = await db
    .selectFrom('post')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', personId)
    .where('unitId', '=', unitId)
    .where('endedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return post !== undefined
}

/**
 * Takes the next numbers of pillars, so many of each, and gives each pillar's last. The rows stay locked to the end of
 * the transaction, so they are taken as late as can be, and in the order of their ids.
 */
export async function takeNumbers(
  tx: Tx,
  organizationId: string,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const wanted = [...counts].map(([id, count]) => ({ id, count }))
  const { rows } = await sql<{ id: string; last: number }>`
    with held as (select g.id, w.count from pillar g
      join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, count int) on w.id = g.id
      where g.organization_id = ${organizationId} order by g.id for no key update of g)
    update pillar p set last_number = p.last_number + held.count from held
    where p.organization_id = ${organizationId} and p.id = held.id
    returning p.id, p.last_number as last`.execute(tx)
  return new Map(rows.map(({ id, last }) => [id, last]))
}

/** Locks the tasks the actor may see, in the order of their ids; the others are missing from the answer. */
export async function lockTasks(tx: Tx, actor: Actor, taskIds: readonly string[]): Promise<string[]> {
  const rows = await visibleTasks(tx, actor)
    .select('t.id')
    .where('t.id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .orderBy('t.id')
    .forNoKeyUpdate('t')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who changed each of these tasks last, and when. */
export async function findLastChanges(db: Db, actor: Actor, taskIds: readonly string[]) {
  if (taskIds.length === 0) return []
  const { rows } = await sql<{ taskId: string; personName: string; happenedAt: Date }>`
    select i.id as task_id, e.person_name, e.happened_at from unnest(${[...taskIds]}::text[]) as i (id),
      lateral (select person_name, happened_at from journal_entry
        where organization_id = ${actor.organizationId} and subject_type = 'task' and subject_id = i.id
        order by seq desc limit 1) e`.execute(db)
  return rows
}

export type NewTaskRow = {
  id: string
  planId: string
  code: string
  pillarId: string
  kind: TaskKind
  title: string
  evidence: string
  leadUnitId: string | null
  leaderId: string | null
  assigneeId: string | null
  weight: number
  sourceType: SourceKind
  sourceTitle: string
  sourceNumber: string
  sourceQuote: string
  documentId: string | null
  importId: string | null
  targetValue: number | null
  targetUnit: string | null
  startsOn: string
  stateOn: string
  originalDueOn: string | null
  currentDueOn: string | null
  restricted: boolean
  targetAsWorded: boolean
  searchGrams: string[]
}
export type NewMilestoneRow = {
  id: string
  taskId: string
  position: number
  title: string
  weight: number
  originalDueOn: string
  currentDueOn: string
}
export type SupportRow = { taskId: string; unitId: string; deliverable: string; dueOn: string | null }
export type PointRow = { taskId: string; pointOn: string; share: number }

/** Adds drafts with all that belongs to them: one statement a table, however many they are, sent together. */
export async function addTasks(
  tx: Tx,
  organizationId: string,
  since: Date,
  rows: { tasks: NewTaskRow[]; milestones: NewMilestoneRow[]; supports: SupportRow[]; points: PointRow[] },
): Promise<void> {
  const tasks = sql`
    insert into task (organization_id, state, since, id, plan_id, code, pillar_id, kind, title, evidence, lead_unit_id,
      leader_id, assignee_id, weight, source_type, source_title, source_number, source_quote, document_id, import_id,
      target_value, target_unit, starts_on, state_on, original_due_on, current_due_on, restricted, target_as_worded, search_grams)
    select ${organizationId}, 'draft', ${since}, r.id, r."planId", r.code, r."pillarId", r.kind, r.title, r.evidence,
      r."leadUnitId", r."leaderId", r."assigneeId", r.weight, r."sourceType", r."sourceTitle", r."sourceNumber",
      r."sourceQuote", r."documentId", r."importId", r."targetValue", r."targetUnit", r."startsOn", r."stateOn", r."originalDueOn",
      r."currentDueOn", r.restricted, r."targetAsWorded", r."searchGrams"
    from jsonb_to_recordset(${JSON.stringify(rows.tasks)}::jsonb) as r (id uuid, "planId" uuid, code text,
      "pillarId" uuid, kind text, title text, evidence text, "leadUnitId" uuid, "leaderId" uuid, "assigneeId" uuid,
      weight int, "sourceType" text, "sourceTitle" text, "sourceNumber" text, "sourceQuote" text, "documentId" uuid,
      "importId" uuid, "targetValue" double precision, "targetUnit" text, "startsOn" date, "stateOn" date, "originalDueOn" date,
      "currentDueOn" date, restricted boolean, "targetAsWorded" boolean, "searchGrams" text[])`.execute(tx)
  await Promise.all([
    tasks,
    addMilestones(tx, organizationId, since, rows.milestones),
    saveSupports(tx, organizationId, since, rows.supports),
    savePoints(tx, organizationId, since, rows.points),
  ])
}

export async function addMilestones(
  tx: Tx,
  organizationId: string,
  since: Date,
  milestones: readonly NewMilestoneRow[],
): Promise<void> {
  if (milestones.length === 0) return
  await sql`
    insert into milestone (organization_id, since, id, task_id, position, title, weight, original_due_on, current_due_on)
    select ${organizationId}, ${since}, r.id, r."taskId", r.position, r.title, r.weight, r."originalDueOn",
      r."currentDueOn"
    from jsonb_to_recordset(${JSON.stringify(milestones)}::jsonb) as r (id uuid, "taskId" uuid, position int, title text,
      weight double precision, "originalDueOn" date, "currentDueOn" date)`.execute(tx)
}

/** Adds supporting units or changes what they owe; one that was taken away comes back. */
export async function saveSupports(
  tx: Tx,
  organizationId: string,
  since: Date,
  supports: readonly SupportRow[],
): Promise<void> {
  if (supports.length === 0) return
  await sql`
    insert into task_support (organization_id, task_id, unit_id, deliverable, due_on, retired, since)
    select ${organizationId}, r."taskId", r."unitId", r.deliverable, r."dueOn", false, ${since}
    from jsonb_to_recordset(${JSON.stringify(supports)}::jsonb) as r ("taskId" uuid, "unitId" uuid, deliverable text,
      "dueOn" date)
    on conflict (organization_id, task_id, unit_id) do update
      set deliverable = excluded.deliverable, due_on = excluded.due_on, retired = false, since = excluded.since,
        silent_on = case when task_support.due_on is not distinct from excluded.due_on then task_support.silent_on end`.execute(
    tx,
  )
}

export async function retireSupports(
  tx: Tx,
  organizationId: string,
  since: Date,
  gone: readonly { taskId: string; unitId: string }[],
): Promise<void> {
  if (gone.length === 0) return
  await sql`
    update task_support s set retired = true, since = ${since}
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as r ("taskId" uuid, "unitId" uuid)
    where s.organization_id = ${organizationId} and s.task_id = r."taskId" and s.unit_id = r."unitId"`.execute(tx)
}

/** Adds points of a given trajectory or changes their share. */
export async function savePoints(
  tx: Tx,
  organizationId: string,
  since: Date,
  points: readonly PointRow[],
): Promise<void> {
  if (points.length === 0) return
  await sql`
    insert into trajectory_point (organization_id, task_id, point_on, share, retired, since)
    select ${organizationId}, r."taskId", r."pointOn", r.share, false, ${since}
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as r ("taskId" uuid, "pointOn" date,
      share double precision)
    on conflict (organization_id, task_id, point_on) do update
      set share = excluded.share, retired = false, since = excluded.since`.execute(tx)
}

export async function retirePoints(
  tx: Tx,
  organizationId: string,
  since: Date,
  gone: readonly { taskId: string; pointOn: string }[],
): Promise<void> {
  if (gone.length === 0) return
  await sql`
    update trajectory_point p set retired = true, since = ${since}
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as r ("taskId" uuid, "pointOn" date)
    where p.organization_id = ${organizationId} and p.task_id = r."taskId" and p.point_on = r."pointOn"`.execute(tx)
}
