import { sql, type RawBuilder } from 'kysely'
import { type Actor, hasRole } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { FeedbackFilter, FeedbackView } from '#domain/feedback/feedback.contract.ts'
import type { FeedbackKind, FeedbackShow } from '#domain/feedback/feedback.ts'
import type { Db, Tx } from '../db/db.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

/** Feedback as it is stored; the days it waited are counted where it is shown. */
export type StoredFeedback = Omit<FeedbackView, 'workdaysWaited' | 'mayAnswer'> & {
  /** With its microseconds, for the cursor. */
  writtenAt: string
}

const SHOWN: Record<FeedbackShow, RawBuilder<boolean>> = {
  open: sql`a.feedback_id is null`,
  answered: sql`a.feedback_id is not null`,
  all: sql`true`,
}

const FROM = sql`
  from feedback f
  left join feedback_answer a on a.organization_id = f.organization_id and a.feedback_id = f.id`

/** What the actor may read of the organization's (`mayRead`), narrowed. */
const readBy = (actor: Actor, { kind, unitId }: Omit<FeedbackFilter, 'show'>) => sql`
  f.organization_id = ${actor.organizationId}
  ${hasRole(actor, 'supervisionOffice') ? sql`` : sql`and f.written_by = ${actor.personId}`}
  ${kind === undefined ? sql`` : sql`and f.kind = ${kind}`}
  ${unitId === undefined ? sql`` : sql`and f.unit_id = ${unitId}`}`

const named = (table: 'person' | 'unit', name: 'name' | 'short_name', id: RawBuilder<unknown>) => sql`
  (select json_build_object('id', n.id, 'name', n.${sql.ref(name)}) from ${sql.table(table)} n
    where n.organization_id = f.organization_id and n.id = ${id})`

const columns = (actor: Actor) => sql`
  f.id, f.kind, f.text, f.written_on, f.written_at::text as written_at,
  ${named('person', 'name', sql`f.written_by`)} as written_by, ${named('unit', 'short_name', sql`f.unit_id`)} as unit,
  (select json_build_object('id', t.id, 'code', t.code, 'title', t.title) from task t
    where t.organization_id = f.organization_id and t.id = f.task_id and ${visibleTo(actor)}) as task,
  case when a.feedback_id is not null then json_build_object('words', a.words, 'on', a.answered_on,
    'by', ${named('person', 'name', sql`a.answered_by`)}) end as answer`

type Asked = FeedbackFilter & { after: readonly [string, string] | undefined; limit: number }

/** A page of what the actor may read; one row more than `limit` says that there is another page. */
export async function findFeedback(
  db: Db,
  actor: Actor,
  { show, after, limit, ...filter }: Asked,
): Promise<StoredFeedback[]> {
  const [beyond, order] = show === 'open' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`]
  const { rows } = await sql<StoredFeedback>`
    select ${columns(actor)} ${FROM}
    where ${readBy(actor, filter)} and ${SHOWN[show]}
      ${after ? sql`and (f.written_at, f.id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by f.written_at ${order}, f.id ${order} limit ${limit + 1}`.execute(db)
  return rows
}

/** One that the actor may read; undefined where there is none. */
export async function findOneFeedback(db: Db, actor: Actor, id: string): Promise<StoredFeedback | undefined> {
  const { rows } = await sql<StoredFeedback>`
    select ${columns(actor)} ${FROM} where ${readBy(actor, {})} and f.id = ${id}`.execute(db)
  return rows[0]
}

/** How many of what the actor may read each choice of `show` has. */
export async function countFeedback(
  db: Db,
  actor: Actor,
  filter: Omit<FeedbackFilter, 'show'>,
): Promise<Record<FeedbackShow, number>> {
  const { rows } = await sql<Record<FeedbackShow, number>>`
    select count(*) filter (where ${SHOWN.open})::int as open, count(*) filter (where ${SHOWN.answered})::int as answered,
      count(*)::int as all ${FROM} where ${readBy(actor, filter)}`.execute(db)
  return rows[0] ?? { open: 0, answered: 0, all: 0 }
}

/** The feedback, locked until the change is over, so that it is answered once: its answer is read once the lock is held. */
export async function lockFeedback(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ writtenById: string; isAnswered: boolean; text: string } | undefined> {
  const [{ rows }, answers] = await Promise.all([
    sql<{ writtenById: string; text: string }>`
      select f.written_by as written_by_id, f.text from feedback f
      where ${readBy(actor, {})} and f.id = ${id} for update`.execute(tx),
    sql`
      select from feedback_answer
      where organization_id = ${actor.organizationId} and feedback_id = ${id}`.execute(tx),
  ])
  return rows[0] && { ...rows[0], isAnswered: answers.rows.length > 0 }
}

/** Whether the actor may see the task. */
export async function findIsVisibleTask(db: Db, actor: Actor, taskId: string): Promise<boolean> {
  const { rows } = await sql`
    select from task t where t.organization_id = ${actor.organizationId} and t.id = ${taskId} and ${visibleTo(actor)}`.execute(
    db,
  )
  return rows.length > 0
}

type Written = {
  kind: FeedbackKind
  text: string
  taskId: string | null
  unitId: string | null
  writtenBy: string
  writtenOn: Day
  writtenAt: Date
}

export async function addFeedback(tx: Tx, organizationId: string, written: Written): Promise<string> {
  const { id } = await tx
    .insertInto('feedback')
    .values({ ...written, organizationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Answered = { feedbackId: string; words: string; answeredBy: string; answeredOn: Day; answeredAt: Date }

export async function addAnswer(tx: Tx, organizationId: string, answer: Answered): Promise<void> {
  await tx
    .insertInto('feedbackAnswer')
    .values({ ...answer, organizationId })
    .execute()
}
