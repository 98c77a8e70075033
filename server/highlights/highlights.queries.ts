import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Db, Tx } from '../db/db.ts'

type Name = { id: string; name: string }

export type HighlightRow = {
  id: string
  unit: Name
  title: string
  practice: string
  evidence: string
  sharedBy: Name
  sharedOn: Day
  /** With its microseconds, for the cursor. */
  sharedAt: string
  withdrawnOn: Day | null
  withdrawnReason: string
  adoptions: { unit: Name; on: Day }[]
}

export type HighlightFilter = {
  id?: string | undefined
  unitId?: string | undefined
  adoptedBy?: string | undefined
  after?: { sharedAt: string; id: string } | undefined
  limit: number
}

/** Highlights of the organization, the latest first, one more than `limit`. Everybody with business in it sees them all. */
export async function findHighlights(db: Db, actor: Actor, filter: HighlightFilter): Promise<HighlightRow[]> {
  const { id, unitId, adoptedBy, after, limit } = filter
  const isListed = id === undefined && unitId === undefined && adoptedBy === undefined
  const { rows } = await sql<HighlightRow>`
    select h.id, json_build_object('id', u.id, 'name', u.short_name) as unit, h.title, h.practice, h.evidence,
      json_build_object('id', p.id, 'name', p.name) as shared_by, h.shared_on, h.shared_at::text as shared_at,
      h.withdrawn_on, h.withdrawn_reason,
      coalesce((select json_agg(json_build_object('unit', json_build_object('id', v.id, 'name', v.short_name),
          'on', a.adopted_on) order by v.position, v.id)
        from highlight_adoption a join unit v on v.organization_id = a.organization_id and v.id = a.unit_id
        where a.organization_id = h.organization_id and a.highlight_id = h.id), '[]') as adoptions
    from highlight h
    join unit u on u.organization_id = h.organization_id and u.id = h.unit_id
    join person p on p.organization_id = h.organization_id and p.id = h.shared_by
    where h.organization_id = ${actor.organizationId}
      and (${id ?? null}::uuid is null or h.id = ${id ?? null})
      and (${unitId ?? null}::uuid is null or h.unit_id = ${unitId ?? null})
      and (${adoptedBy ?? null}::uuid is null or exists (select from highlight_adoption x
        where x.organization_id = h.organization_id and x.highlight_id = h.id and x.unit_id = ${adoptedBy ?? null}))
      and (not ${isListed} or h.withdrawn_on is null)
      and (${after?.id ?? null}::uuid is null or (h.shared_at, h.id) < (${after?.sharedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by h.shared_at desc, h.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export type LockedHighlight = {
  id: string
  unitId: string
  title: string
  withdrawnOn: Day | null
  adoptedUnitIds: string[]
}

/** The highlight, locked until the change is over; who adopted it is read once the lock is held. */
export async function lockHighlight(tx: Tx, actor: Actor, id: string): Promise<LockedHighlight | undefined> {
  const { organizationId } = actor
  const [{ rows }, adoptions] = await Promise.all([
    sql<Omit<LockedHighlight, 'adoptedUnitIds'>>`
      select h.id, h.unit_id, h.title, h.withdrawn_on
      from highlight h where h.organization_id = ${organizationId} and h.id = ${id} for update`.execute(tx),
    sql<{ unitId: string }>`
      select unit_id from highlight_adoption
      where organization_id = ${organizationId} and highlight_id = ${id}`.execute(tx),
  ])
  return rows[0] && { ...rows[0], adoptedUnitIds: adoptions.rows.map(({ unitId }) => unitId) }
}

/** Whether the unit is one of the organization's that still exists. */
export async function findIsLivingUnit(db: Db, actor: Actor, unitId: string): Promise<boolean> {
  const unit = await db
    .selectFrom('unit')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', unitId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  return unit !== undefined
}

type Shared = {
  unitId: string
  title: string
  practice: string
  evidence: string
  sharedBy: string
  sharedOn: Day
  sharedAt: Date
}

export async function addHighlight(tx: Tx, organizationId: string, shared: Shared): Promise<string> {
  const { id } = await tx
    .insertInto('highlight')
    .values({ ...shared, organizationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveWithdrawal(
  tx: Tx,
  organizationId: string,
  id: string,
  withdrawal: { withdrawnOn: Day; withdrawnBy: string; withdrawnReason: string },
): Promise<void> {
  await tx
    .updateTable('highlight')
    .set(withdrawal)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

export async function addAdoption(
  tx: Tx,
  organizationId: string,
  adoption: { highlightId: string; unitId: string; adoptedBy: string; adoptedOn: Day },
): Promise<void> {
  await tx
    .insertInto('highlightAdoption')
    .values({ ...adoption, organizationId })
    .execute()
}

/** Heads and liaisons of a unit, who hear that its practice was adopted. */
export async function loadSharers(tx: Tx, organizationId: string, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct o.person_id from post o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id and p.disabled_at is null
    where o.organization_id = ${organizationId} and o.unit_id = ${unitId} and o.ended_at is null
      and o.role in ('unitHead', 'liaison')`.execute(tx)
  return rows.map(({ personId }) => personId)
}

/** What units shared after a day and did not take back, for the cards of a meeting. */
export async function loadFreshHighlights(
  db: Db,
  organizationId: string,
  after: Day,
): Promise<{ unitId: string; id: string; title: string }[]> {
  return db
    .selectFrom('highlight')
    .select(['unitId', 'id', 'title'])
    .where('organizationId', '=', organizationId)
    .where('sharedOn', '>', after)
    .where('withdrawnOn', 'is', null)
    .orderBy('sharedAt')
    .orderBy('id')
    .execute()
}
