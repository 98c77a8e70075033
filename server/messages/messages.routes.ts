import { MESSAGE_KINDS } from '#domain/messages/kinds.ts'
import { factsOutside } from '#domain/messages/outside.ts'
import { getUnreadCount, listMessages, readMessages } from '#domain/messages/messages.contract.ts'
import { change, read, type Served } from '../http/route.ts'
import { countUnread, findMessages, saveRead, type TaskSight } from './inbox.queries.ts'

/** What people were told: each reads and marks only the own. */
export function messageRoutes(served: Served, sight: TaskSight): void {
  read(served, listMessages, async ({ db, actor, query, language }) => {
    const { items, next } = await findMessages(db, actor, sight, query)
    const views = items.map(({ subjectType, subjectId, toldAt, readAt, facts, restrictedCode, ...message }) => ({
      ...message,
      facts: factsOutside(facts, restrictedCode, language),
      group: MESSAGE_KINDS[message.kind].group,
      subject: { type: subjectType, id: subjectId },
      toldAt: toldAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }))
    return { items: views, next }
  })
  read(served, getUnreadCount, async ({ db, actor, now }) => ({
    unreadCount: await countUnread(db, actor),
    countedAt: now.toISOString(),
  }))
  change(served, readMessages, async ({ tx, actor, now, body }) => {
    await saveRead(tx, actor, body, now)
    return { unreadCount: await countUnread(tx, actor) }
  })
}
