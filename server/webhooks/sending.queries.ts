import { sql } from 'kysely'
import { ATTEMPT_MS } from '#domain/channels/attempts.ts'
import { type PushIds, TEST_EVENT } from '#domain/webhooks/events.ts'
import type { PushFailure } from '#domain/webhooks/push.ts'
import type { Db, Tx } from '../db/db.ts'

/** A push that this process has taken on, with all that is needed to write and send it. */
export type TakenPush = {
  id: string
  attempts: number
  event: string
  ids: PushIds
  occurredAt: Date
  url: string
  secret: string
  task: { id: string; code: string } | null
  restricted: boolean
}

/** The organizations of which something is due. */
export async function loadPushingOrganizations(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organization o
    where exists (select from push p where p.organization_id = o.id and p.state = 'waiting' and p.next_try_at <= ${now})
    order by o.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Takes on pushes that are due, up to `limit` for each webhook that is on, so that none waits behind another's; tests go
 * to all. The attempt is counted and kept
 * before it begins, so one that breaks off is due again after a while, and no two processes hold the same one.
 */
export async function takeDuePushes(db: Db, organizationId: string, now: Date, limit: number): Promise<TakenPush[]> {
  const { rows } = await sql<TakenPush>`
    with taken as (
      update push p set attempts = attempts + 1, next_try_at = ${new Date(now.getTime() + ATTEMPT_MS)}
      where p.organization_id = ${organizationId} and p.id in (
        select d.id from webhook w cross join lateral (
          select q.id from push q
          where q.organization_id = w.organization_id and q.webhook_id = w.id and q.state = 'waiting'
            and q.next_try_at <= ${now} and (w.state = 'on' or (q.event = ${TEST_EVENT} and w.state <> 'retired'))
          order by q.next_try_at, q.occurred_at limit ${limit} for update of q skip locked) d
        where w.organization_id = ${organizationId})
      returning p.organization_id, p.id, p.webhook_id, p.attempts, p.event, p.ids, p.occurred_at, p.task_id
    )
    select k.id, k.attempts, k.event, k.ids, k.occurred_at, w.url, w.secret, coalesce(t.restricted, false) as restricted,
      case when t.id is not null then json_build_object('id', t.id, 'code', t.code) end as task
    from taken k
    join webhook w on w.organization_id = k.organization_id and w.id = k.webhook_id
    left join task t on t.organization_id = k.organization_id and t.id = k.task_id
    order by k.occurred_at, k.id`.execute(db)
  return rows
}

/** How an attempt ended. */
export type PushOutcome = { delivered: true } | { delivered: false; failure: PushFailure; nextTryAt: Date | null }

/** Notes how an attempt ended, unless another has begun since. */
export async function savePushOutcome(
  db: Db,
  organizationId: string,
  { id, attempts }: Pick<TakenPush, 'id' | 'attempts'>,
  now: Date,
  outcome: PushOutcome,
): Promise<void> {
  await db
    .updateTable('push')
    .set(
      outcome.delivered
        ? { state: 'delivered', endedAt: now, lastError: null }
        : {
            lastError: outcome.failure,
            ...(outcome.nextTryAt ? { nextTryAt: outcome.nextTryAt } : { state: 'failed', endedAt: now }),
          },
    )
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .execute()
}

/** A webhook at which nothing arrives any more. */
export type DeadWebhook = { id: string; name: string; failedCount: number }

/**
 * Webhooks that are on though something was given up and nothing has arrived since it happened: what one receiver
 * refuses while it takes the rest does not make it dead.
 */
export async function loadDead(tx: Tx, organizationId: string): Promise<DeadWebhook[]> {
  const { rows } = await sql<DeadWebhook>`
    select w.id, w.name, count(*)::int as failed_count
    from webhook w
    join push p on p.organization_id = w.organization_id and p.webhook_id = w.id and p.state = 'failed'
      and p.event <> ${TEST_EVENT} and p.last_error not in ('withheld', 'switchedOff') and p.ended_at > w.state_at
    where w.organization_id = ${organizationId} and w.state = 'on'
      and not exists (select from push d where d.organization_id = p.organization_id and d.webhook_id = p.webhook_id
        and d.state = 'delivered' and d.event <> ${TEST_EVENT} and d.ended_at > p.occurred_at)
    group by w.id, w.name order by w.id`.execute(tx)
  return rows
}

/** Who sets up webhooks: the office and the system administrators, as they are now. */
export async function loadManagers(tx: Tx, organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct o.person_id from post o
    join person n on n.organization_id = o.organization_id and n.id = o.person_id and n.disabled_at is null
    where o.organization_id = ${organizationId} and o.ended_at is null
      and o.role in ('supervisionOffice', 'sysAdmin')`.execute(tx)
  return rows.map(({ personId }) => personId)
}
