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

/** Of these, the ones that can be given work: units that are not retired, people who are not disabled. */
export async function findLiving(
  db: Db,
  actor: Actor,
  references: readonly Reference[],
): Promise<(reference: Reference) => boolean> {
  if (references.length === 0) return () => false
  const named = (kind: Reference['kind']) => references.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const { rows } = await sql<Reference>`
    select 'unit' as kind, id from unit
    where organization_id = ${actor.organizationId} and id = any(${named('unit')}::uuid[]) and retired_at is null
    union all
    select 'person' as kind, id from person
    where organization_id = ${actor.organizationId} and id = any(${named('person')}::uuid[]) and disabled_at is null`.execute(
    db,
  )
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
 * Takes the next `count` numbers of a pillar and gives the last. The row stays locked to the end of the transaction,
 * so it is taken as late as can be, and of several pillars in the order of their ids.
 */
export async function takeNumbers(tx: Tx, organizationId: string, pillarId: string, count: number): Promise<number> {
  const { lastNumber } = await tx
    .updateTable('pillar')
    .set((set) => ({ lastNumber: set('lastNumber', '+', count) }))
    .where('organizationId', '=', organizationId)
    .where('id', '=', pillarId)
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
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

/** Who changed a task last, and when. */
export async function findLastChange(db: Db, actor: Actor, taskId: string) {
  return db
    .selectFrom('journalEntry')
    .select(['personName', 'happenedAt'])
    .where('organizationId', '=', actor.organizationId)
    .where('subjectType', '=', 'task')
    .where('subjectId', '=', taskId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
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
  originalDueOn: string | null
  currentDueOn: string | null
  restricted: boolean
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

/** Adds drafts with all that belongs to them: one statement a table, however many they are. */
export async function addTasks(
  tx: Tx,
  organizationId: string,
  since: Date,
  rows: { tasks: NewTaskRow[]; milestones: NewMilestoneRow[]; supports: SupportRow[]; points: PointRow[] },
): Promise<void> {
  await sql`
    insert into task (organization_id, state, since, id, plan_id, code, pillar_id, kind, title, evidence, lead_unit_id,
      leader_id, assignee_id, weight, source_type, source_title, source_number, source_quote, document_id, import_id,
      target_value, target_unit, starts_on, original_due_on, current_due_on, restricted, search_grams)
    select ${organizationId}, 'draft', ${since}, r.id, r."planId", r.code, r."pillarId", r.kind, r.title, r.evidence,
      r."leadUnitId", r."leaderId", r."assigneeId", r.weight, r."sourceType", r."sourceTitle", r."sourceNumber",
      r."sourceQuote", r."documentId", r."importId", r."targetValue", r."targetUnit", r."startsOn", r."originalDueOn",
      r."currentDueOn", r.restricted, r."searchGrams"
    from jsonb_to_recordset(${JSON.stringify(rows.tasks)}::jsonb) as r (id uuid, "planId" uuid, code text,
      "pillarId" uuid, kind text, title text, evidence text, "leadUnitId" uuid, "leaderId" uuid, "assigneeId" uuid,
      weight int, "sourceType" text, "sourceTitle" text, "sourceNumber" text, "sourceQuote" text, "documentId" uuid,
      "importId" uuid, "targetValue" double precision, "targetUnit" text, "startsOn" date, "originalDueOn" date,
      "currentDueOn" date, restricted boolean, "searchGrams" text[])`.execute(tx)
  await addMilestones(tx, organizationId, since, rows.milestones)
  await saveSupports(tx, organizationId, since, rows.supports)
  await savePoints(tx, organizationId, since, rows.points)
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
  await tx
    .insertInto('taskSupport')
    .values(supports.map((support) => ({ organizationId, ...support, retired: false, since })))
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'taskId', 'unitId']).doUpdateSet((set) => ({
        deliverable: set.ref('excluded.deliverable'),
        dueOn: set.ref('excluded.dueOn'),
        retired: set.ref('excluded.retired'),
        since: set.ref('excluded.since'),
      })),
    )
    .execute()
}

export async function retireSupports(
  tx: Tx,
  organizationId: string,
  since: Date,
  taskId: string,
  unitIds: readonly string[],
): Promise<void> {
  if (unitIds.length === 0) return
  await tx
    .updateTable('taskSupport')
    .set({ retired: true, since })
    .where('organizationId', '=', organizationId)
    .where('taskId', '=', taskId)
    .where('unitId', 'in', [...unitIds])
    .execute()
}

/** Adds points of a given trajectory or changes their share. */
export async function savePoints(
  tx: Tx,
  organizationId: string,
  since: Date,
  points: readonly PointRow[],
): Promise<void> {
  if (points.length === 0) return
  await tx
    .insertInto('trajectoryPoint')
    .values(points.map((point) => ({ organizationId, ...point, retired: false, since })))
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'taskId', 'pointOn']).doUpdateSet((set) => ({
        share: set.ref('excluded.share'),
        retired: set.ref('excluded.retired'),
        since: set.ref('excluded.since'),
      })),
    )
    .execute()
}

export async function retirePoints(
  tx: Tx,
  organizationId: string,
  since: Date,
  taskId: string,
  days: readonly string[],
): Promise<void> {
  if (days.length === 0) return
  await tx
    .updateTable('trajectoryPoint')
    .set({ retired: true, since })
    .where('organizationId', '=', organizationId)
    .where('taskId', '=', taskId)
    .where('pointOn', 'in', [...days])
    .execute()
}
