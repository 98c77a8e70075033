import { sql } from 'kysely'
import { ATTEMPT_MS, type Failure } from '#domain/channels/attempts.ts'
import type { ChannelName } from '#domain/channels/channel.ts'
import type { DeliveryRules } from '#domain/channels/rules.ts'
import type { ToTell } from '#domain/messages/digest.ts'
import { MESSAGE_KINDS, type MessageKind } from '#domain/messages/kinds.ts'
import type { Language } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import { taskOfMessage } from '../messages/subject.queries.ts'
import type { Changing } from '../http/context.ts'

const URGENT = (Object.keys(MESSAGE_KINDS) as MessageKind[]).filter((kind) => MESSAGE_KINDS[kind].urgency === 'now')

/**
 * Makes the deliveries of what may go out now: for each person and each channel of theirs that the office allows, one
 * with all of it. What somebody read already goes nowhere. A person gets one summary a day, of what was told before its
 * hour; nothing goes to those who hold it back now. One statement, so that a message told meanwhile is either wholly in it or wholly left to the next.
 */
export async function planDeliveries(
  { tx, actor, now, today, timeZone }: Changing,
  { allowed, digestAt }: Pick<DeliveryRules, 'allowed' | 'digestAt'>,
  may: { urgent: boolean; digest: boolean },
  heldBack: readonly string[],
): Promise<void> {
  await sql`
    with due as (
      update message m set planned_at = ${now}
      where m.organization_id = ${actor.organizationId} and m.planned_at is null
        and m.person_id <> all(${[...heldBack]}::uuid[]) and (
        (${may.urgent} and m.kind = any(${URGENT}::text[]))
        or (${may.digest} and m.told_at < (${today}::date + ${digestAt}::time) at time zone ${timeZone}
          and not exists (select from message_delivery d where d.organization_id = m.organization_id
            and d.person_id = m.person_id and d.digest_on = ${today})))
      returning m.organization_id, m.id, m.person_id, m.kind, m.read_at
    ), unread as (
      select * from due where read_at is null
    ), made as (
      insert into message_delivery (organization_id, person_id, channel, address, next_try_at, planned_at, digest_on)
      select c.organization_id, c.person_id, c.channel, c.shown, ${now}, ${now},
        case when bool_or(u.kind <> all(${URGENT}::text[])) then ${today}::date end
      from unread u
      join person_channel c on c.organization_id = u.organization_id and c.person_id = u.person_id
      join person p on p.organization_id = u.organization_id and p.id = u.person_id and p.disabled_at is null
      where c.channel = any(${allowed}::text[])
      group by c.organization_id, c.person_id, c.channel, c.shown
      returning organization_id, id, person_id, channel
    )
    insert into delivery_message (organization_id, message_id, channel, to_id, delivery_id)
    select m.organization_id, u.id, m.channel, m.person_id, m.id
    from unread u join made m on m.organization_id = u.organization_id and m.person_id = u.person_id`.execute(tx)
}

/** A delivery that this process has taken on, with all that is needed to write and send it. */
export type Taken = {
  id: string
  channel: ChannelName
  attempts: number
  digestOn: string | null
  /** Null where the person has given the channel up meanwhile. */
  address: string | null
  secret: string | null
  person: string
  language: Language
  organization: string
  messages: ToTell[]
}

/** What is sent side by side: one organization's news by one channel. */
export type Lane = { organizationId: string; channel: ChannelName }

/** The lanes on which something is due, for the server's own sending; what has waited longest comes first. */
export async function loadDueLanes(db: Db, now: Date): Promise<Lane[]> {
  const { rows } = await sql<Lane>`
    select organization_id, channel from message_delivery
    where state = 'waiting' and next_try_at <= ${now} and person_id is not null
    group by organization_id, channel order by min(next_try_at)`.execute(db)
  return rows
}

/**
 * Takes on up to `limit` deliveries that are due: the attempt is counted and kept before it begins, so one that breaks
 * off is due again after a while, and no two processes hold the same one.
 */
export async function takeDue(db: Db, { organizationId, channel }: Lane, now: Date, limit: number): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with taken as (
      update message_delivery d set attempts = attempts + 1, next_try_at = ${new Date(now.getTime() + ATTEMPT_MS)}
      where d.organization_id = ${organizationId} and d.id in (
        select id from message_delivery
        where organization_id = ${organizationId} and channel = ${channel} and state = 'waiting' and next_try_at <= ${now} and person_id is not null
        order by next_try_at limit ${limit} for update skip locked)
      returning d.organization_id, d.id, d.person_id, d.channel, d.attempts, d.digest_on
    )
    select t.id, t.channel, t.attempts, t.digest_on, c.address, c.secret, p.name as person, p.language,
      o.name as organization,
      (select json_agg(json_build_object('kind', m.kind, 'facts', m.facts,
         'restrictedCode', case when r.restricted then r.code when w.restricted then w.year || '-' || w.number end) order by m.told_at, m.id)
       from delivery_message dm join message m on m.organization_id = dm.organization_id and m.id = dm.message_id
       ${taskOfMessage}
       left join directive w on m.subject_type = 'directive' and w.organization_id = m.organization_id and w.id = s.id
       where dm.organization_id = t.organization_id and dm.delivery_id = t.id) as messages
    from taken t
    join organization o on o.id = t.organization_id
    join person p on p.organization_id = t.organization_id and p.id = t.person_id
    left join person_channel c on c.organization_id = t.organization_id and c.person_id = t.person_id
      and c.channel = t.channel`.execute(db)
  return rows
}

/** How an attempt ended. */
export type Outcome = { delivered: true } | { delivered: false; failure: Failure; nextTryAt: Date | null }

/** Notes how an attempt ended, unless another has begun since. */
export async function saveOutcome(
  db: Db,
  organizationId: string,
  { id, attempts }: Pick<Taken, 'id' | 'attempts'>,
  now: Date,
  outcome: Outcome,
): Promise<void> {
  await db
    .updateTable('messageDelivery')
    .set(
      outcome.delivered
        ? { state: 'delivered', deliveredAt: now, lastError: null }
        : {
            state: outcome.nextTryAt ? 'waiting' : 'failed',
            lastError: outcome.failure,
            ...(outcome.nextTryAt && { nextTryAt: outcome.nextTryAt }),
          },
    )
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .execute()
}
