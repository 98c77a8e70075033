import { sql } from 'kysely'
import { addDays, type Day } from '#domain/calendar/calendar.ts'
import { periodFact } from '#domain/messages/kinds.ts'
import type { Belonging } from '#domain/messages/recipients.ts'
import type { NoticeLevel } from '#domain/notices/notice.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import { STEPS } from '#domain/tasks/lifecycle.ts'
import { limitEndsOn, type StepDays } from '#domain/tasks/limits.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import type { UrgeMatter } from '#domain/urging/urge.ts'
import type { Db } from '../db/db.ts'
import { loadUnsignedSheets } from './sheets.queries.ts'

/** Something that is due and not done, with whose it is and what its sentence says. */
export type Matter = UrgeMatter &
  Belonging & {
    taskId: string | null
    milestoneId: string | null
    /** What a message leads to. */
    leadsTo: { type: string; id: string }
    facts: SentenceFacts
  }

export type MatterScope = {
  organizationId: string
  today: Day
  /** The furthest day by which something can be due and be urged about today. */
  horizon: Day
  timeZone: string
  /** By what days a task's acknowledgement is counted. */
  days: StepDays
  /** By which day a sheet's window opens to count; today where nothing is said. */
  opensBy?: Day
}

/** Everything open that could be urged about, for the system's own urging. */
export async function loadMatters(db: Db, scope: MatterScope): Promise<Matter[]> {
  const found = [
    await milestonesOf(db, scope),
    await acknowledgementsOf(db, scope),
    await sheetsOf(db, scope),
    await answersOf(db, scope),
  ]
  return found.flat()
}

type TaskRow = Belonging & { taskId: string; code: string; title: string; unit: string | null; since: Day }

const taskColumns = (timeZone: string) => sql`
  t.id as task_id, t.code, t.title, t.lead_unit_id as unit_id, t.leader_id, t.assignee_id, u.short_name as unit,
  coalesce((t.assigned_at at time zone ${timeZone})::date, t.starts_on) as since`

const UNIT_AND_PLAN = sql`
  join plan l on l.organization_id = t.organization_id and l.id = t.plan_id and l.state <> 'closed'
  left join unit u on u.organization_id = t.organization_id and u.id = t.lead_unit_id`

const matterOf = (
  { taskId, code, title, unit, since, unitId, leaderId, assigneeId }: TaskRow,
  own: Pick<Matter, 'subject' | 'id' | 'dueOn' | 'milestoneId' | 'level'> & { facts: SentenceFacts },
): Matter => ({
  since,
  unitId,
  leaderId,
  assigneeId,
  taskId,
  leadsTo: { type: 'task', id: taskId },
  ...own,
  facts: { code, title, unit: unit ?? '', dueOn: own.dueOn, ...own.facts },
})

async function milestonesOf(db: Db, { organizationId, horizon, timeZone }: MatterScope): Promise<Matter[]> {
  const { rows } = await sql<TaskRow & { id: string; dueOn: Day; milestone: string }>`
    select m.id, m.current_due_on as due_on, m.title as milestone, ${taskColumns(timeZone)}
    from milestone m
    join task t on t.organization_id = m.organization_id and t.id = m.task_id
      and t.state = any(${[...URGED_STATES]}::text[])
    ${UNIT_AND_PLAN}
    where m.organization_id = ${organizationId} and m.state = 'pending' and not m.retired
      and m.current_due_on <= ${horizon}
    order by m.current_due_on, t.code, m.position`.execute(db)
  return rows.map(({ id, dueOn, milestone, ...task }) =>
    matterOf(task, { subject: 'milestone', id, dueOn, milestoneId: id, level: null, facts: { milestone } }),
  )
}

async function acknowledgementsOf(db: Db, { organizationId, timeZone, days }: MatterScope): Promise<Matter[]> {
  const { rows } = await sql<TaskRow>`
    select ${taskColumns(timeZone)} from task t ${UNIT_AND_PLAN}
    where t.organization_id = ${organizationId} and t.state = 'assigned' and t.assigned_at is not null
    order by t.assigned_at, t.code`.execute(db)
  return rows.map((task) => {
    const dueOn = limitEndsOn(STEPS.acknowledge.limit, task.since, days)
    // A task that came a second time (a transfer, an upheld assignment) has another day, and so another key.
    return matterOf(task, {
      subject: 'acknowledgement',
      id: task.taskId,
      dueOn,
      milestoneId: null,
      level: null,
      facts: {},
    })
  })
}

/** No stage comes later than so many days after a window has closed. */
const LONGEST_AFTER_DAYS = 100

async function sheetsOf(db: Db, { organizationId, today, opensBy = today }: MatterScope): Promise<Matter[]> {
  const sheets = await loadUnsignedSheets(db, organizationId, {
    opened: opensBy,
    notClosedBefore: addDays(today, -LONGEST_AFTER_DAYS),
  })
  return sheets.map((sheet) => ({
    subject: 'sheet',
    id: `${sheet.periodId}/${sheet.unitId}`,
    dueOn: sheet.closesOn,
    since: sheet.opensOn,
    level: null,
    unitId: sheet.unitId,
    leaderId: null,
    assigneeId: null,
    taskId: null,
    milestoneId: null,
    leadsTo: { type: 'reportSheet', id: `${sheet.periodId}/${sheet.unitId}` },
    facts: { unit: sheet.unit, period: periodFact(sheet), closesOn: sheet.closesOn },
  }))
}

type AnswerRow = TaskRow & {
  id: string
  dueOn: Day
  level: NoticeLevel
  numberText: string
  milestoneId: string | null
  issuedOn: Day
}

async function answersOf(db: Db, { organizationId, horizon }: MatterScope): Promise<Matter[]> {
  const { rows } = await sql<AnswerRow>`
    select n.id, n.answer_by as due_on, n.level, n.number_text, n.milestone_id, n.issued_on, t.id as task_id, t.code, t.title,
      n.unit_id, t.leader_id, t.assignee_id, u.short_name as unit
    from supervision_notice n
    join task t on t.organization_id = n.organization_id and t.id = n.task_id
    join unit u on u.organization_id = n.organization_id and u.id = n.unit_id
    where n.organization_id = ${organizationId} and n.state = 'issued' and n.answer_by <= ${horizon}
    order by n.answer_by, n.number`.execute(db)
  return rows.map(({ id, dueOn, level, numberText, milestoneId, issuedOn, ...task }) => ({
    ...matterOf(
      { ...task, since: issuedOn },
      { subject: 'answer', id, dueOn, milestoneId, level, facts: { number: numberText } },
    ),
    leadsTo: { type: 'notice', id },
  }))
}
