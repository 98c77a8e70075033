import { sql } from 'kysely'
import type { Day, DayRange } from '#domain/calendar/calendar.ts'
import type { UnitCard } from '#domain/meetings/card.ts'
import { ACTIVE_STATES } from '#domain/tasks/task.ts'
import type { Db, Tx } from '../db/db.ts'
import { factColumns, type FactsRow } from '../difficulties/difficulties.queries.ts'
import { inList } from '../tasks/states.queries.ts'

type Name = { id: string; name: string }

/** A unit that takes part, with those who answer for it. */
export type CardUnit = { unit: UnitCard['unit']; heads: Name[]; leaders: Name[] }

/** The units that take part in a meeting, in the official order. */
export async function loadCardUnits(db: Db, organizationId: string, meetingId: string): Promise<CardUnit[]> {
  const { rows } = await sql<CardUnit>`
    select json_build_object('id', u.id, 'name', u.short_name, 'fullName', u.name, 'groupName', u.group_name) as unit,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position, p.id)
        from post o join person p on p.organization_id = o.organization_id and p.id = o.person_id
        where o.organization_id = u.organization_id and o.unit_id = u.id and o.role = 'unitHead' and o.ended_at is null),
        '[]') as heads,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position, p.id)
        from portfolio_unit f join person p on p.organization_id = f.organization_id and p.id = f.person_id
        where f.organization_id = u.organization_id and f.unit_id = u.id and f.ended_at is null), '[]') as leaders
    from meeting_participant x join unit u on u.organization_id = x.organization_id and u.id = x.unit_id
    where x.organization_id = ${organizationId} and x.meeting_id = ${meetingId} and not x.retired and x.part = 'member'
    order by u.position, u.id`.execute(db)
  return rows
}

/** An open difficulty as cards show it, with what its clock rests on. */
export type CardDifficultyRow = FactsRow & {
  ask: string
  wantedOn: Day
  taskCode: string
  raisedUnit: Name
  counterpart: Name | null
  /** Names of all units it was asked of, by id. */
  askedUnits: Name[]
}

/** The open difficulties of a plan's tasks, gravest first; those of restricted tasks are nothing for a room. */
export async function loadOpenDifficulties(
  db: Db,
  organizationId: string,
  planId: string,
): Promise<CardDifficultyRow[]> {
  const { rows } = await sql<CardDifficultyRow>`
    select ${factColumns}, d.ask, d.wanted_on, t.code as task_code,
      json_build_object('id', u.id, 'name', u.short_name) as raised_unit,
      case when c.id is not null then json_build_object('id', c.id, 'name', c.short_name) end as counterpart,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.short_name)) from unit a
        where a.organization_id = d.organization_id and a.id = any(d.asked_unit_ids || d.raised_unit_id)), '[]') as asked_units
    from difficulty d
    join task t on t.organization_id = d.organization_id and t.id = d.task_id
    join unit u on u.organization_id = d.organization_id and u.id = d.raised_unit_id
    left join unit c on c.organization_id = d.organization_id and c.id = d.counterpart_id
    where d.organization_id = ${organizationId} and t.plan_id = ${planId} and not t.restricted
      and d.state in ('raised', 'triaged', 'ruled', 'inExecution', 'solved')
    order by d.level desc, d.entered_on, d.id`.execute(db)
  return rows
}

/** What the facts of a task's life add to its card: whether a room may read it, dates granted, claims without evidence. */
export type TaskExtras = { id: string; restricted: boolean; grantedCount: number; bareClaims: string[] }

export async function loadTaskExtras(db: Db, organizationId: string, planId: string): Promise<Map<string, TaskExtras>> {
  const { rows } = await sql<TaskExtras>`
    with granted as (select r.task_id, count(*)::int as count from task_request r
        where r.organization_id = ${organizationId} and r.kind = 'extensionRequest' and r.state = 'approved' group by r.task_id),
      bare as (select e.task_id, json_agg(m.title order by m.original_due_on, m.id) as titles
        from report_entry e join milestone m on m.organization_id = e.organization_id and m.task_id = e.task_id
          and m.id = any(e.claimed_milestone_ids)
        where e.organization_id = ${organizationId} and e.evidence = '' and e.state = 'submitted' and m.state = 'submitted'
          and not m.retired group by e.task_id)
    select t.id, t.restricted, coalesce(g.count, 0) as granted_count, coalesce(b.titles, '[]') as bare_claims
    from task t left join granted g on g.task_id = t.id left join bare b on b.task_id = t.id
    where t.organization_id = ${organizationId} and t.plan_id = ${planId}
      and (t.restricted or g.count > 1 or b.titles is not null)`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Open milestones that fall due in a range, by their current date. */
export async function loadDueIn(db: Db, organizationId: string, planId: string, { startsOn, endsOn }: DayRange) {
  const { rows } = await sql<{ unitId: string; taskId: string; code: string; title: string; dueOn: Day }>`
    select t.lead_unit_id as unit_id, t.id as task_id, t.code, m.title, m.current_due_on as due_on
    from milestone m join task t on t.organization_id = m.organization_id and t.id = m.task_id
    where m.organization_id = ${organizationId} and t.plan_id = ${planId} and m.state = 'pending' and not m.retired
      and t.lead_unit_id is not null and not t.restricted and t.state in ${inList(ACTIVE_STATES)}
      and m.current_due_on between ${startsOn} and ${endsOn}
    order by m.current_due_on, t.code, m.position`.execute(db)
  return rows
}

/** What units suggest in their reports for a period. */
export async function loadSuggestions(db: Db, organizationId: string, periodId: string) {
  const { rows } = await sql<{ unitId: string; taskId: string; code: string; words: string }>`
    select e.unit_id, e.task_id, t.code, e.suggestion as words
    from report_entry e join task t on t.organization_id = e.organization_id and t.id = e.task_id
    where e.organization_id = ${organizationId} and e.period_id = ${periodId} and e.suggestion <> '' and not t.restricted
      and e.state in ('submitted', 'accepted')
    order by t.code`.execute(db)
  return rows
}

/** Which of these tasks are restricted now. */
export async function loadRestricted(db: Db, organizationId: string, taskIds: readonly string[]) {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('task')
    .select(['id', 'code'])
    .where('organizationId', '=', organizationId)
    .where('id', 'in', taskIds)
    .where('restricted', '=', true)
    .execute()
}

/** The pillars of a plan, in their order. */
export async function loadPillars(db: Db, organizationId: string, planId: string) {
  return db
    .selectFrom('pillar')
    .select(['id', 'name', 'mark'])
    .where('organizationId', '=', organizationId)
    .where('planId', '=', planId)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Keeps a freeze with its cards, in their order. */
export async function addFreeze(
  tx: Tx,
  organizationId: string,
  freeze: {
    meetingId: string
    ordinal: number
    frozenAt: Date
    asOn: Day
    agenda: unknown
    digest: string
    frozenBy: string
  },
  cards: readonly UnitCard[],
): Promise<void> {
  await tx
    .insertInto('meetingFreeze')
    .values({ ...freeze, organizationId, agenda: JSON.stringify(freeze.agenda) })
    .execute()
  await sql`
    insert into meeting_card (organization_id, meeting_id, ordinal, unit_id, position, card)
    select ${organizationId}, ${freeze.meetingId}, ${freeze.ordinal}, (c.card -> 'unit' ->> 'id')::uuid, c.place, c.card
    from jsonb_array_elements(${JSON.stringify(cards)}::jsonb) with ordinality as c (card, place)`.execute(tx)
}

/** The cards of a freeze, in their order; those of some units where they are named. */
export async function loadFrozenCards(
  db: Db,
  organizationId: string,
  { meetingId, ordinal, unitIds }: { meetingId: string; ordinal: number; unitIds: readonly string[] | null },
): Promise<UnitCard[]> {
  const { rows } = await sql<{ card: UnitCard }>`
    select card from meeting_card
    where organization_id = ${organizationId} and meeting_id = ${meetingId} and ordinal = ${ordinal}
      ${unitIds === null ? sql`` : sql`and unit_id = any(${[...unitIds]}::uuid[])`}
    order by position`.execute(db)
  // Cards that were frozen before highlights were on them.
  return rows.map(({ card }) => ({ ...card, highlights: card.highlights ?? [] }))
}
