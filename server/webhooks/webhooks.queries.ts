import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { TEST_EVENT, type PushKind } from '#domain/webhooks/events.ts'
import type { PushFailure } from '#domain/webhooks/push.ts'
import type { Db, Tx } from '../db/db.ts'

type Stored = {
  id: string
  name: string
  url: string
  kinds: PushKind[]
  state: 'on' | 'off' | 'paused'
  stateAt: Date
  lastDeliveredAt: Date | null
  waitingCount: number
  failedCount: number
}

/** The webhooks with how they fare, in the order they were made. */
export async function listStored(db: Db, actor: Actor): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select w.id, w.name, w.url, w.kinds, w.state, w.state_at, f.last_delivered_at,
      coalesce(f.waiting_count, 0)::int as waiting_count, coalesce(f.failed_count, 0)::int as failed_count
    from webhook w
    left join (
      select p.organization_id, p.webhook_id, max(p.ended_at) filter (where p.state = 'delivered') as last_delivered_at,
        count(*) filter (where p.state = 'waiting') as waiting_count,
        count(*) filter (where p.state = 'failed' and p.event <> ${TEST_EVENT}
          and p.last_error not in ('withheld', 'switchedOff')) as failed_count
      from push p
      where p.organization_id = ${actor.organizationId}
      group by p.organization_id, p.webhook_id
    ) f on f.organization_id = w.organization_id and f.webhook_id = w.id
    where w.organization_id = ${actor.organizationId} and w.state <> 'retired'
    order by w.created_at, w.id`.execute(db)
  return rows
}

/** A webhook as it is before a change. */
export type LockedWebhook = { id: string; name: string; url: string; kinds: PushKind[]; state: Stored['state'] }

/** Locks a webhook that has not been taken away. */
export async function lockWebhook(tx: Tx, actor: Actor, id: string): Promise<LockedWebhook | undefined> {
  const { rows } = await sql<LockedWebhook>`
    select id, name, url, kinds, state from webhook
    where organization_id = ${actor.organizationId} and id = ${id} and state <> 'retired' for update`.execute(tx)
  return rows[0]
}

/** How many webhooks there are; nobody adds another until the transaction ends. */
export async function lockWebhookCount(tx: Tx, actor: Actor): Promise<number> {
  await sql`select from organization where id = ${actor.organizationId} for update`.execute(tx)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from webhook
    where organization_id = ${actor.organizationId} and state <> 'retired'`.execute(tx)
  return rows[0]?.count ?? 0
}

type New = { name: string; url: string; kinds: readonly PushKind[]; secret: string }

/** Adds a webhook, switched on. Gives its id. */
export async function addWebhook(tx: Tx, actor: Actor, { kinds, ...said }: New, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto('webhook')
    .values({ organizationId: actor.organizationId, ...said, kinds: [...kinds], stateAt: now, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Writes = {
  name?: string | undefined
  url?: string | undefined
  kinds?: PushKind[] | undefined
  secret?: string
  state?: Stored['state'] | 'retired' | undefined
  stateAt?: Date
}

/** Changes a webhook. */
export async function saveWebhook(tx: Tx, organizationId: string, id: string, writes: Writes): Promise<void> {
  await tx
    .updateTable('webhook')
    .set(writes)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

/** Gives up what waits for a webhook that was switched off. */
export async function giveUpWaiting(tx: Tx, organizationId: string, webhookId: string, now: Date): Promise<void> {
  await tx
    .updateTable('push')
    .set({ state: 'failed', lastError: 'switchedOff', endedAt: now })
    .where('organizationId', '=', organizationId)
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute()
}

/** Has what waits for a webhook sent at once, with a whole series of attempts. */
export async function hasten(tx: Tx, organizationId: string, webhookId: string, now: Date): Promise<void> {
  await tx
    .updateTable('push')
    .set({ attempts: 0, nextTryAt: now })
    .where('organizationId', '=', organizationId)
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute()
}

/** Puts a test into the outbox. Gives its id. */
export async function addTest(tx: Tx, actor: Actor, webhookId: string, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto('push')
    .values({
      organizationId: actor.organizationId,
      webhookId,
      event: TEST_EVENT,
      occurredAt: now,
      nextTryAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type StoredPush = {
  id: string
  webhookId: string
  webhook: string
  event: string
  state: 'waiting' | 'delivered' | 'failed'
  attempts: number
  lastError: PushFailure | null
  occurredAt: Date
  nextTryAt: Date
  endedAt: Date | null
}

type PushFilter = {
  webhookId?: string | undefined
  state?: StoredPush['state'] | undefined
  after?: string | undefined
  limit: number
}

/** A page of what was pushed, newest first. */
export async function listStoredPushes(
  db: Db,
  actor: Actor,
  { webhookId, state, after, limit }: PushFilter,
): Promise<{ items: StoredPush[]; next: string | null }> {
  const [at, id] = (after && readCursor(after, 2)) || []
  const { rows } = await sql<StoredPush>`
    select p.id, p.webhook_id, w.name as webhook, p.event, p.state, p.attempts, p.last_error,
      p.occurred_at, p.next_try_at, p.ended_at
    from push p join webhook w on w.organization_id = p.organization_id and w.id = p.webhook_id
    where p.organization_id = ${actor.organizationId}
      ${webhookId === undefined ? sql`` : sql`and p.webhook_id = ${webhookId}`}
      ${state === undefined ? sql`` : sql`and p.state = ${state}`}
      ${typeof at === 'string' && typeof id === 'string' ? sql`and (p.occurred_at < ${at} or (p.occurred_at = ${at} and p.id > ${id}))` : sql``}
    order by p.occurred_at desc, p.id limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { items, next: hasMore ? writeCursor([last.occurredAt.toISOString(), last.id]) : null }
}

/** A push that may be sent again. */
export type LockedPush = { id: string; webhookId: string; webhook: string; event: string; state: StoredPush['state'] }

/** Locks a push to a webhook that has not been taken away. */
export async function lockPush(tx: Tx, actor: Actor, id: string): Promise<LockedPush | undefined> {
  const { rows } = await sql<LockedPush>`
    select p.id, p.webhook_id, w.name as webhook, p.event, p.state
    from push p join webhook w on w.organization_id = p.organization_id and w.id = p.webhook_id and w.state <> 'retired'
    where p.organization_id = ${actor.organizationId} and p.id = ${id} for update of p`.execute(tx)
  return rows[0]
}

/** Has a push sent again under its key, with a whole series of attempts. */
export async function renewPush(tx: Tx, organizationId: string, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('push')
    .set({ state: 'waiting', attempts: 0, nextTryAt: now, endedAt: null, lastError: null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}
