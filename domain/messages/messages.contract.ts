import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { MESSAGE_KINDS, type MessageKind } from './kinds.ts'
import { MESSAGE_GROUPS } from './message-text.ts'

const KINDS = Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]

/** A message in somebody’s inbox; its sentence is its kind’s, filled with `facts`. */
export const MessageView = z
  .object({
    id: z.uuid(),
    kind: z.enum(KINDS),
    group: z.enum(MESSAGE_GROUPS),
    /** What the kind's sentence is filled with. */
    facts: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
    ),
    /** What it leads to: a task, a sheet (`period/unit`), a notice. */
    subject: z.object({ type: z.string(), id: z.string() }),
    toldAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Message' })
export type MessageView = z.infer<typeof MessageView>

/** What I was told, newest first. */
export const listMessages = endpoint({
  operationId: 'listMessages',
  method: 'GET',
  path: '/api/messages',
  summary: 'My messages, newest first',
  query: PageQuery.extend({
    show: z.enum(['all', 'unread']).default('all'),
    group: z.enum(MESSAGE_GROUPS).optional(),
  }),
  response: pageOf(MessageView),
})

/** How many of my messages I have not read. */
export const getUnreadCount = endpoint({
  operationId: 'getUnreadCount',
  method: 'GET',
  path: '/api/messages/unread-count',
  summary: 'How many of my messages are unread',
  response: z.object({
    unreadCount: z.int(),
    /** When they were counted: up to here they can be marked as read together. */
    countedAt: z.iso.datetime(),
  }),
})

/** Marks messages of mine as read; those of others and those read already are left as they are. */
export const readMessages = endpoint({
  operationId: 'readMessages',
  method: 'POST',
  path: '/api/message-readings',
  summary: 'Mark messages as read',
  body: z.union([
    z.object({ messageIds: z.array(z.uuid()).min(1).max(200) }),
    /** All that I was told up to an instant: what comes in while I look stays unread. */
    z.object({ upTo: z.iso.datetime() }),
  ]),
  response: z.object({ unreadCount: z.int() }),
})
