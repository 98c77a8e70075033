import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { PUSH_KINDS } from './events.ts'
import { PUSH_ANSWERS } from './push.ts'

const Params = z.object({ webhookId: z.uuid() })
const Name = z.string().trim().min(1).max(60)
const Url = z.string().trim().min(1).max(500)
const Kinds = z.array(z.enum(PUSH_KINDS)).min(1).max(PUSH_KINDS.length)

/** A place that is told what happens, and how telling it goes; its secret is in no answer but the first. */
export const WebhookView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    kinds: z.array(z.enum(PUSH_KINDS)),
    /** `paused`: nothing arrived any more, so it was stopped by itself; what happens meanwhile is kept for it. */
    state: z.enum(['on', 'off', 'paused']),
    stateAt: z.iso.datetime(),
    lastDeliveredAt: z.iso.datetime().nullable(),
    waitingCount: z.int(),
    /** Given up and not sent again since. */
    failedCount: z.int(),
  })
  .meta({ id: 'Webhook' })
export type WebhookView = z.infer<typeof WebhookView>

/** The webhooks, in the order they were made. */
export const listWebhooks = endpoint({
  operationId: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  summary: 'Where what happens is told to other systems',
  response: z.object({ items: z.array(WebhookView) }),
})

/** Makes one, switched on. The secret that signs is answered this once. Refuses `webhook_address`, `webhook_too_many`. */
export const createWebhook = endpoint({
  operationId: 'createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  summary: 'Tell another system what happens',
  body: z.object({ name: Name, url: Url, kinds: Kinds }),
  status: 201,
  secret: true,
  response: z.object({ id: z.uuid(), secret: z.string() }),
})

/** Changes one, or switches it: `on` also sends what was kept while it was paused; `off` gives up what waits. */
export const updateWebhook = endpoint({
  operationId: 'updateWebhook',
  method: 'PATCH',
  path: '/api/webhooks/:webhookId',
  summary: 'Change a webhook or switch it on and off',
  params: Params,
  body: z.object({
    name: Name.optional(),
    url: Url.optional(),
    kinds: Kinds.optional(),
    state: z.enum(['on', 'off']).optional(),
  }),
  response: z.object({}),
})

/** Takes one away: it is told nothing any more; what it was told stays in the log. */
export const retireWebhook = endpoint({
  operationId: 'retireWebhook',
  method: 'DELETE',
  path: '/api/webhooks/:webhookId',
  summary: 'Tell another system nothing any more',
  params: Params,
  response: z.object({}),
})

/** Gives it another secret; the former signs nothing from now on. */
export const renewWebhookSecret = endpoint({
  operationId: 'renewWebhookSecret',
  method: 'POST',
  path: '/api/webhooks/:webhookId/secret',
  summary: 'Give a webhook another secret',
  params: Params,
  secret: true,
  response: z.object({ secret: z.string() }),
})

/** Sends it a test within seconds, also while it is off or paused. The log says how that went. */
export const testWebhook = endpoint({
  operationId: 'testWebhook',
  method: 'POST',
  path: '/api/webhooks/:webhookId/tests',
  summary: 'Send a webhook a test',
  params: Params,
  status: 201,
  response: z.object({ pushId: z.uuid() }),
})

/** One thing told to one webhook: what happened, not to which task. */
export const PushView = z
  .object({
    id: z.uuid(),
    webhookId: z.uuid(),
    webhook: z.string(),
    event: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.int(),
    /** Why the last attempt did not arrive, as a class of answers; null before the first and where it did. */
    lastError: z.enum(PUSH_ANSWERS).nullable(),
    occurredAt: z.iso.datetime(),
    nextTryAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Push' })
export type PushView = z.infer<typeof PushView>

/** What was pushed, newest first: what happened and how sending it went, not to which task. */
export const listPushes = endpoint({
  operationId: 'listPushes',
  method: 'GET',
  path: '/api/pushes',
  summary: 'What was pushed to other systems, newest first',
  query: PageQuery.extend({
    webhookId: z.uuid().optional(),
    state: z.enum(['waiting', 'delivered', 'failed']).optional(),
  }),
  response: pageOf(PushView),
})

/** Sends one again under the same key, with a whole series of attempts. Refuses `push_waiting`. */
export const resendPush = endpoint({
  operationId: 'resendPush',
  method: 'POST',
  path: '/api/pushes/:pushId/resending',
  summary: 'Push something again',
  params: z.object({ pushId: z.uuid() }),
  response: z.object({}),
})
