import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { DIRECTIVE_SHOWS, type DirectiveFilter, type DirectiveView } from '#domain/directives/directives.contract.ts'
import { OPEN_STATES, OWED_STATES } from '#domain/directives/standing.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db } from '../db/db.ts'
import { seenBy } from './visible.queries.ts'

/** A directive as it is listed; the days left are counted where it is shown. */
export type StoredDirective = Omit<DirectiveView, 'workdaysLeft'>

export const FROM = sql`
  from directive d
  join directive_standing s on s.organization_id = d.organization_id and s.directive_id = d.id`

/** A person or a directive by id, as the wire has it. */
export const personOf = (id: RawBuilder<unknown>) => sql`
  (select json_build_object('id', p.id, 'name', p.name) from person p
    where p.organization_id = d.organization_id and p.id = ${id})`

/** What a list shows of the directive `d`; a parent only where the actor may see it. */
export const listedColumns = (actor: Actor) => sql`
  d.id, d.year, d.number, d.text, ${personOf(sql`d.written_by`)} as written_by, d.written_on, d.urgency, s.state,
  d.due_on, s.current_due_on, s.closed_on, d.restricted,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', u.short_name) order by u.position)
    from unit u where u.organization_id = d.organization_id and u.id in (
      select t.lead_unit_id from directive_task w
      join task t on t.organization_id = w.organization_id and t.id = w.task_id
      where w.organization_id = d.organization_id and w.directive_id = d.id and t.state <> 'cancelled')), '[]') as lead_units,
  (select count(*)::int from directive_page p
    where p.organization_id = d.organization_id and p.directive_id = d.id) as page_count,
  (select json_build_object('id', q.id, 'year', q.year, 'number', q.number)
    from (select d.* from directive d where ${seenBy(actor)}) q
    where q.organization_id = d.organization_id and q.id = d.parent_id) as parent`

/** The condition of each choice of what to show, on a day. */
const SHOWN = (today: Day): Record<DirectiveFilter['show'], RawBuilder<boolean>> => ({
  open: sql`s.state in (${sql.join(OPEN_STATES)})`,
  toAssign: sql`s.state = 'received'`,
  toAnswer: sql`s.state = 'inHand'`,
  toLeader: sql`s.state = 'toLeader'`,
  overdue: sql`(s.state in (${sql.join(OWED_STATES)}) and s.current_due_on < ${today})`,
  closed: sql`s.state = 'closed'`,
  all: sql`true`,
})

const ledBy = (unitId: string) => sql`exists (
  select from directive_task w join task t on t.organization_id = w.organization_id and t.id = w.task_id
  where w.organization_id = d.organization_id and w.directive_id = d.id and t.state <> 'cancelled'
    and t.lead_unit_id = ${unitId})`

const narrowed = ({ writerId, urgency, unitId }: Omit<DirectiveFilter, 'show'>) => sql`
  ${writerId === undefined ? sql`true` : sql`d.written_by = ${writerId}`}
  and ${urgency === undefined ? sql`true` : sql`d.urgency = ${urgency}`}
  and ${unitId === undefined ? sql`true` : ledBy(unitId)}`

type Asked = DirectiveFilter & { today: Day; after?: string | undefined; limit: number }

/** A page of the directives the actor may see, the latest number first. */
export async function findDirectives(
  db: Db,
  actor: Actor,
  { show, today, after, limit, ...filter }: Asked,
): Promise<{ items: StoredDirective[]; next: string | null }> {
  const [year, number] = (after && readCursor(after, 2)) || []
  const beyond =
    typeof year === 'number' && typeof number === 'number' ? sql`and (d.year, d.number) < (${year}, ${number})` : sql``
  const { rows } = await sql<StoredDirective>`
    select ${listedColumns(actor)} ${FROM}
    where d.organization_id = ${actor.organizationId} and ${seenBy(actor)} and ${narrowed(filter)}
      and ${SHOWN(today)[show]} ${beyond}
    order by d.year desc, d.number desc limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writeCursor([last.year, last.number]) : null }
}

/** How many directives the actor may see under each choice of what to show. */
export async function countDirectives(
  db: Db,
  actor: Actor,
  { today, ...filter }: Omit<DirectiveFilter, 'show'> & { today: Day },
): Promise<Record<DirectiveFilter['show'], number>> {
  const shown = SHOWN(today)
  const { rows } = await sql<Record<DirectiveFilter['show'], number>>`
    select ${sql.join(DIRECTIVE_SHOWS.map((show) => sql`count(*) filter (where ${shown[show]})::int as ${sql.ref(show)}`))}
    ${FROM} where d.organization_id = ${actor.organizationId} and ${seenBy(actor)} and ${narrowed(filter)}`.execute(db)
  return rows[0] ?? { open: 0, toAssign: 0, toAnswer: 0, overdue: 0, toLeader: 0, closed: 0, all: 0 }
}

/** The leaders of whose directives the actor may see one. */
export async function findWriters(db: Db, actor: Actor): Promise<Ref[]> {
  const { rows } = await sql<Ref>`
    select p.id, p.name from person p
    where p.organization_id = ${actor.organizationId} and exists (
      select from directive d
      where d.organization_id = p.organization_id and d.written_by = p.id and ${seenBy(actor)})
    order by p.position, p.name`.execute(db)
  return rows
}

/** Directives without a lead unit yet, those first that wait longest. */
export async function findUnassigned(
  db: Db,
  actor: Actor,
  most: number,
): Promise<(StoredDirective & { registeredOn: Day })[]> {
  const { rows } = await sql<StoredDirective & { registeredOn: Day }>`
    select ${listedColumns(actor)}, d.registered_on ${FROM}
    where d.organization_id = ${actor.organizationId} and s.state = 'received' and ${seenBy(actor)}
    order by d.year, d.number limit ${most}`.execute(db)
  return rows
}

/** A task of a directive that its unit has to answer. */
export type OwedAnswer = { directiveId: string; code: string; title: string; from: string; dueOn: Day }

/** What units have to answer, what is due first at the top. */
export async function findOwedAnswers(
  db: Db,
  actor: Actor,
  unitIds: readonly string[],
  most: number,
): Promise<OwedAnswer[]> {
  const { rows } = await sql<OwedAnswer>`
    select d.id as directive_id, t.code, t.title, p.name as from, coalesce(t.redo_due_on, t.current_due_on) as due_on
    from task t
    join lateral (
      select w.directive_id from directive_task w
      join directive l on l.organization_id = w.organization_id and l.id = w.directive_id
      where w.organization_id = t.organization_id and w.task_id = t.id
      order by l.year desc, l.number desc limit 1) w on true
    join directive d on d.organization_id = t.organization_id and d.id = w.directive_id
    join person p on p.organization_id = d.organization_id and p.id = d.written_by
    where t.organization_id = ${actor.organizationId} and t.lead_unit_id = any(${[...unitIds]}::uuid[])
      and t.state = 'inProgress'
    order by due_on, t.code limit ${most}`.execute(db)
  return rows
}
