import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Db, Tx } from '../db/db.ts'

type Name = { id: string; name: string }

/** The place's name, as papers carry it. */
export async function findOrganizationName(db: Db, actor: Actor): Promise<string> {
  const { name } = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', actor.organizationId)
    .executeTakeFirstOrThrow()
  return name
}

/** How many comments on a meeting's minutes wait for the office's answer. */
export async function loadOpenCommentCount(db: Db, organizationId: string, meetingId: string): Promise<number> {
  const { count } = await db
    .selectFrom('minutesComment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organizationId', '=', organizationId)
    .where('meetingId', '=', meetingId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export type CommentRow = {
  id: string
  partKey: string | null
  unit: Name | null
  by: Name
  words: string
  saidAt: Date
  answer: { words: string; adopted: boolean; by: Name; at: string } | null
}

/** What was said of a meeting's minutes, in order: everything for office and leaders, a unit's own for its desk. */
export async function findComments(
  db: Db,
  actor: Actor,
  meetingId: string,
  unitIds: readonly string[] | null,
): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select c.id, c.part_key, c.words, c.said_at, json_build_object('id', p.id, 'name', p.name) as by,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.short_name) end as unit,
      case when a.id is not null then json_build_object('words', coalesce(c.answer, ''), 'adopted', c.adopted,
        'by', json_build_object('id', a.id, 'name', a.name), 'at', c.answered_at) end as answer
    from minutes_comment c
    join person p on p.organization_id = c.organization_id and p.id = c.person_id
    left join unit u on u.organization_id = c.organization_id and u.id = c.unit_id
    left join person a on a.organization_id = c.organization_id and a.id = c.answered_by
    where c.organization_id = ${actor.organizationId} and c.meeting_id = ${meetingId}
      ${unitIds === null ? sql`` : sql`and c.unit_id = any(${[...unitIds]}::uuid[])`}
    order by c.said_at, c.id limit 500`.execute(db)
  return rows
}

export async function addComment(
  tx: Tx,
  organizationId: string,
  comment: {
    meetingId: string
    unitId: string | null
    personId: string
    partKey: string | null
    words: string
    saidAt: Date
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('minutesComment')
    .values({ ...comment, organizationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A comment on a meeting's minutes, locked. */
export async function lockComment(tx: Tx, actor: Actor, meetingId: string, commentId: string) {
  return tx
    .selectFrom('minutesComment')
    .select(['id', 'answeredAt'])
    .where('organizationId', '=', actor.organizationId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', commentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function saveAnswer(
  tx: Tx,
  organizationId: string,
  commentId: string,
  answer: { answer: string; adopted: boolean; answeredBy: string; answeredAt: Date },
): Promise<void> {
  await tx
    .updateTable('minutesComment')
    .set(answer)
    .where('organizationId', '=', organizationId)
    .where('id', '=', commentId)
    .execute()
}
