import type { FastifyInstance } from 'fastify'
import { addDays, dayOf, type Day } from '#domain/calendar/calendar.ts'
import type { LightRules } from '#domain/lights/rules.ts'
import { lightRulesOn } from '#domain/rules/rules.ts'
import { flagsOf, type TaskFlags } from '#domain/standing/flags.ts'
import { standTask, type Standing, type TaskFacts } from '#domain/standing/standing.ts'
import { closedPeriods } from '#domain/reports/period.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { every } from '../rounds/every.ts'
import { loadOrganizations } from '../rounds/rounds.queries.ts'
import { refreshDirectivesOf } from './directiveStanding.ts'
import { type Frame, type KnownTask, loadFrame, loadTasks } from './facts.queries.ts'
import { awaitTurn, holdChunk, saveStandingDay, saveStandings, standingDay } from './standing.queries.ts'

const CHUNK = 1000

/** A task's facts as the domain wants them, on a day. */
function factsOf(task: KnownTask, frame: Frame, today: Day): TaskFacts {
  const { redoSince, redoDueOn } = task
  const periods = frame.plans.get(task.planId)?.periods ?? []
  const redo = redoSince !== null && redoDueOn !== null ? { since: redoSince, dueOn: redoDueOn } : null
  return { ...task, redo, closedPeriods: closedPeriods(periods, today) }
}

/** Where a task stands on a day, from facts alone: the same for today and for any past day. */
export const standKnown = (task: KnownTask, frame: Frame, today: Day): Standing =>
  standTask(factsOf(task, frame, today), today, frame, rulesOf(task, frame, today))

/** What a task is marked with beside its light, on a day. */
export const flagKnown = (task: KnownTask, frame: Frame, today: Day): TaskFlags =>
  flagsOf(task, today, frame, rulesOf(task, frame, today))

/** The rules by which a task is lit on a day. */
export const rulesOf = ({ planId }: Pick<KnownTask, 'planId'>, { ruleSets, plans }: Frame, on: Day): LightRules =>
  lightRulesOn(ruleSets, plans.get(planId)?.lightPreset ?? 'standard', on)

/**
 * Works the standings of tasks out again and writes them, in the transaction that changed their facts. Call it after
 * the facts are saved and before the change is recorded. The directives that the tasks carry out stand by them.
 */
export async function refreshStandings(
  tx: Tx,
  organizationId: string,
  taskIds: readonly string[],
  today: Day,
): Promise<void> {
  if (taskIds.length === 0) return
  const frame = loadFrame(tx, organizationId)
  for (let start = 0; start < taskIds.length; start += CHUNK)
    await standChunk(tx, organizationId, frame, taskIds.slice(start, start + CHUNK), today)
  await refreshDirectivesOf(tx, organizationId, taskIds)
}

async function standChunk(
  tx: Tx,
  organizationId: string,
  asked: Promise<Frame> | Frame,
  taskIds: readonly string[],
  today: Day,
) {
  const [frame, tasks] = await Promise.all([asked, loadTasks(tx, organizationId, { taskIds })])
  const standings = tasks.map((task) => ({
    taskId: task.id,
    standing: standKnown(task, frame, today),
    flags: flagKnown(task, frame, today),
  }))
  await saveStandings(tx, organizationId, today, standings)
}

/**
 * Turns the organization's standings to today, once: whoever comes first works all tasks out under a lock, others
 * wait and find it done. 10,000 tasks take about a second, once a day. Two servers around midnight do not turn them
 * back and forth: a day ahead is left alone. Further ahead stands what a wrong clock left, and is worked out again.
 */
export async function advanceStandings(db: Db, organizationId: string, today: Day): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await awaitTurn(tx, organizationId)
    const stands = await standingDay(tx, organizationId)
    if (!isTurnDue(stands, today)) return
    const frame = await loadFrame(tx, organizationId)
    let last: string | null = null
    for (;;) {
      const taskIds = await holdChunk(tx, { organizationId }, last, CHUNK)
      await standChunk(tx, organizationId, frame, taskIds, today)
      if (taskIds.length < CHUNK) break
      last = taskIds[taskIds.length - 1] ?? null
    }
    await saveStandingDay(tx, organizationId, today)
  })
}

const isTurnDue = (stands: Day | null, today: Day): boolean =>
  stands === null || stands < today || stands > addDays(today, 1)

/** What every read of standings calls first: on the first read of a day, turns them; otherwise costs nothing. */
export async function ensureStandings(db: Db, { actor, standingOn, today }: Asking): Promise<void> {
  if (standingOn === null || standingOn < today) await advanceStandings(db, actor.organizationId, today)
}

/** Turns every organization's standings at start and soon after its midnight; stops with the server. */
export function standInRounds(app: FastifyInstance, db: Db, clock: () => Date, seconds = 60): void {
  every(app, 'standings', seconds, async () => {
    for (const { id, timeZone, standingOn } of await loadOrganizations(db)) {
      const today = dayOf(clock(), timeZone)
      if (isTurnDue(standingOn, today)) await advanceStandings(db, id, today)
    }
  })
}
