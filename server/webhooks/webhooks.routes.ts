import { randomBytes } from 'node:crypto'
import type { NamedHosts } from '#domain/channels/outgoing.ts'
import { Refusal } from '#domain/refusal.ts'
import { answerOf, MOST_WEBHOOKS } from '#domain/webhooks/push.ts'
import {
  createWebhook,
  listPushes,
  listWebhooks,
  renewWebhookSecret,
  resendPush,
  retireWebhook,
  testWebhook,
  updateWebhook,
} from '#domain/webhooks/webhooks.contract.ts'
import { mayLead, placeOf } from '../channels/outgoing.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import {
  addTest,
  addWebhook,
  giveUpWaiting,
  hasten,
  listStored,
  listStoredPushes,
  type LockedWebhook,
  lockPush,
  lockWebhook,
  lockWebhookCount,
  renewPush,
  saveWebhook,
} from './webhooks.queries.ts'

const newSecret = (): string => `yq_${randomBytes(32).toString('base64url')}`

/** Webhooks: which there are, changing and trying them, and what was pushed to them. */
export function webhookRoutes(served: Served, { namedHosts }: { namedHosts: NamedHosts }): void {
  const mustLead = (url: string) => {
    const place = placeOf(url)
    if (!place || !mayLead(place, namedHosts, 'intranet')) throw new Refusal('webhook_address')
  }

  read(served, listWebhooks, async ({ db, actor }) => ({
    items: (await listStored(db, actor)).map(({ stateAt, lastDeliveredAt, ...webhook }) => ({
      ...webhook,
      stateAt: stateAt.toISOString(),
      lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
    })),
  }))

  change(served, createWebhook, async (changing) => {
    const { tx, actor, now, body } = changing
    mustLead(body.url)
    if ((await lockWebhookCount(tx, actor)) >= MOST_WEBHOOKS)
      throw new Refusal('webhook_too_many', { most: MOST_WEBHOOKS })
    const secret = newSecret()
    const id = await addWebhook(tx, actor, { ...body, secret }, now)
    await record(changing, { ...entry('created', id), after: journalled(body) })
    return { id, secret }
  })

  change(served, updateWebhook, async (changing) => {
    const { tx, actor, now, params, body } = changing
    const before = await locked(changing, params.webhookId)
    if (body.url !== undefined) mustLead(body.url)
    const hasTurned = body.state !== undefined && body.state !== before.state
    await saveWebhook(tx, actor.organizationId, before.id, { ...body, ...(hasTurned && { stateAt: now }) })
    if (hasTurned && body.state === 'off') await giveUpWaiting(tx, actor.organizationId, before.id, now)
    if (hasTurned && body.state === 'on') await hasten(tx, actor.organizationId, before.id, now)
    await record(changing, { ...entry('changed', before.id), before: journalled(before), after: journalled(body) })
    return {}
  })

  change(served, retireWebhook, async (changing) => {
    const { tx, actor, now, params } = changing
    const before = await locked(changing, params.webhookId)
    await saveWebhook(tx, actor.organizationId, before.id, { state: 'retired', stateAt: now })
    await giveUpWaiting(tx, actor.organizationId, before.id, now)
    await record(changing, { ...entry('retired', before.id), before: journalled(before) })
    return {}
  })

  change(served, renewWebhookSecret, async (changing) => {
    const { id, name } = await locked(changing, changing.params.webhookId)
    const secret = newSecret()
    await saveWebhook(changing.tx, changing.actor.organizationId, id, { secret })
    await record(changing, { ...entry('secretRenewed', id), after: { name } })
    return { secret }
  })

  change(served, testWebhook, async (changing) => {
    const { tx, actor, now, params } = changing
    const { id, name } = await locked(changing, params.webhookId)
    const pushId = await addTest(tx, actor, id, now)
    await record(changing, { ...entry('tested', id), after: { name } })
    return { pushId }
  })

  pushLog(served)
}

function pushLog(served: Served): void {
  read(served, listPushes, async ({ db, actor, query }) => {
    const { items, next } = await listStoredPushes(db, actor, query)
    return {
      items: items.map(({ occurredAt, nextTryAt, endedAt, lastError, ...push }) => ({
        ...push,
        lastError: lastError && answerOf(lastError),
        occurredAt: occurredAt.toISOString(),
        nextTryAt: nextTryAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      })),
      next,
    }
  })

  change(served, resendPush, async (changing) => {
    const { tx, actor, now, params } = changing
    const push = await lockPush(tx, actor, params.pushId)
    if (!push) throw new Refusal('not_found')
    if (push.state === 'waiting') throw new Refusal('push_waiting')
    await renewPush(tx, actor.organizationId, push.id, now)
    await record(changing, {
      ...entry('resent', push.webhookId),
      after: { name: push.webhook, pushId: push.id, event: push.event },
    })
    return {}
  })
}

async function locked({ tx, actor }: Changing, webhookId: string): Promise<LockedWebhook> {
  const webhook = await lockWebhook(tx, actor, webhookId)
  if (!webhook) throw new Refusal('not_found')
  return webhook
}

const PAST = {
  created: 'webhook.created',
  changed: 'webhook.changed',
  retired: 'webhook.retired',
  secretRenewed: 'webhook.secretRenewed',
  tested: 'webhook.tested',
  resent: 'webhook.resent',
} as const

const entry = (what: keyof typeof PAST, id: string) => ({
  action: PAST[what],
  subjectType: 'webhook',
  subjectId: id,
})

type Said = { [Field in 'name' | 'url' | 'kinds' | 'state']?: LockedWebhook[Field] | undefined }

/** What the journal keeps: of an address, where it leads, without what may be a key in it. */
const journalled = ({ name, url, kinds, state }: Said) => ({
  ...(name !== undefined && { name }),
  ...(url !== undefined && { host: placeOf(url)?.host ?? '' }),
  ...(kinds !== undefined && { kinds: kinds.join(' ') }),
  ...(state !== undefined && { state }),
})
