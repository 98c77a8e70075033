import { z } from 'zod'
import { type Day, workdaysBetween } from '#domain/calendar/calendar.ts'
import type { DeskItem } from '#domain/desk/desk.contract.ts'
import {
  DESK_QUEUES,
  deskDueOn,
  type DeskQueue,
  isDeskLate,
  isStepQueue,
  isTaskQueue,
  QUEUE_STEPS,
  type TaskQueue,
} from '#domain/desk/queues.ts'
import { workdaysLeft } from '#domain/myday/waiting.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { canTake } from '#domain/tasks/lifecycle.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import type { RequestView } from '#domain/requests/requests.contract.ts'
import type { NewNotice } from '../notices/notices.queries.ts'
import { countDirectives } from '../directives/list.queries.ts'
import { countFeedback } from '../feedback/feedback.queries.ts'
import { findRuleNotices } from '../urging/ruleNotices.ts'
import type { Reading } from '../http/context.ts'
import { findRequests } from '../requests/requests.queries.ts'
import { viewRequest } from '../requests/waiting.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import { loadTasks } from '../tasks/facts.queries.ts'
import { lifeOf } from '../tasks/life.ts'
import { sentenceOf } from '../tasks/page.ts'
import { ensureStandings } from '../tasks/standing.ts'
import { type CameOn, countQueues, findDeskRows, type StoredDeskRow } from './desk.queries.ts'

/** How much waits in each queue. */
export async function viewDesk(reading: Reading, unitId: string | undefined) {
  const { db, actor, today } = reading
  await ensureStandings(db, reading)
  const [days, came, directives, feedback] = await Promise.all([
    loadClockDays(db, actor.organizationId),
    countQueues(db, actor, { unitId, today }),
    countDirectives(db, actor, { unitId, today }),
    countFeedback(db, actor, { unitId }),
  ])
  const totals: Record<Exclude<DeskQueue, TaskQueue>, Total> = {
    directives: { count: directives.toAssign + directives.toAnswer, lateCount: directives.overdue },
    // Nothing says by when a complaint is answered.
    feedback: { count: feedback.open, lateCount: 0 },
  }
  const totalOf = (queue: DeskQueue) => (isTaskQueue(queue) ? totalOfTasks(queue, came, today, days) : totals[queue])
  return { queues: DESK_QUEUES.map((queue) => ({ queue, ...totalOf(queue) })) }
}

type Total = { count: number; lateCount: number }

function totalOfTasks(queue: TaskQueue, came: readonly CameOn[], today: Day, days: StepDays): Total {
  const own = came.filter((one) => one.queue === queue)
  const late = own.filter(({ since }) => isDeskLate(queue, since, today, days))
  return { count: sumOf(own), lateCount: sumOf(late) }
}

const sumOf = (came: readonly CameOn[]): number => came.reduce((sum, { count }) => sum + count, 0)

type Asked = { unitId?: string | undefined; after?: string | undefined; limit: number }
const Cursor = z.tuple([z.iso.date(), z.uuid()])

/** A page of one queue, each row with what a decision looks at. */
export async function listQueue(reading: Reading, queue: TaskQueue, { unitId, after, limit }: Asked) {
  const { db, actor, today } = reading
  await ensureStandings(db, reading)
  const days = await loadClockDays(db, actor.organizationId)
  const cursor = Cursor.safeParse(after === undefined ? null : readCursor(after, 2))
  const rows = await findDeskRows(db, actor, queue, { unitId, today, after: cursor.data, limit })
  const shown = rows.slice(0, limit)
  const around = {
    refusals: await refusalsFor(reading, queue, shown, days),
    requests: await requestsOf(reading, queue, shown),
    notices: queue === 'redWithoutNotice' ? await findRuleNotices(db, reading, taskIdsOf(shown)) : new Map(),
  }
  const last = shown.at(-1)
  return {
    items: shown.map((row) => itemOf(row, queue, around, reading, days)),
    next: rows.length > limit && last ? writeCursor([last.since, last.id]) : null,
  }
}

const taskIdsOf = (rows: readonly StoredDeskRow[]): string[] => [...new Set(rows.map(({ taskId }) => taskId))]

/** Why the queue's step cannot be taken by the one who asks, by task. */
async function refusalsFor(
  { db, actor, today, timeZone, language }: Reading,
  queue: TaskQueue,
  rows: readonly StoredDeskRow[],
  days: StepDays,
): Promise<Map<string, DeskItem['refusal']>> {
  // What a unit acknowledges is not the office's to take.
  if (!isStepQueue(queue) || queue === 'unacknowledged') return new Map()
  const tasks = await loadTasks(db, actor.organizationId, { taskIds: taskIdsOf(rows) })
  return new Map(
    tasks.map((task) => {
      const verdict = canTake(actor, lifeOf(task, timeZone), QUEUE_STEPS[queue], { today, ...days })
      return [task.id, verdict.allowed ? null : sentenceOf(verdict.refusal, language)]
    }),
  )
}

async function requestsOf(
  { db, actor }: Reading,
  queue: TaskQueue,
  rows: readonly StoredDeskRow[],
): Promise<Map<string, RequestView>> {
  if (queue !== 'extensions' || rows.length === 0) return new Map()
  const found = await findRequests(db, actor, { requestIds: rows.map(({ id }) => id), limit: rows.length })
  return new Map(found.map((row) => [row.id, viewRequest(row, actor)]))
}

type Around = {
  refusals: Map<string, DeskItem['refusal']>
  requests: Map<string, RequestView>
  notices: Map<string, NewNotice>
}

function itemOf(
  { taskId, code, title, state, currentDueOn, notice, ...row }: StoredDeskRow,
  queue: TaskQueue,
  { refusals, requests, notices }: Around,
  { today }: Reading,
  days: StepDays,
): DeskItem {
  const dueOn = deskDueOn(queue, row.since, days)
  const byRule = notices.get(taskId)
  return {
    ...row,
    task: { id: taskId, code, title, state, currentDueOn },
    workdaysWaited: workdaysBetween(days.calendar, row.since, today),
    dueOn,
    workdaysLeft: workdaysLeft(dueOn, today, days.calendar),
    refusal: refusals.get(taskId) ?? null,
    request: requests.get(row.id) ?? null,
    notice: notice
      ? { level: notice.level, proposalId: notice.id }
      : byRule
        ? { level: byRule.level, proposalId: null }
        : null,
  }
}
