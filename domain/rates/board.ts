import { type Light, worse } from '../lights/light.ts'

/** What the board needs of a task. */
export type BoardTask = {
  unitId: string
  pillarId: string
  light: Light
  done: boolean
  active: boolean
  onPlan: boolean
}

/** A group of tasks summed up: a stone, a row's or column's edge, or the whole board. */
export type Tally = {
  /** The worst light of the group; grey where it is empty. */
  light: Light
  taskCount: number
  doneCount: number
  activeCount: number
  /** Active tasks at or above plan. */
  onPlanCount: number
  lightCounts: Record<Light, number>
}

export type Board = {
  cells: (Tally & { unitId: string; pillarId: string })[]
  units: (Tally & { unitId: string })[]
  pillars: (Tally & { pillarId: string })[]
  total: Tally
}

const noLights = (): Record<Light, number> => ({ red: 0, yellow: 0, green: 0, blue: 0, grey: 0 })

/** The tally of no task: grey, all counts 0. */
export const emptyTally = (): Tally => ({
  light: 'grey',
  taskCount: 0,
  doneCount: 0,
  activeCount: 0,
  onPlanCount: 0,
  lightCounts: noLights(),
})

function addTask(tally: Tally, task: BoardTask): void {
  tally.light = worse(tally.light, task.light)
  tally.taskCount += 1
  if (task.done) tally.doneCount += 1
  if (task.active) tally.activeCount += 1
  if (task.active && task.onPlan) tally.onPlanCount += 1
  tally.lightCounts[task.light] += 1
}

const reach = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** The board of no task. */
export const EMPTY_BOARD: Board = { cells: [], units: [], pillars: [], total: emptyTally() }

// What was given is left as it was.
const copied = <Group extends Tally>(tally: Group): Group => ({ ...tally, lightCounts: { ...tally.lightCounts } })

const cellKey = ({ unitId, pillarId }: { unitId: string; pillarId: string }) => `${unitId} ${pillarId}`

/**
 * The board: cells of unit × pillar that hold a task, and the totals at the edges. Every total is the sum of its
 * cells; order is that of first appearance. `before` is the board of the tasks before these.
 */
export function boardOf(tasks: Iterable<BoardTask>, before: Board = EMPTY_BOARD): Board {
  const cells = new Map(before.cells.map((cell) => [cellKey(cell), copied(cell)]))
  const units = new Map(before.units.map((unit) => [unit.unitId, copied(unit)]))
  const pillars = new Map(before.pillars.map((pillar) => [pillar.pillarId, copied(pillar)]))
  const total = copied(before.total)
  for (const task of tasks) {
    const { unitId, pillarId } = task
    addTask(
      reach(cells, cellKey(task), () => ({ unitId, pillarId, ...emptyTally() })),
      task,
    )
    addTask(
      reach(units, unitId, () => ({ unitId, ...emptyTally() })),
      task,
    )
    addTask(
      reach(pillars, pillarId, () => ({ pillarId, ...emptyTally() })),
      task,
    )
    addTask(total, task)
  }
  return { cells: [...cells.values()], units: [...units.values()], pillars: [...pillars.values()], total }
}
