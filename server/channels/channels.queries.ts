import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Failure } from '#domain/channels/attempts.ts'
import type { ChannelName } from '#domain/channels/channel.ts'
import type { DeliveryRules, OwnQuiet } from '#domain/channels/rules.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import type { Db, Tx } from '../db/db.ts'

/** The channels that the actor chose; of their addresses what may be shown. */
export const listChosen = (db: Db, actor: Actor) =>
  db
    .selectFrom('personChannel')
    .select(['channel', 'shown'])
    .select(sql<boolean>`secret is not null`.as('signed'))
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .execute()

/** A channel with its address, as its owner gave it. */
export type Chosen = { channel: ChannelName; address: string; secret: string | null; shown: string }

/** Sets one channel of the actor's. */
export async function saveChosen(tx: Tx, actor: Actor, { channel, ...to }: Chosen): Promise<void> {
  const { organizationId, personId } = actor
  await tx
    .insertInto('personChannel')
    .values({ organizationId, personId, channel, ...to })
    .onConflict((conflict) => conflict.columns(['organizationId', 'personId', 'channel']).doUpdateSet(to))
    .execute()
}

/** Takes one channel of the actor's away. Gives what was shown of it; undefined where there was none. */
export async function removeChosen(tx: Tx, actor: Actor, channel: ChannelName): Promise<string | undefined> {
  const removed = await tx
    .deleteFrom('personChannel')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('channel', '=', channel)
    .returning('shown')
    .executeTakeFirst()
  return removed?.shown
}

/** The actor's own quiet hours; null where they set none. */
export async function findOwnQuiet(db: Db, actor: Actor): Promise<OwnQuiet | null> {
  const own = await db
    .selectFrom('personQuiet')
    .select(['quietFrom', 'quietTo', 'workdaysOnly'])
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .executeTakeFirst()
  return own ?? null
}

/** Sets the actor's own quiet hours. */
export async function saveOwnQuiet(tx: Tx, { organizationId, personId }: Actor, own: OwnQuiet): Promise<void> {
  await tx
    .insertInto('personQuiet')
    .values({ organizationId, personId, ...own })
    .onConflict((conflict) => conflict.columns(['organizationId', 'personId']).doUpdateSet(own))
    .execute()
}

/** Sets what the office allows. */
export async function saveRules(tx: Tx, { organizationId }: Actor, rules: DeliveryRules): Promise<void> {
  await tx
    .insertInto('deliveryRules')
    .values({ organizationId, ...rules })
    .onConflict((conflict) => conflict.column('organizationId').doUpdateSet(rules))
    .execute()
}

type StoredDelivery = {
  id: string
  person: string
  channel: ChannelName
  address: string
  state: 'waiting' | 'delivered' | 'failed'
  attempts: number
  lastError: Failure | null
  messageCount: number
  plannedAt: Date
  nextTryAt: Date
  deliveredAt: Date | null
}

/** A page of what went out, newest first. */
export async function listStored(
  db: Db,
  actor: Actor,
  { state, after, limit }: { state?: StoredDelivery['state'] | undefined; after?: string | undefined; limit: number },
): Promise<{ items: StoredDelivery[]; next: string | null }> {
  const [at, id] = (after && readCursor(after, 2)) || []
  const { rows } = await sql<StoredDelivery>`
    select d.id, p.name as person, d.channel, d.address, d.state, d.attempts, d.last_error, d.planned_at,
      d.next_try_at, d.delivered_at,
      (select count(*)::int from delivery_message m
       where m.organization_id = d.organization_id and m.delivery_id = d.id) as message_count
    from message_delivery d join person p on p.organization_id = d.organization_id and p.id = d.person_id
    where d.organization_id = ${actor.organizationId}
      ${state === undefined ? sql`` : sql`and d.state = ${state}`}
      ${typeof at === 'string' && typeof id === 'string' ? sql`and (d.planned_at < ${at} or (d.planned_at = ${at} and d.id > ${id}))` : sql``}
    order by d.planned_at desc, d.id limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { items, next: hasMore ? writeCursor([last.plannedAt.toISOString(), last.id]) : null }
}
