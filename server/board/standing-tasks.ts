import type { Actor } from '#domain/access/actor.ts'
import { byUrgency, quarterAt, type StandingTask } from '#domain/board/view.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { endOfDay } from '#domain/calendar/instants.ts'
import { isCounted } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { findKnownTasks, loadFrame, type Frame, type KnownTask } from '../tasks/facts.queries.ts'
import { standKnown } from '../tasks/standing.ts'
import { findStandingTasks, findTaskNames, type BoardPlan } from './board.queries.ts'

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
  return tasks.sort((one, other) => (one.id < other.id ? -1 : 1))
}

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

async function tasksOf(db: Db, { actor, plan, asOn, timeZone }: Sight): Promise<StandingTask[]> {
  const moment = endOfDay(asOn, timeZone)
  const frame = await loadFrame(db, actor.organizationId, moment)
  const names = await findTaskNames(db, actor, plan.id)
  const standing: StandingTask[] = []
  for (let after: string | null = null; ;) {
    const known: KnownTask[] = await findKnownTasks(db, actor, { planId: plan.id, after, limit: CHUNK }, moment)
    for (const task of known) {
      const stood = standOn(task, frame, asOn)
      if (stood) standing.push({ ...stood, ...shown(names.get(task.id), task) })
    }
    after = known.at(-1)?.id ?? null
    if (known.length < CHUNK) return standing
  }
}

type Names = Awaited<ReturnType<typeof findTaskNames>>

const shown = (names: ReturnType<Names['get']>, task: KnownTask) => ({
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
