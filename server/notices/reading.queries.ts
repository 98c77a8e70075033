import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { NoticeLevel, NoticeState } from '#domain/notices/notice.ts'
import type { NoticeReason } from '#domain/notices/reason.ts'
import type { SourceKind } from '#domain/tasks/task.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import type { Db } from '../db/db.ts'
import { noticesSeenBy } from '../tasks/noticeSight.queries.ts'

type Named = { id: string; name: string }

/** A notice as it is listed. */
export type StoredNotice = {
  id: string
  level: NoticeLevel
  state: NoticeState
  number: string | null
  task: { id: string; code: string; title: string }
  milestone: Named | null
  unit: Named
  reason: NoticeReason
  ask: string
  answerWithinWorkdays: number
  proposedOn: Day
  issuedOn: Day | null
  answerBy: Day | null
  repliedAt: Date | null
  closedAt: Date | null
}

/** A notice with all that was said. */
export type StoredNoticePage = StoredNotice & {
  leader: Named | null
  heads: Named[]
  issuedBy: Named | null
  reply: string
  repliedBy: Named | null
  closeNote: string
  closedBy: Named | null
}

export type NoticeFilter = {
  state?: NoticeState | undefined
  level?: NoticeLevel | undefined
  unitId?: string | undefined
  taskId?: string | undefined
}

const LISTED = sql`
  n.id, n.level, n.state, n.number_text as number, json_build_object('id', t.id, 'code', t.code, 'title', t.title) as task,
  (select json_build_object('id', m.id, 'name', m.title) from milestone m
    where m.organization_id = n.organization_id and m.id = n.milestone_id) as milestone,
  json_build_object('id', u.id, 'name', u.short_name) as unit, n.reason, n.ask, n.answer_within_workdays, n.proposed_on,
  n.issued_on, n.answer_by, n.replied_at, n.closed_at`

const FROM = sql`
  from supervision_notice n
  join task t on t.organization_id = n.organization_id and t.id = n.task_id
  join unit u on u.organization_id = n.organization_id and u.id = n.unit_id`

const person = (column: string) => sql`
  (select json_build_object('id', p.id, 'name', p.name) from person p
    where p.organization_id = n.organization_id and p.id = ${sql.ref(column)})`

const narrowed = ({ level, unitId, taskId }: NoticeFilter) => sql`
  ${level === undefined ? sql`true` : sql`n.level = ${level}`}
  and ${unitId === undefined ? sql`true` : sql`n.unit_id = ${unitId}`}
  and ${taskId === undefined ? sql`true` : sql`n.task_id = ${taskId}`}`

/** A page of the notices the actor may see, the latest proposed first. */
export async function findNotices(
  db: Db,
  actor: Actor,
  filter: NoticeFilter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: StoredNotice[]; next: string | null }> {
  const [on, id] = (after && readCursor(after, 2)) || []
  const { rows } = await sql<StoredNotice>`
    select ${LISTED} ${FROM}
    where n.organization_id = ${actor.organizationId} and ${narrowed(filter)} and ${noticesSeenBy(actor)}
      ${filter.state === undefined ? sql`` : sql`and n.state = ${filter.state}`}
      ${typeof on === 'string' && typeof id === 'string' ? sql`and (n.proposed_on < ${on} or (n.proposed_on = ${on} and n.id > ${id}))` : sql``}
    order by n.proposed_on desc, n.id limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writeCursor([last.proposedOn, last.id]) : null }
}

/** How many notices the actor may see in each state. */
export async function countNotices(
  db: Db,
  actor: Actor,
  filter: NoticeFilter,
): Promise<{ state: NoticeState; count: number }[]> {
  const { rows } = await sql<{ state: NoticeState; count: number }>`
    select n.state, count(*)::int as count ${FROM}
    where n.organization_id = ${actor.organizationId} and ${narrowed(filter)} and ${noticesSeenBy(actor)}
    group by n.state`.execute(db)
  return rows
}

/** One notice the actor may see; undefined where there is none. */
export async function findNotice(db: Db, actor: Actor, noticeId: string): Promise<StoredNoticePage | undefined> {
  const { rows } = await sql<StoredNoticePage>`
    select ${LISTED}, n.reply, n.close_note, ${person('t.leaderId')} as leader, ${person('n.issuedBy')} as issued_by,
      ${person('n.repliedBy')} as replied_by, ${person('n.closedBy')} as closed_by,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position, p.name)
        from post o join person p on p.organization_id = o.organization_id and p.id = o.person_id
        where o.organization_id = n.organization_id and o.unit_id = n.unit_id and o.role = 'unitHead'
          and o.ended_at is null), '[]') as heads
    ${FROM}
    where n.organization_id = ${actor.organizationId} and n.id = ${noticeId} and ${noticesSeenBy(actor)}`.execute(db)
  return rows[0]
}

/** What a notice's paper says beside the notice: names in full, the task's source and dates. */
export type StoredPaperFacts = {
  organization: string
  unit: string
  supportingUnits: string[]
  sourceType: SourceKind
  sourceTitle: string
  sourceNumber: string
  originalDueOn: Day
  currentDueOn: Day
}

export async function findPaperFacts(db: Db, actor: Actor, noticeId: string): Promise<StoredPaperFacts | undefined> {
  const { rows } = await sql<StoredPaperFacts>`
    select o.name as organization, u.name as unit, t.source_type, t.source_title, t.source_number, t.original_due_on, t.current_due_on,
      coalesce((select json_agg(v.name order by v.position) from task_support s
        join unit v on v.organization_id = s.organization_id and v.id = s.unit_id
        where s.organization_id = n.organization_id and s.task_id = n.task_id and not s.retired), '[]') as supporting_units
    ${FROM}
    join organization o on o.id = n.organization_id
    where n.organization_id = ${actor.organizationId} and n.id = ${noticeId} and ${noticesSeenBy(actor)}`.execute(db)
  return rows[0]
}
