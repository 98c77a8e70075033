import { compareLights, type Light } from '#domain/lights/light.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { type AskedPage, pageOfList } from '#domain/paging.ts'
import type { SupervisionRules } from '#domain/rules/rules.ts'
import { weighLimits } from '#domain/rules/weighLimits.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Reading } from '../http/context.ts'
import { loadFrame, loadTasks } from '../tasks/facts.queries.ts'
import { standKnown } from '../tasks/standing.ts'

type Asked = AskedPage & { rules: SupervisionRules }
type Waiting = { state: TaskState; stateOn: Day }
type Changed = { id: string; code: string; title: string; from: Light; to: Light }

/** Versions that are saved number up from 1: what is only tried stands above them all. */
const TRIED = Number.MAX_SAFE_INTEGER

/** Which tasks of plans that are not closed these rules would colour otherwise today; changes nothing. */
export async function previewRules({ db, actor, today }: Reading, { rules, ...page }: Asked) {
  const frame = await loadFrame(db, actor.organizationId)
  const tried = { ...frame, ruleSets: [...frame.ruleSets, { version: TRIED, effectiveOn: today, rules }] }
  const changed: Changed[] = []
  const waiting: Waiting[] = []
  let taskCount = 0
  for (const { id: planId, state } of frame.plans.values()) {
    if (state === 'closed') continue
    // One plan after the other, so that thousands of tasks are in memory once at a time.
    // oxlint-disable-next-line no-await-in-loop
    const tasks = await loadTasks(db, actor.organizationId, { planId })
    taskCount += tasks.length
    for (const task of tasks) {
      waiting.push({ state: task.state, stateOn: task.stateOn })
      const [from, to] = [standKnown(task, frame, today).light, standKnown(task, tried, today).light]
      if (from !== to) changed.push({ id: task.id, code: task.code, title: task.title, from, to })
    }
  }
  changed.sort((a, b) => compareLights(a.to, b.to) || a.code.localeCompare(b.code))
  return {
    taskCount,
    changedCount: changed.length,
    moves: movesOf(changed),
    limits: weighLimits(waiting, today, frame, rules.steps),
    ...pageOfList(changed, page),
  }
}

function movesOf(changed: readonly Changed[]) {
  const counts = new Map<string, { from: Light; to: Light; count: number }>()
  for (const { from, to } of changed) {
    const move = counts.get(`${from} ${to}`) ?? { from, to, count: 0 }
    counts.set(`${from} ${to}`, { ...move, count: move.count + 1 })
  }
  return [...counts.values()]
}
