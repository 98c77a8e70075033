import { sql } from 'kysely'
import { type Actor, isSystem } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { DirectivePage, TaskOfDirective } from '#domain/directives/directives.contract.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db } from '../db/db.ts'
import type { FileAnswer } from '../http/context.ts'
import { visibleTo } from '../tasks/visible.queries.ts'
import { FROM, listedColumns, personOf, type StoredDirective } from './list.queries.ts'
import { seenBy } from './visible.queries.ts'

/** A directive with all that its page shows of itself. */
export type StoredDirectivePage = StoredDirective & {
  paperTitle: string
  paperNumber: string
  limitBy: 'urgency' | 'text'
  registeredOn: Day
  registeredAt: Date
  registeredBy: Ref
  pages: DirectivePage['pages']
  chain: DirectivePage['chain']
  withdrawal: DirectivePage['withdrawal']
}

const ISO = sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

const PAGES = sql`coalesce((
  select json_agg(json_build_object('position', p.position, 'name', o.name, 'mediaType', o.media_type,
    'size', length(o.bytes), 'addedAt', to_char(p.added_at at time zone 'UTC', ${ISO})) order by p.position)
  from directive_page p join document o on o.organization_id = p.organization_id and o.id = p.document_id
  where p.organization_id = d.organization_id and p.directive_id = d.id), '[]')`

/** All directives that hang together with `d`, those the actor may see, by number. */
const chainOf = (actor: Actor) => sql`coalesce((
  with recursive up as (
    select x.id, x.parent_id from directive x where x.organization_id = d.organization_id and x.id = d.id
    union all
    select x.id, x.parent_id from directive x join up on x.organization_id = d.organization_id and x.id = up.parent_id),
  down as (
    select up.id from up where up.parent_id is null
    union all
    select x.id from directive x join down on x.organization_id = d.organization_id and x.parent_id = down.id)
  select json_agg(json_build_object('id', c.id, 'year', c.year, 'number', c.number, 'parentId', c.parent_id,
      'text', c.text, 'writtenBy', json_build_object('id', p.id, 'name', p.name), 'writtenOn', c.written_on,
      'state', z.state, 'currentDueOn', z.current_due_on) order by c.year, c.number)
  from (select d.* from directive d where ${seenBy(actor)}) c
  join directive_standing z on z.organization_id = c.organization_id and z.directive_id = c.id
  join person p on p.organization_id = c.organization_id and p.id = c.written_by
  where c.organization_id = d.organization_id and c.id in (select id from down)), '[]')`

/** One directive the actor may see; undefined where there is none. */
export async function findDirective(
  db: Db,
  actor: Actor,
  directiveId: string,
): Promise<StoredDirectivePage | undefined> {
  const { rows } = await sql<StoredDirectivePage>`
    select ${listedColumns(actor)}, d.paper_title, d.paper_number, d.limit_by, d.registered_on, d.registered_at,
      ${personOf(sql`d.registered_by`)} as registered_by, ${PAGES} as pages, ${chainOf(actor)} as chain,
      (select json_build_object('reason', x.reason, 'by', ${personOf(sql`x.withdrawn_by`)}, 'on', x.withdrawn_on)
        from directive_withdrawal x where x.organization_id = d.organization_id and x.directive_id = d.id) as withdrawal
    ${FROM}
    where d.organization_id = ${actor.organizationId} and d.id = ${directiveId} and ${seenBy(actor)}`.execute(db)
  return rows[0]
}

/** A task of a directive with what was answered; what the reader may do with it is decided from its life. */
export type StoredWork = Omit<TaskOfDirective, 'may'>

/** The tasks of a directive that the actor may see, by code. */
export async function findWorks(db: Db, actor: Actor, directiveId: string): Promise<StoredWork[]> {
  const person = (column: string) => sql`
    (select json_build_object('id', p.id, 'name', p.name) from person p
      where p.organization_id = t.organization_id and p.id = ${sql.ref(column)})`
  const { rows } = await sql<StoredWork>`
    select t.id, t.code, t.title, t.state, coalesce(t.redo_due_on, t.current_due_on) as due_on,
      (select json_build_object('id', u.id, 'name', u.short_name) from unit u
        where u.organization_id = t.organization_id and u.id = t.lead_unit_id) as lead_unit,
      coalesce((select json_agg(u.short_name order by u.position) from task_support x
        join unit u on u.organization_id = x.organization_id and u.id = x.unit_id
        where x.organization_id = t.organization_id and x.task_id = t.id and not x.retired), '[]') as supporting_units,
      ${person('t.leaderId')} as leader,
      (select json_build_object('id', l.id, 'year', l.year, 'number', l.number) from directive_task v
        join directive l on l.organization_id = v.organization_id and l.id = v.directive_id
        where v.organization_id = w.organization_id and v.task_id = w.task_id
          and (l.year, l.number) > (d.year, d.number)
        order by l.year, l.number limit 1) as goes_on_in,
      case when t.signed_off_on is not null then json_build_object('on', t.signed_off_on,
        'by', ${person('t.signedOffBy')}) end as signed_off,
      coalesce((select json_agg(json_build_object('number', a.number, 'directiveId', a.directive_id, 'done', a.done,
          'result', a.result, 'by', ${person('a.answeredBy')},
          'at', to_char(a.answered_at at time zone 'UTC', ${ISO})) order by a.number desc)
        from directive_answer a where a.organization_id = t.organization_id and a.task_id = t.id), '[]') as answers
    from directive d
    join directive_task w on w.organization_id = d.organization_id and w.directive_id = d.id
    join task t on t.organization_id = w.organization_id and t.id = w.task_id
    where d.organization_id = ${actor.organizationId} and d.id = ${directiveId} and ${visibleTo(actor)}
    order by t.code`.execute(db)
  return rows
}

/** So many of the latest are shown of what happened. */
const EVENTS_AT_MOST = 100

/** What happened to a directive and to the tasks given, the latest first; what is nobody's news is left out. */
export async function findEvents(
  db: Db,
  actor: Actor,
  { directiveId, taskIds }: { directiveId: string; taskIds: readonly string[] },
): Promise<{ at: Date; action: string; by: string; unit: string | null; reason: string }[]> {
  if (isSystem(actor)) return []
  const { rows } = await sql<{ at: Date; action: string; by: string; unit: string | null; reason: string }>`
    select e.happened_at as at, e.action, e.person_name as by, coalesce(e.reason, '') as reason,
      (select u.short_name from task t join unit u on u.organization_id = t.organization_id and u.id = t.lead_unit_id
        where e.subject_type = 'task' and t.organization_id = e.organization_id and t.id = e.subject_id::uuid) as unit
    from journal_entry e
    where e.organization_id = ${actor.organizationId} and (
      (e.subject_type = 'directive' and e.subject_id = ${directiveId} and e.action <> 'directive.continued')
      or (e.subject_type = 'task' and e.subject_id = any(${[...taskIds]}::text[])
        and e.action like 'task.%' and e.action not in ('task.created', 'task.registered', 'task.updated', 'task.completionRequested')))
    order by e.happened_at desc, e.seq desc limit ${EVENTS_AT_MOST}`.execute(db)
  return rows
}

/** A page of a directive the actor may see, as it came. */
export async function findPage(
  db: Db,
  actor: Actor,
  directiveId: string,
  position: number,
): Promise<FileAnswer | undefined> {
  const { rows } = await sql<FileAnswer>`
    select o.name, o.media_type, o.bytes
    from directive d
    join directive_page p on p.organization_id = d.organization_id and p.directive_id = d.id and p.position = ${position}
    join document o on o.organization_id = p.organization_id and o.id = p.document_id
    where d.organization_id = ${actor.organizationId} and d.id = ${directiveId} and ${seenBy(actor)}`.execute(db)
  return rows[0]
}
