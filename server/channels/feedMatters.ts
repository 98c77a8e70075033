import type { Actor } from '#domain/access/actor.ts'
import { addDays, type Day } from '#domain/calendar/calendar.ts'
import { type FeedMatter, isOwn } from '#domain/channels/feed.ts'
import type { Db } from '../db/db.ts'
import { findDifficultiesWaitingFor } from '../difficulties/waiting.ts'
import { findRequestsWaitingFor } from '../requests/waiting.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import { loadMatters } from '../urging/matters.queries.ts'
import { loadRestrictedCodes } from './feed.queries.ts'

/** How far a calendar looks ahead. */
const AHEAD_DAYS = 400

/** A matter before it is known whether its task is restricted. */
type Found = Omit<FeedMatter, 'restrictedCode'> & { taskId: string | null }
type When = { today: Day; timeZone: string }

/** What is due to somebody, and what others wait for them to say: all that their calendar holds. */
export async function findFeedMatters(db: Db, actor: Actor, when: When): Promise<FeedMatter[]> {
  const found = [
    ...(await ownMatters(db, actor, when)),
    ...(await waitingDifficulties(db, actor)),
    ...(await waitingRequests(db, actor, when.today)),
  ]
  const codes = await loadRestrictedCodes(
    db,
    actor.organizationId,
    found.flatMap(({ taskId }) => taskId ?? []),
  )
  return found.map(({ taskId, ...matter }) => ({
    ...matter,
    restrictedCode: (taskId !== null && codes.get(taskId)) || null,
  }))
}

async function ownMatters(db: Db, actor: Actor, { today, timeZone }: When): Promise<Found[]> {
  const { organizationId, personId, posts } = actor
  const days = await loadClockDays(db, organizationId)
  const horizon = addDays(today, AHEAD_DAYS)
  const matters = await loadMatters(db, { organizationId, today, horizon, opensBy: horizon, timeZone, days })
  const desks = posts.filter(({ role }) => role === 'unitHead' || role === 'liaison')
  const owner = { personId, unitIds: desks.flatMap(({ unitId }) => unitId ?? []) }
  return matters
    .filter((matter) => isOwn(matter, owner))
    .map(({ subject, id, since, dueOn, taskId, facts }) => ({
      subject,
      id,
      startsOn: subject === 'sheet' ? since : dueOn,
      dueOn,
      taskId,
      facts,
    }))
}

/** Difficulties with a clock that runs against the actor, on its last day. */
async function waitingDifficulties(db: Db, actor: Actor): Promise<Found[]> {
  const difficulties = await findDifficultiesWaitingFor(db, actor)
  return difficulties.flatMap(({ subject, taskId, title, facts: { unit }, dueOn }): Found[] =>
    dueOn === null
      ? []
      : [{ subject: 'difficulty', id: subject.id, startsOn: dueOn, dueOn, taskId, facts: { title, unit } }],
  )
}

/** Requests to look at have no last day of their own: they stand on today until they are decided. */
async function waitingRequests(db: Db, actor: Actor, today: Day): Promise<Found[]> {
  const requests = await findRequestsWaitingFor(db, actor)
  return requests
    .filter(({ may }) => may.decide || may.review)
    .map(({ id, task, unit }) => ({
      subject: 'request',
      id,
      startsOn: today,
      dueOn: today,
      taskId: task.id,
      facts: { code: task.code, title: task.title, unit: unit.name },
    }))
}
