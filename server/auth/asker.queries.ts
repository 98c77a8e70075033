import { sql } from 'kysely'
import type { Actor, ActorPost } from '#domain/access/actor.ts'
import { latestPresent } from '#domain/auth/lockout.ts'
import type { Language } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import { type JournalMoment, momentColumns } from '../db/still.ts'
import { written } from '../db/written.ts'

/** Who a secret belongs to, with everything a request needs to know of them. */
export type Asker = {
  actor: Actor
  language: Language
  timeZone: string
  /** The office day task_standing was last worked out for. */
  standingOn: string | null
  journal: JournalMoment
  mustChangePassword: boolean
  seenAt: Date
}

type Row = JournalMoment & {
  organizationId: string
  personId: string
  name: string
  language: Language
  timeZone: string
  standingOn: string | null
  mustChange: boolean
  seenAt: Date
  posts: ActorPost[] | null
  unitIds: string[] | null
  pillarIds: string[] | null
}

const askerColumns = written(sql`
  p.organization_id, p.id as person_id, p.name, p.language, o.time_zone, o.standing_on, a.must_change, ${momentColumns},
  (select json_agg(json_build_object('role', t.role, 'unitId', t.unit_id))
     from post t where t.organization_id = p.organization_id and t.person_id = p.id and t.ended_at is null) as posts,
  (select array_agg(u.unit_id) from portfolio_unit u
     where u.organization_id = p.organization_id and u.person_id = p.id and u.ended_at is null) as unit_ids,
  (select array_agg(l.pillar_id) from portfolio_pillar l
     where l.organization_id = p.organization_id and l.person_id = p.id and l.ended_at is null) as pillar_ids`)

const asker = (row: Row | undefined): Asker | null =>
  row
    ? {
        actor: {
          organizationId: row.organizationId,
          personId: row.personId,
          name: row.name,
          posts: row.posts ?? [],
          portfolio: { unitIds: row.unitIds ?? [], pillarIds: row.pillarIds ?? [] },
        },
        language: row.language,
        timeZone: row.timeZone,
        standingOn: row.standingOn,
        journal: { snapshot: row.snapshot, lastXid: row.lastXid },
        mustChangePassword: row.mustChange,
        seenAt: row.seenAt,
      }
    : null

/** The person whose calendar address it is; null when it is unknown or void. */
export async function findAskerByFeed(db: Db, digest: Buffer): Promise<Asker | null> {
  const { rows } = await sql<Row>`
    select ${askerColumns}, f.created_at as seen_at
    from calendar_feed f
    join person p on p.organization_id = f.organization_id and p.id = f.person_id and p.disabled_at is null
    join account a on a.organization_id = p.organization_id and a.person_id = p.id
    join organization o on o.id = p.organization_id
    where f.digest = ${digest}`.execute(db)
  return asker(rows[0])
}

/**
 * The person behind a session cookie; null when it is unknown, ended, idle longer than `idleSince`, expired, or was begun
 * by a clock that ran ahead.
 */
export async function findAskerBySession(db: Db, digest: Buffer, now: Date, idleSince: Date): Promise<Asker | null> {
  const { rows } = await sql<Row>`
    select ${askerColumns}, s.seen_at
    from session s
    join person p on p.organization_id = s.organization_id and p.id = s.person_id and p.disabled_at is null
    join account a on a.organization_id = p.organization_id and a.person_id = p.id
    join organization o on o.id = p.organization_id
    where s.digest = ${digest} and s.ended_at is null and s.expires_at > ${now} and s.seen_at > ${idleSince}
      and s.created_at <= ${latestPresent(now)}`.execute(db)
  return asker(rows[0])
}

/** The person behind a personal API token; null when it is unknown, revoked or expired. */
export async function findAskerByToken(db: Db, digest: Buffer, now: Date): Promise<Asker | null> {
  const { rows } = await sql<Row>`
    select ${askerColumns}, ${now}::timestamptz as seen_at
    from api_token k
    join person p on p.organization_id = k.organization_id and p.id = k.person_id and p.disabled_at is null
    join account a on a.organization_id = p.organization_id and a.person_id = p.id
    join organization o on o.id = p.organization_id
    where k.digest = ${digest} and k.revoked_at is null and k.expires_at > ${now}`.execute(db)
  return asker(rows[0])
}

/** Notes that a session is alive; called at most once a minute for a session. */
export async function saveSeen(db: Db, digest: Buffer, now: Date): Promise<void> {
  await db.updateTable('session').set({ seenAt: now }).where('digest', '=', digest).execute()
}

/** Notes the day a token was last used; writes at most once a day. */
export async function saveTokenUse(db: Db, digest: Buffer, today: string): Promise<void> {
  await db
    .updateTable('apiToken')
    .set({ usedOn: today })
    .where('digest', '=', digest)
    .where((where) => where.or([where('usedOn', 'is', null), where('usedOn', '<', today)]))
    .execute()
}
