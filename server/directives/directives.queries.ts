import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { KnownDirective } from '#domain/directives/directive.ts'
import { PAGE_TYPES } from '#domain/directives/pages.ts'
import type { Urgency } from '#domain/directives/urgency.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Tx } from '../db/db.ts'
import { seenBy } from './visible.queries.ts'

/** A directive to be written down. */
export type NewDirective = {
  year: number
  number: number
  parentId: string | null
  writtenBy: string
  writtenOn: Day
  text: string
  paperTitle: string
  paperNumber: string
  urgency: Urgency
  limitBy: 'urgency' | 'text'
  dueOn: Day
  restricted: boolean
}

/** Takes the year's next number; the row stays locked, so that none is ever missing. */
export async function takeDirectiveNumber(tx: Tx, organizationId: string, year: number): Promise<number> {
  const { lastNumber } = await tx
    .insertInto('directiveSequence')
    .values({ organizationId, year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'year'])
        .doUpdateSet({ lastNumber: sql`directive_sequence.last_number + excluded.last_number` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}

export async function addDirective(
  tx: Tx,
  { organizationId, personId }: Actor,
  directive: NewDirective,
  { on, at }: { on: Day; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('directive')
    .values({ organizationId, ...directive, registeredOn: on, registeredAt: at, registeredBy: personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Joins tasks to the directive they carry out. */
export async function addDirectiveTasks(
  tx: Tx,
  organizationId: string,
  directiveId: string,
  taskIds: readonly string[],
  since: Date,
): Promise<void> {
  await tx
    .insertInto('directiveTask')
    .values(taskIds.map((taskId) => ({ organizationId, directiveId, taskId, since })))
    .execute()
}

/**
 * Puts uploaded pages behind those the directive has, in the order given, and gives how many it then has. Only what
 * the actor uploaded, what is a page, and what no directive has yet; the rest is left out.
 */
export async function addPages(
  tx: Tx,
  { organizationId, personId }: Actor,
  directiveId: string,
  documentIds: readonly string[],
  at: Date,
): Promise<{ added: number; pageCount: number }> {
  const { rows } = await sql<{ position: number }>`
    insert into directive_page (organization_id, directive_id, position, document_id, added_by, added_at)
    select ${organizationId}, ${directiveId}, r.place + coalesce((select max(p.position) from directive_page p
        where p.organization_id = ${organizationId} and p.directive_id = ${directiveId}), 0), o.id, ${personId}, ${at}
    from unnest(${[...documentIds]}::uuid[]) with ordinality as r (id, place)
    join document o on o.organization_id = ${organizationId} and o.id = r.id
    where o.uploaded_by = ${personId} and o.media_type in (${sql.join(PAGE_TYPES)})
      and not exists (select from directive_page p where p.organization_id = o.organization_id and p.document_id = o.id)
    returning position`.execute(tx)
  return { added: rows.length, pageCount: Math.max(0, ...rows.map(({ position }) => position)) }
}

/** Whether the person holds a leader's post now. */
export async function findIsLeader(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('post')
    .select('role')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', personId)
    .where('role', 'in', ['principalLeader', 'leaderInCharge'])
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** A directive as a decision about it needs it. */
export type LockedDirective = KnownDirective & {
  id: string
  year: number
  number: number
  /** The name of who wrote it. */
  writer: string
  text: string
  paperTitle: string
  paperNumber: string
  restricted: boolean
  pageCount: number
  tasks: {
    id: string
    state: TaskState
    leadUnitId: string | null
    /** No further instruction has taken it up. */
    isCurrent: boolean
  }[]
}

/** A directive the actor may see, held until the transaction ends; undefined where there is none. */
export async function lockDirective(tx: Tx, actor: Actor, directiveId: string): Promise<LockedDirective | undefined> {
  await sql`
    select from directive_standing s
    where s.organization_id = ${actor.organizationId} and s.directive_id = ${directiveId} for update`.execute(tx)
  const { rows } = await sql<LockedDirective>`
    select d.id, d.year, d.number, d.text, d.paper_title, d.paper_number, d.restricted, d.urgency, d.limit_by, d.due_on,
      d.written_by as writer_id,
      (select p.name from person p where p.organization_id = d.organization_id and p.id = d.written_by) as writer, d.registered_by as registered_by_id, s.state,
      (select count(*)::int from directive_page p
        where p.organization_id = d.organization_id and p.directive_id = d.id) as page_count,
      coalesce((select json_agg(json_build_object('id', t.id, 'state', t.state, 'leadUnitId', t.lead_unit_id,
          'isCurrent', not exists (
            select from directive_task v
            join directive l on l.organization_id = v.organization_id and l.id = v.directive_id
            where v.organization_id = w.organization_id and v.task_id = w.task_id
              and (l.year, l.number) > (d.year, d.number))))
        from directive_task w join task t on t.organization_id = w.organization_id and t.id = w.task_id
        where w.organization_id = d.organization_id and w.directive_id = d.id), '[]') as tasks
    from directive d
    join directive_standing s on s.organization_id = d.organization_id and s.directive_id = d.id
    where d.organization_id = ${actor.organizationId} and d.id = ${directiveId} and ${seenBy(actor)}`.execute(tx)
  return rows[0]
}

/** Writes down what the lead unit answered; its number is the next of the task. */
export async function addAnswer(
  tx: Tx,
  { organizationId, personId }: Actor,
  answer: { directiveId: string; taskId: string; done: string; result: string },
  { on, at }: { on: Day; at: Date },
): Promise<void> {
  const { directiveId, taskId, done, result } = answer
  await sql`
    insert into directive_answer (organization_id, task_id, number, directive_id, done, result, answered_by,
      answered_on, answered_at)
    select ${organizationId}, ${taskId}, 1 + (select count(*) from directive_answer a
        where a.organization_id = ${organizationId} and a.task_id = ${taskId}),
      ${directiveId}, ${done}, ${result}, ${personId}, ${on}, ${at}`.execute(tx)
}

/** Writes down that a registration was taken back. */
export async function addWithdrawal(
  tx: Tx,
  { organizationId, personId }: Actor,
  directiveId: string,
  reason: string,
  { on, at }: { on: Day; at: Date },
): Promise<void> {
  await tx
    .insertInto('directiveWithdrawal')
    .values({ organizationId, directiveId, reason, withdrawnBy: personId, withdrawnOn: on, withdrawnAt: at })
    .execute()
}
