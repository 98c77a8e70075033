import { z } from 'zod'
import { unitIdsOf } from '#domain/access/actor.ts'
import { workdaysBetween, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import {
  answerFeedback,
  type FeedbackFilter,
  type FeedbackView,
  getFeedback,
  listFeedback,
  writeFeedback,
} from '#domain/feedback/feedback.contract.ts'
import { canAnswer } from '#domain/feedback/feedback.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { shortText } from '#domain/messages/shortText.ts'
import { ensure } from '#domain/verdict.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Changing, Reading } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { loadPosts } from '../messages/recipients.queries.ts'
import { tell } from '../messages/tell.ts'
import {
  addAnswer,
  addFeedback,
  countFeedback,
  findFeedback,
  findIsVisibleTask,
  findOneFeedback,
  lockFeedback,
  type StoredFeedback,
} from './feedback.queries.ts'

/** Complaints and suggestions: written by anybody, answered by the office. */
export function feedbackRoutes(served: Served): void {
  read(served, listFeedback, ({ query, ...reading }) => pageOf(reading, query))
  read(served, getFeedback, async ({ params, ...reading }) => {
    const found = await findOneFeedback(reading.db, reading.actor, params.feedbackId)
    if (!found) throw new Refusal('not_found')
    const { calendar } = await loadClockDays(reading.db, reading.actor.organizationId)
    return viewFeedback(found, reading, calendar)
  })
  change(served, writeFeedback, async ({ body, ...changing }) => {
    const { tx, actor, now, today } = changing
    if (body.taskId !== null && !(await findIsVisibleTask(tx, actor, body.taskId))) throw new Refusal('not_found')
    const unitId = unitIdsOf(actor)[0] ?? null
    const written = { ...body, unitId, writtenBy: actor.personId, writtenOn: today, writtenAt: now }
    const id = await addFeedback(tx, actor.organizationId, written)
    await record(changing, { action: 'feedback.written', subjectType: 'feedback', subjectId: id, after: body })
    await tellOffice(changing, id, body.text)
    return { id }
  })
  change(served, answerFeedback, async ({ params, body: { words }, ...changing }) => {
    const { tx, actor, now, today } = changing
    const id = params.feedbackId
    const feedback = await lockFeedback(tx, actor, id)
    if (!feedback) throw new Refusal('not_found')
    ensure(canAnswer(actor, feedback))
    const answer = { feedbackId: id, words, answeredBy: actor.personId, answeredOn: today, answeredAt: now }
    await addAnswer(tx, actor.organizationId, answer)
    await record(changing, { action: 'feedback.answered', subjectType: 'feedback', subjectId: id, after: { words } })
    await tell(changing, {
      kind: 'feedbackAnswered',
      to: [feedback.writtenById],
      subject: { type: 'feedback', id },
      facts: { words: shortText(feedback.text), answer: words },
      key: `feedbackAnswered ${id}`,
    })
    return { id }
  })
}

/** Everybody of the office but the writer. */
async function tellOffice(changing: Changing, id: string, text: string): Promise<void> {
  const { tx, actor } = changing
  const posts = await loadPosts(tx, actor.organizationId, [])
  const office = posts.filter(({ role, personId }) => role === 'supervisionOffice' && personId !== actor.personId)
  await tell(changing, {
    kind: 'feedbackWritten',
    to: [...new Set(office.map(({ personId }) => personId))],
    subject: { type: 'feedback', id },
    facts: { by: actor.name, words: shortText(text) },
    key: `feedbackWritten ${id}`,
  })
}

const Cursor = z.tuple([z.string().max(40), z.uuid()])

async function pageOf(
  reading: Reading,
  { after, limit, ...filter }: FeedbackFilter & { after?: string | undefined; limit: number },
) {
  const { db, actor } = reading
  const { data } = Cursor.safeParse(after === undefined ? null : readCursor(after, 2))
  const [rows, counts, { calendar }] = await Promise.all([
    findFeedback(db, actor, { ...filter, after: data, limit }),
    countFeedback(db, actor, filter),
    loadClockDays(db, actor.organizationId),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => viewFeedback(row, reading, calendar)),
    next: rows.length > limit && last ? writeCursor([last.writtenAt, last.id]) : null,
    counts,
  }
}

function viewFeedback(
  stored: StoredFeedback,
  { actor, today }: Pick<Reading, 'actor' | 'today'>,
  calendar: WorkingCalendar,
): FeedbackView {
  const { writtenAt: _, ...row } = stored
  const facts = { writtenById: row.writtenBy.id, isAnswered: row.answer !== null }
  return {
    ...row,
    workdaysWaited: workdaysBetween(calendar, row.writtenOn, row.answer?.on ?? today),
    mayAnswer: canAnswer(actor, facts).allowed,
  }
}
