import { sql } from 'kysely'
import { type Actor, unitIdsOf } from '#domain/access/actor.ts'
import {
  OWED_STATES,
  SUPPORTED_STATES,
  type SupportInLife,
  type SupportRating,
  type SupportState,
} from '#domain/tasks/support.ts'
import type { SUPPORT_SIDES } from '#domain/tasks/supports.contract.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db, Tx } from '../db/db.ts'
import { visibleTo } from './visible.queries.ts'

/** A support as it is kept, with the names around it. */
export type SupportFacts = {
  unit: Ref
  deliverable: string
  dueOn: string | null
  state: SupportState
  deliveredOn: string | null
  deliveredBy: Ref | null
  delivery: string
  evidence: string
  decidedOn: string | null
  decidedBy: Ref | null
  rating: SupportRating | null
  decisionNote: string
}

const person = (column: string) => sql`(select json_build_object('id', n.id, 'name', n.name) from person n
  where n.organization_id = s.organization_id and n.id = s.${sql.ref(column)})`

/** {@link SupportFacts} of a task_support `s` and its unit `u`, as json. */
export const supportFacts = sql`json_build_object('unit', json_build_object('id', u.id, 'name', u.short_name),
  'deliverable', s.deliverable, 'dueOn', s.due_on, 'state', s.state, 'deliveredOn', s.delivered_on,
  'deliveredBy', ${person('deliveredBy')}, 'delivery', s.delivery, 'evidence', s.evidence, 'decidedOn', s.decided_on,
  'decidedBy', ${person('decidedBy')}, 'rating', s.rating, 'decisionNote', s.decision_note)`

/** A support and its task, as a step decides about it and messages speak of it. */
export type LockedSupport = SupportInLife & {
  taskId: string
  code: string
  title: string
  unit: string
  lead: string
  deliverable: string
}

const lockedColumns = sql`s.task_id, s.unit_id, s.state, s.deliverable, coalesce(s.due_on, t.current_due_on) as due_on,
  s.delivered_by as delivered_by_id, t.state as task_state, t.lead_unit_id, t.code, t.title, u.short_name as unit,
  coalesce((select l.short_name from unit l where l.organization_id = t.organization_id and l.id = t.lead_unit_id), '') as lead`

const joined = sql`task_support s
  join task t on t.organization_id = s.organization_id and t.id = s.task_id
  join unit u on u.organization_id = s.organization_id and u.id = s.unit_id`

/** Locks what units owe tasks that the actor may see, tasks first and in order of id. */
export async function lockSupports(
  tx: Tx,
  actor: Actor,
  places: readonly { taskId: string; unitId: string }[],
): Promise<LockedSupport[]> {
  const { rows } = await sql<LockedSupport>`
    select ${lockedColumns} from ${joined}
    where s.organization_id = ${actor.organizationId} and not s.retired and ${visibleTo(actor)}
      and (s.task_id, s.unit_id) in (select * from unnest(
        ${places.map(({ taskId }) => taskId)}::uuid[], ${places.map(({ unitId }) => unitId)}::uuid[]))
    order by t.id
    for no key update of t, s`.execute(tx)
  return rows
}

/** What a step writes of one support. */
export type SupportWrites = {
  taskId: string
  unitId: string
  state: SupportState
  words: string
  evidence: string
  rating: SupportRating | null
}
type By = { on: string; personId: string; since: Date }

const writes = (rows: readonly SupportWrites[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
  as r ("taskId" uuid, "unitId" uuid, state text, words text, evidence text, rating text)`

/** Writes what units say they delivered. */
export async function saveDelivered(
  tx: Tx,
  organizationId: string,
  rows: readonly SupportWrites[],
  { on, personId, since }: By,
): Promise<void> {
  await sql`
    update task_support s set state = r.state, delivered_on = ${on}, delivered_by = ${personId}, delivery = r.words,
      evidence = r.evidence, rating = null, since = ${since}
    from ${writes(rows)}
    where s.organization_id = ${organizationId} and s.task_id = r."taskId" and s.unit_id = r."unitId"`.execute(tx)
}

/** Writes what lead units say of what they were given, or were not. */
export async function saveDecided(
  tx: Tx,
  organizationId: string,
  rows: readonly SupportWrites[],
  { on, personId, since }: By,
): Promise<void> {
  await sql`
    update task_support s set state = r.state, decided_on = ${on}, decided_by = ${personId}, decision_note = r.words,
      rating = r.rating, since = ${since}
    from ${writes(rows)}
    where s.organization_id = ${organizationId} and s.task_id = r."taskId" and s.unit_id = r."unitId"`.execute(tx)
}

/** What is owed since a day or longer and was not put down as silent yet, for the system's own round; locks it. */
export async function loadSilentSupports(
  tx: Tx,
  organizationId: string,
  dueUpTo: string,
  limit: number,
): Promise<LockedSupport[]> {
  const { rows } = await sql<LockedSupport>`
    select ${lockedColumns} from ${joined}
    where s.organization_id = ${organizationId} and not s.retired and s.silent_on is null
      and s.state in ('pending','returned') and coalesce(s.due_on, t.current_due_on) <= ${dueUpTo}
      and t.state = any(${[...SUPPORTED_STATES]}::text[]) and s.unit_id is distinct from t.lead_unit_id
    order by coalesce(s.due_on, t.current_due_on), s.task_id, s.unit_id limit ${limit}
    for no key update of s skip locked`.execute(tx)
  return rows
}

/** Puts supports down as silent from a day on. */
export async function saveSilences(
  tx: Tx,
  organizationId: string,
  { since, on }: { since: Date; on: string },
  silent: readonly { taskId: string; unitId: string }[],
): Promise<void> {
  await sql`
    update task_support s set silent_on = ${on}, since = ${since}
    from jsonb_to_recordset(${JSON.stringify(silent)}::jsonb) as r ("taskId" uuid, "unitId" uuid)
    where s.organization_id = ${organizationId} and s.task_id = r."taskId" and s.unit_id = r."unitId"`.execute(tx)
}

/** What supporting units owe these tasks, for the system's own messages. */
export async function loadSupportsOf(
  db: Db,
  organizationId: string,
  taskIds: readonly string[],
): Promise<LockedSupport[]> {
  const { rows } = await sql<LockedSupport>`
    select ${lockedColumns} from ${joined}
    where s.organization_id = ${organizationId} and s.task_id = any(${[...taskIds]}::uuid[]) and not s.retired
      and s.unit_id is distinct from t.lead_unit_id
    order by t.code, u.position`.execute(db)
  return rows
}

/** A support outside its task's page, with what its standing is weighed by. */
export type ListedRow = {
  support: SupportFacts
  task: { id: string; code: string; title: string }
  leadUnit: Ref
  leadUnitId: string
  planId: string
  taskState: TaskState
  currentDueOn: string | null
  /** Its own date or its task's; far away where there is neither. */
  at: string
}

export type SupportFilter = {
  side: (typeof SUPPORT_SIDES)[number]
  /** Only those in one of these states; all that are not settled where nothing is said. */
  states?: readonly SupportState[]
  after?: readonly [on: string, taskId: string, unitId: string] | undefined
  limit: number
}

/** What is not settled of tasks under way that the actor may see, what is due first in front; one more than `limit`. */
export async function findSupports(
  db: Db,
  actor: Actor,
  { side, states, after, limit }: SupportFilter,
): Promise<ListedRow[]> {
  const unitIds = unitIdsOf(actor)
  const at = sql`coalesce(s.due_on, t.current_due_on, '9999-12-31')`
  const ours = side === 'owedByUs' ? sql`s.unit_id` : sql`t.lead_unit_id`
  const beyond = after
    ? sql`and (${at}, s.task_id, s.unit_id) > (${after[0]}::date, ${after[1]}::uuid, ${after[2]}::uuid)`
    : sql``
  const wanted = states ?? (['delivered', ...OWED_STATES] satisfies SupportState[])
  const { rows } = await sql<ListedRow>`
    select ${supportFacts} as support, json_build_object('id', t.id, 'code', t.code, 'title', t.title) as task,
      json_build_object('id', l.id, 'name', l.short_name) as lead_unit, t.lead_unit_id, t.plan_id, t.state as task_state,
      t.current_due_on, ${at} as at
    from ${joined} join unit l on l.organization_id = t.organization_id and l.id = t.lead_unit_id
    where s.organization_id = ${actor.organizationId} and ${ours} = any(${unitIds}::uuid[]) and not s.retired
      and s.unit_id <> t.lead_unit_id and s.state = any(${[...wanted]}::text[])
      and t.state = any(${[...SUPPORTED_STATES]}::text[]) and ${visibleTo(actor)} ${beyond}
    order by ${at}, s.task_id, s.unit_id limit ${limit + 1}`.execute(db)
  return rows
}
