import { addWorkdays, type WorkingCalendar, yearOf } from '#domain/calendar/calendar.ts'
import { recipientsOf } from '#domain/messages/recipients.ts'
import { NOTICE_TO, noticeNumber } from '#domain/notices/notice.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { loadPosts, loadTasksToTell, loadUnitNames } from '../messages/recipients.queries.ts'
import { type Message, tell } from '../messages/tell.ts'
import { loadPrefix, type LockedNotice, saveIssued, takeNumbers } from './notices.queries.ts'

/** A notice that has its number. */
export type IssuedNotice = LockedNotice & { numberText: string; answerBy: string }

/** Gives locked proposals the year's next numbers in their order, tells whom they concern, and records them. */
export async function issueLocked(changing: Changing, proposals: readonly LockedNotice[]): Promise<IssuedNotice[]> {
  if (proposals.length === 0) return []
  const { tx, actor, now, today } = changing
  const year = yearOf(today)
  const prefix = await loadPrefix(tx, actor.organizationId, today)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const last = await takeNumbers(tx, actor.organizationId, year, proposals.length)
  const issued = proposals.map((proposal, index) => {
    const number = last - proposals.length + index + 1
    const answerBy = answerDay(calendar, today, proposal)
    return { ...proposal, number, numberText: noticeNumber(prefix, year, number), answerBy }
  })
  const by = actor.personId || null
  await saveIssued(tx, actor.organizationId, issued, { year, on: today, by, at: now })
  await tellOfNotices(changing, 'noticeIssued', issued, ({ answerBy, level }) => ({
    answerBy,
    level: `@notice.${level}`,
  }))
  await record(
    changing,
    ...issued.map(({ id, taskId, level, numberText, answerBy }) => ({
      action: 'notice.issued',
      subjectType: 'task',
      subjectId: taskId,
      after: { noticeId: id, level, number: numberText, answerBy },
    })),
  )
  return issued
}

const answerDay = (calendar: WorkingCalendar, today: string, { answerWithinWorkdays }: LockedNotice): string =>
  addWorkdays(calendar, today, answerWithinWorkdays)

/** Tells of notices: those whom a notice of its level concerns, or the office where a unit has answered. */
export async function tellOfNotices<Notice extends LockedNotice>(
  changing: Changing,
  kind: 'noticeIssued' | 'noticeAnswered' | 'noticeClosed',
  notices: readonly Notice[],
  factsOf: (notice: Notice) => SentenceFacts,
): Promise<void> {
  const { tx, actor } = changing
  const unitIds = [...new Set(notices.map(({ unitId }) => unitId))]
  const tasks = await loadTasksToTell(
    tx,
    actor.organizationId,
    notices.map(({ taskId }) => taskId),
  )
  const posts = await loadPosts(tx, actor.organizationId, unitIds)
  const names = await loadUnitNames(tx, actor.organizationId, unitIds)
  const messages = notices.flatMap((notice): Message[] => {
    const task = tasks.find(({ id }) => id === notice.taskId)
    if (!task) return []
    const concerned = kind === 'noticeAnswered' ? (['supervisionOffice'] as const) : NOTICE_TO[notice.level]
    // The unit it was sent to, whichever has the task by now; its own people only.
    const isStillTheirs = task.unitId === notice.unitId
    const belonging = { ...task, unitId: notice.unitId, assigneeId: isStillTheirs ? task.assigneeId : null }
    const to = recipientsOf(concerned, belonging, posts).filter((personId) => personId !== actor.personId)
    const { code, title } = task
    const unit = names.get(notice.unitId) ?? ''
    const facts = { code, title, unit, number: notice.numberText ?? '', ...factsOf(notice) }
    return [{ kind, to, subject: { type: 'notice', id: notice.id }, facts, key: `${kind} ${notice.id}` }]
  })
  await tell(changing, ...messages)
}
