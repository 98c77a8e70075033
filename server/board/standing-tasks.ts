import type { Actor } from '#domain/access/actor.ts'
import {
  byUrgency,
  countTasks,
  type Counted,
  type CountedTask,
  NOTHING_COUNTED,
  quarterAt,
  type StandingTask,
} from '#domain/board/view.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { endOfDay } from '#domain/calendar/instants.ts'
import { isCounted } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { findKnownIds, findKnownTasks, loadFrame, type Frame, type KnownTask } from '../tasks/facts.queries.ts'
import { standKnown } from '../tasks/standing.ts'
import { findCountedTasks, findStandingTasks, findTaskNames, type BoardPlan } from './board.queries.ts'

/** Whose board, of which plan, as of which day. */
export type Sight = { actor: Actor; plan: BoardPlan; asOn: Day; today: Day; timeZone: string }
/** One unit's line, or one stone of it. */
export type Place = { unitId: string; pillarId?: string | undefined }

/**
 * How many tasks are read at a time: of today's what is counted of them, of a past day's all their facts, so few that they
 * are gone before they count as old.
 */
export type Parts = { today: number; past: number }
const PARTS: Parts = { today: 1000, past: 100 }

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

/**
 * What the board counts of the same tasks, in the same order, some at a time: so that thousands are never all in memory,
 * which the process would keep from then on.
 */
export async function countSight(db: Db, sight: Sight, parts: Parts = PARTS): Promise<Counted> {
  const { plan, asOn, today } = sight
  let counted = NOTHING_COUNTED
  for await (const tasks of asOn === today ? countedTasks(db, sight, parts) : pastTasks(db, sight, parts))
    counted = countTasks(tasks, plan.year, asOn, counted)
  return counted
}

async function* countedTasks(db: Db, { actor, plan, asOn }: Sight, parts: Parts): AsyncGenerator<CountedTask[]> {
  const range = { planId: plan.id, milestonesDue: quarterAt(plan.year, asOn) }
  for (let after: string | null = null; ;) {
    const tasks: CountedTask[] = await findCountedTasks(db, actor, { ...range, after, limit: parts.today })
    yield tasks
    after = tasks.at(-1)?.id ?? null
    if (tasks.length < parts.today) return
  }
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

/** A past day's tasks, worked out some at a time, in order of id. */
async function* pastTasks(db: Db, { actor, plan, asOn, timeZone }: Sight, parts = PARTS): AsyncGenerator<PastTask[]> {
  const moment = endOfDay(asOn, timeZone)
  const frame = await loadFrame(db, actor.organizationId, moment)
  // By their ids: going on after the last of a part, each part would look at every task again.
  const ids = await findKnownIds(db, actor, plan.id, moment)
  for (let from = 0; from < ids.length; from += parts.past) {
    const known = await findKnownTasks(db, actor, ids.slice(from, from + parts.past), moment)
    yield known.flatMap((task) => standOn(task, frame, asOn) ?? [])
  }
}
type PastTask = NonNullable<ReturnType<typeof standOn>>

async function tasksOf(db: Db, sight: Sight): Promise<StandingTask[]> {
  const names = await findTaskNames(db, sight.actor, sight.plan.id)
  const found: StandingTask[] = []
  for await (const tasks of pastTasks(db, sight))
    found.push(...tasks.map((task) => ({ ...task, ...shown(names.get(task.id), task) })))
  return found
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
