import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { kindsOf, type MessageKind } from '#domain/messages/kinds.ts'
import type { MessageGroup } from '#domain/messages/message-text.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { Db, Tx } from '../db/db.ts'
import { taskOfMessage } from './subject.queries.ts'

type StoredMessage = {
  id: string
  kind: MessageKind
  subjectType: string
  subjectId: string
  facts: SentenceFacts
  /** The number of its task where that is restricted and not, or no longer, the actor's to see. */
  restrictedCode: string | null
  toldAt: Date
  readAt: Date | null
}

export type InboxFilter = {
  show: 'all' | 'unread'
  group?: MessageGroup | undefined
  after?: string | undefined
  limit: number
}

/** Whether an actor may see the task `t`. */
export type TaskSight = (actor: Actor) => RawBuilder<boolean>

/** A page of what the actor was told, newest first; `sight` tells of which tasks they may read more than the number. */
export async function findMessages(
  db: Db,
  actor: Actor,
  sight: TaskSight,
  { show, group, after, limit }: InboxFilter,
): Promise<{ items: StoredMessage[]; next: string | null }> {
  const [at, id] = (after && readCursor(after, 2)) || []
  const { rows } = await sql<StoredMessage>`
    select m.id, m.kind, m.subject_type, m.subject_id, m.facts, m.told_at, m.read_at,
      case when r.restricted and not exists (
        select from task t where t.organization_id = r.organization_id and t.id = r.id and ${sight(actor)}) then r.code end
        as restricted_code
    from (
      select * from message where organization_id = ${actor.organizationId} and person_id = ${actor.personId}
        ${show === 'unread' ? sql`and read_at is null` : sql``}
        ${group === undefined ? sql`` : sql`and kind = any(${kindsOf(group)}::text[])`}
        ${typeof at === 'string' && typeof id === 'string' ? sql`and (told_at < ${at} or (told_at = ${at} and id > ${id}))` : sql``}
      order by told_at desc, id limit ${limit + 1}) m
    ${taskOfMessage}
    order by m.told_at desc, m.id`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { items, next: hasMore ? writeCursor([last.toldAt.toISOString(), last.id]) : null }
}

/** How many messages the actor has not read. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const { unreadCount } = await db
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('unreadCount'))
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return unreadCount
}

/** Marks unread messages of the actor as read: some by id, or all told up to an instant. */
export async function saveRead(
  tx: Tx,
  actor: Actor,
  which: { messageIds: readonly string[] } | { upTo: string },
  now: Date,
): Promise<void> {
  const chosen =
    'upTo' in which ? sql<boolean>`told_at <= ${which.upTo}` : sql<boolean>`id = any(${[...which.messageIds]}::uuid[])`
  await tx
    .updateTable('message')
    .set({ readAt: now })
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('readAt', 'is', null)
    .where(chosen)
    .execute()
}
