import type { Actor } from '#domain/access/actor.ts'
import { byUrgency, type CountedTask, quarterAt, type StandingTask } from '#domain/board/view.ts'
import { type Day, holds } from '#domain/calendar/calendar.ts'
import { endOfDay } from '#domain/calendar/instants.ts'
import { isCounted } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { findKnownTasks, loadFrame, type Frame, type KnownTask } from '../tasks/facts.queries.ts'
import { standKnown } from '../tasks/standing.ts'
import { findCountedTasks, findStandingTasks, findTaskNames, type BoardPlan } from './board.queries.ts'

/** Whose board, of which plan, as of which day. */
export type Sight = { actor: Actor; plan: BoardPlan; asOn: Day; today: Day; timeZone: string }
/** One unit's line, or one stone of it. */
export type Place = { unitId: string; pillarId?: string | undefined }

/**
 * The tasks of a board: today's from their stored standings, a past day's worked out again from the facts known then.
 * In one order whatever way they came, so that sums of shares and the figures' digest are the same to the last digit,
 * also after a restore.
 */
export async function standingTasks(db: Db, sight: Sight): Promise<StandingTask[]> {
  const { actor, plan, asOn, today } = sight
  const range = { planId: plan.id, milestonesDue: quarterAt(plan.year, asOn) }
  const tasks = asOn === today ? await findStandingTasks(db, actor, range) : await tasksOf(db, sight)
  return tasks.sort(byId)
}

/** The same tasks in the same order, of each only what the board counts: all of them are in memory at once. */
export async function countedTasks(db: Db, sight: Sight): Promise<CountedTask[]> {
  const { actor, plan, asOn, today } = sight
  const milestonesDue = quarterAt(plan.year, asOn)
  const counted = ({ milestones, ...task }: PastTask): CountedTask => ({
    id: task.id,
    unitId: task.unitId,
    pillarId: task.pillarId,
    light: task.light,
    onPlan: task.onPlan,
    state: task.state,
    kind: task.kind,
    weight: task.weight,
    target: task.target,
    actualValue: task.actualValue,
    milestones: milestones.filter(({ originalDueOn }) => holds(milestonesDue, originalDueOn)),
  })
  const tasks =
    asOn === today
      ? await findCountedTasks(db, actor, { planId: plan.id, milestonesDue })
      : await pastTasks(db, sight, counted)
  return tasks.sort(byId)
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

/** The tasks of one line or stone, worst first; of their milestones nothing is asked. */
export async function placeTasks(db: Db, sight: Sight, place: Place): Promise<StandingTask[]> {
  const { actor, plan, asOn, today } = sight
  const tasks =
    asOn === today ? await findStandingTasks(db, actor, { planId: plan.id, ...place }) : await tasksOf(db, sight)
  const here = tasks.filter(
    ({ unitId, pillarId }) => unitId === place.unitId && (place.pillarId ?? pillarId) === pillarId,
  )
  return here.sort(byUrgency)
}

/** So many tasks with all their facts are in memory at a time; of each, what the board shows is kept. */
const CHUNK = 250

/** A past day's tasks, worked out some at a time; of each, what `keep` says stays. */
async function pastTasks<Kept>(db: Db, { actor, plan, asOn, timeZone }: Sight, keep: (task: PastTask) => Kept) {
  const moment = endOfDay(asOn, timeZone)
  const frame = await loadFrame(db, actor.organizationId, moment)
  const kept: Kept[] = []
  for (let after: string | null = null; ;) {
    const known: KnownTask[] = await findKnownTasks(db, actor, { planId: plan.id, after, limit: CHUNK }, moment)
    for (const task of known) {
      const stood = standOn(task, frame, asOn)
      if (stood) kept.push(keep(stood))
    }
    after = known.at(-1)?.id ?? null
    if (known.length < CHUNK) return kept
  }
}
type PastTask = NonNullable<ReturnType<typeof standOn>>

async function tasksOf(db: Db, sight: Sight): Promise<StandingTask[]> {
  const names = await findTaskNames(db, sight.actor, sight.plan.id)
  return pastTasks(db, sight, (task) => ({ ...task, ...shown(names.get(task.id), task) }))
}

type Names = Awaited<ReturnType<typeof findTaskNames>>

const shown = (names: ReturnType<Names['get']>, task: PastTask) => ({
  assigneeName: names?.assigneeName ?? null,
  measure: names?.measure ?? null,
  currentDueOn: names?.currentDueOn ?? task.originalDueOn ?? '',
})

function standOn(task: KnownTask, frame: Frame, on: Day) {
  const { leadUnitId, originalDueOn } = task
  if (!isCounted(task.state) || leadUnitId === null || originalDueOn === null) return null
  const { light, why, onPlan } = standKnown(task, frame, on)
  const values = task.reports.filter(({ acceptedOn, actualValue }) => acceptedOn !== null && actualValue !== null)
  return {
    id: task.id,
    code: task.code,
    title: task.title,
    pillarId: task.pillarId,
    unitId: leadUnitId,
    state: task.state,
    kind: task.kind,
    weight: task.weight,
    target: task.target,
    actualValue: values.at(-1)?.actualValue ?? null,
    originalDueOn,
    light,
    why,
    onPlan,
    milestones: task.milestones,
  }
}
