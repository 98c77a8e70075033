import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { type NoticeLevel, type NoticeState, OPEN_NOTICE_STATES, standardPrefix } from '#domain/notices/notice.ts'
import type { NoticeReason } from '#domain/notices/reason.ts'
import { DONE_STATES } from '#domain/tasks/task.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import type { Db, Tx } from '../db/db.ts'
import { noticesSeenBy } from '../tasks/noticeSight.queries.ts'

/** A notice that a stage or the office asks for. */
export type NewNotice = {
  key: string
  level: NoticeLevel
  taskId: string
  milestoneId: string | null
  unitId: string
  reason: NoticeReason
  ask: string
  answerWithinWorkdays: number
}

/**
 * Writes proposals; one that was proposed before, or of which another of its level is still open, is left out. Gives the
 * ids of the new ones with their keys.
 */
export async function addNotices(
  tx: Tx,
  organizationId: string,
  notices: readonly NewNotice[],
  { on, at }: { on: Day; at: Date },
): Promise<{ id: string; key: string; taskId: string; level: NoticeLevel }[]> {
  if (notices.length === 0) return []
  const { rows } = await sql<{ id: string; key: string; taskId: string; level: NoticeLevel }>`
    insert into supervision_notice (organization_id, key, level, state, task_id, milestone_id, unit_id, reason, ask,
      answer_within_workdays, proposed_on, since)
    select ${organizationId}, r.key, r.level, 'proposed', r."taskId", r."milestoneId", r."unitId", r.reason, r.ask,
      r."answerWithinWorkdays", ${on}, ${at}
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as r (key text, level text, "taskId" uuid,
      "milestoneId" uuid, "unitId" uuid, reason jsonb, ask text, "answerWithinWorkdays" int)
    on conflict do nothing
    returning id, key, task_id, level`.execute(tx)
  return rows
}

/** Takes the next `count` numbers of a year and gives the last; the row stays locked, so that none is ever missing. */
export async function takeNumbers(tx: Tx, organizationId: string, year: number, count: number): Promise<number> {
  const { lastNumber } = await tx
    .insertInto('noticeSequence')
    .values({ organizationId, year, lastNumber: count })
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'year'])
        .doUpdateSet({ lastNumber: sql`notice_sequence.last_number + excluded.last_number` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}

/** What stands before the year in a number on a day: the office's own, or the place's. */
export async function loadPrefix(db: Db, organizationId: string, on: Day): Promise<string> {
  const { rows } = await sql<{ name: string; prefix: string | null }>`
    select o.name, (select s.rules ->> 'noticePrefix' from urge_rule_set s
      where s.organization_id = o.id and s.effective_on <= ${on} order by s.version desc limit 1) as prefix
    from organization o where o.id = ${organizationId}`.execute(db)
  return rows[0]?.prefix || standardPrefix(rows[0]?.name ?? '')
}

/** A notice locked for a step. */
export type LockedNotice = {
  id: string
  level: NoticeLevel
  state: NoticeState
  numberText: string | null
  taskId: string
  unitId: string
  answerWithinWorkdays: number
  /** What it is about is still open: not submitted, not done, with its unit. */
  isMatterOpen: boolean
}

const MATTER_OPEN = sql<boolean>`(t.state = any(${[...URGED_STATES]}::text[]) and (n.milestone_id is null or exists (
  select from milestone m where m.organization_id = n.organization_id and m.id = n.milestone_id and m.state = 'pending'
    and not m.retired)))`

const LOCKED = sql`n.id, n.level, n.state, n.number_text, n.task_id, n.unit_id, n.answer_within_workdays,
  ${MATTER_OPEN} as is_matter_open`

/** Locks the notices the actor may see, in the order in which they were proposed, which is that of their numbers. */
export async function lockNotices(tx: Tx, actor: Actor, noticeIds: readonly string[]): Promise<LockedNotice[]> {
  const { rows } = await sql<LockedNotice>`
    select ${LOCKED} from supervision_notice n
    join task t on t.organization_id = n.organization_id and t.id = n.task_id
    where n.organization_id = ${actor.organizationId} and n.id = any(${[...noticeIds]}::uuid[]) and ${noticesSeenBy(actor)}
    order by n.proposed_on, t.code, n.id
    for no key update of n`.execute(tx)
  return rows
}

/** Locks of each of these tasks the gravest proposal that still speaks of something open; a task without one has none. */
export async function lockProposalsOf(tx: Tx, actor: Actor, taskIds: readonly string[]): Promise<LockedNotice[]> {
  const { rows } = await sql<LockedNotice>`
    select ${LOCKED} from supervision_notice n
    join task t on t.organization_id = n.organization_id and t.id = n.task_id
    where n.organization_id = ${actor.organizationId} and n.id in (
        select distinct on (x.task_id) x.id from supervision_notice x
        where x.organization_id = ${actor.organizationId} and x.task_id = any(${[...taskIds]}::uuid[]) and x.state = 'proposed'
        order by x.task_id, array_position(array['red','yellow','blue'], x.level), x.proposed_on, x.id)
      and ${noticesSeenBy(actor)} and ${MATTER_OPEN}
    order by t.code, n.id
    for no key update of n`.execute(tx)
  return rows
}

/** Proposals by id, for what is issued by rule. */
export async function loadProposals(
  tx: Tx,
  organizationId: string,
  noticeIds: readonly string[],
): Promise<LockedNotice[]> {
  const { rows } = await sql<LockedNotice>`
    select ${LOCKED} from supervision_notice n
    join task t on t.organization_id = n.organization_id and t.id = n.task_id
    where n.organization_id = ${organizationId} and n.id = any(${[...noticeIds]}::uuid[]) and n.state = 'proposed'
    order by t.code, n.id
    for no key update of n`.execute(tx)
  return rows
}

/** How many notices were proposed on a day and wait for the office. */
export async function loadProposalCount(tx: Tx, organizationId: string, on: Day): Promise<number> {
  const { count } = await tx
    .selectFrom('supervisionNotice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organizationId', '=', organizationId)
    .where('state', '=', 'proposed')
    .where('proposedOn', '=', on)
    .executeTakeFirstOrThrow()
  return count
}

/** Open notices whose matter is over, for the system's own settling: proposals, and given ones of what is done. */
export async function loadSettled(tx: Tx, organizationId: string): Promise<LockedNotice[]> {
  const { rows } = await sql<LockedNotice>`
    select ${LOCKED} from supervision_notice n
    join task t on t.organization_id = n.organization_id and t.id = n.task_id
    where n.organization_id = ${organizationId} and n.state = any(${[...OPEN_NOTICE_STATES]}::text[])
      and case when n.state = 'proposed' then not ${MATTER_OPEN}
        else t.state = any(${[...DONE_STATES, 'cancelled']}::text[]) or exists (select from milestone m
          where m.organization_id = n.organization_id and m.id = n.milestone_id and m.state = 'accepted') end
    order by n.id
    for no key update of n`.execute(tx)
  return rows
}

/** Lets idle proposals fall and closes what was given and is done; nobody did it. */
export async function saveSettled(
  tx: Tx,
  organizationId: string,
  noticeIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    update supervision_notice set state = case state when 'proposed' then 'dismissed' else 'closed' end,
      closed_at = ${at}, since = ${at}
    where organization_id = ${organizationId} and id = any(${[...noticeIds]}::uuid[])`.execute(tx)
}

/** What a step of one notice writes. */
type NoticeWrites = {
  state: NoticeState
  reply?: string
  repliedAt?: Date
  repliedBy?: string
  closeNote?: string
  closedAt?: Date
  closedBy?: string
}

/** Saves what a step writes on a locked notice. */
export const saveNotice = (tx: Tx, organizationId: string, noticeId: string, since: Date, set: NoticeWrites) =>
  saveSelected(tx, organizationId, [noticeId], since, set)

/** Saves the same on several locked notices. */
export async function saveSelected(
  tx: Tx,
  organizationId: string,
  noticeIds: readonly string[],
  since: Date,
  set: NoticeWrites,
): Promise<void> {
  await tx
    .updateTable('supervisionNotice')
    .set({ ...set, since })
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...noticeIds]}::uuid[])`)
    .execute()
}

/** Gives several locked notices their numbers in one statement. */
export async function saveIssued(
  tx: Tx,
  organizationId: string,
  issued: readonly { id: string; number: number; numberText: string; answerBy: Day }[],
  { year, on, by, at }: { year: number; on: Day; by: string | null; at: Date },
): Promise<void> {
  await sql`
    update supervision_notice n set state = 'issued', year = ${year}, number = r.number, number_text = r."numberText",
      answer_by = r."answerBy", issued_on = ${on}, issued_by = ${by}, since = ${at}
    from jsonb_to_recordset(${JSON.stringify(issued)}::jsonb) as r (
      id uuid, number int, "numberText" text, "answerBy" date)
    where n.organization_id = ${organizationId} and n.id = r.id`.execute(tx)
}
