import type { Day } from '#domain/calendar/calendar.ts'
import { deriveTrajectory, plannedShareAt } from '#domain/lights/trajectory.ts'
import type { Period } from '#domain/reports/period.ts'
import { DEMO_ACCOUNTS } from './leaders.ts'
import { DISTRICT } from './district.ts'
import type { Workdays } from './days.ts'
import { isWithUnit, type Order, type TaskLife } from './life.ts'
import { diceFor } from './random.ts'

/** What stands out today; everything else goes as planned. Keys are task keys. */
export type Picture = {
  orders: Map<string, Order>
  /** Reported behind plan, with nothing due yet that would turn red. */
  behind: Set<string>
  /** Assigned some days ago and not yet acknowledged. */
  unacknowledged: Set<string>
  /** All done, and the office still looks at it. */
  held: Set<string>
  /** Units that let the window of a period pass: `period unit`. */
  silent: Set<string>
}

type Scene = { lives: TaskLife[]; today: Day; periods: Period[]; days: Workdays }

// Shares of the tasks handed out, so that about 2.4% are red and 8% yellow (a believable board, mostly in order).
const STUCK_SHARE = 0.024
const PENDING_SHARE = 0.026
const LATE_SHARE = 0.012
const BEHIND_SHARE = 0.027
const HELD_COUNT = 4

const accountUnits = new Set(
  DEMO_ACCOUNTS.flatMap(({ person }) =>
    DISTRICT.people.filter(({ key }) => key === person).flatMap(({ posts }) => posts.map(({ unit }) => unit)),
  ),
)

/** The planned share of a task on a day, by its milestones from the day it was assigned. */
export const plannedShare = ({ plan, begin }: TaskLife, on: Day): number =>
  plannedShareAt(
    deriveTrajectory(
      begin.assignedOn,
      plan.task.milestones.map(({ dueOn, weight }) => ({ originalDueOn: dueOn, weight })),
    ),
    on,
  )

const lastClosed = ({ periods, today }: Scene): Period | undefined =>
  periods.filter(({ closesOn }) => closesOn < today).pop()

/** The latest milestone that fits, as its ordinal. */
const milestoneWhere = ({ plan }: TaskLife, fits: (dueOn: Day) => boolean): number | null =>
  plan.task.milestones.reduce<number | null>((found, { ordinal, dueOn }) => (fits(dueOn) ? ordinal : found), null)

const overdueDays = ({ today, days }: Scene, dueOn: Day): number => (dueOn < today ? days.between(dueOn, today) : -1)
const daysLeft = ({ today, days }: Scene, dueOn: Day): number => (dueOn >= today ? days.between(today, dueOn) : -1)

function stuckOrder(life: TaskLife, scene: Scene): Order | null {
  const milestone = milestoneWhere(life, (dueOn) => {
    const overdue = overdueDays(scene, dueOn)
    return overdue >= 2 && overdue <= 22
  })
  return milestone === null ? null : { kind: 'stuck', milestone }
}

function pendingOrder(life: TaskLife, scene: Scene, isReturned: boolean): Order | null {
  const milestone = milestoneWhere(life, (dueOn) => {
    const left = daysLeft(scene, dueOn)
    return left >= 0 && left <= 5
  })
  return milestone === null ? null : { kind: 'pending', milestone, isReturned }
}

function lateOrder(life: TaskLife, scene: Scene, length: number): Order | null {
  let overdue = 0
  const milestone = milestoneWhere(life, (dueOn) => {
    const by = overdueDays(scene, dueOn)
    if (by < 3 || by > 9) return false
    overdue = by
    return true
  })
  return milestone === null ? null : { kind: 'late', milestone, workdays: Math.min(length, overdue - 2) }
}

/** Behind in the last report, with nothing accepted since and nothing due soon: only the trajectory tells. */
function canBeBehind(life: TaskLife, scene: Scene): boolean {
  const period = lastClosed(scene)
  if (!period || life.begin.assignedOn > period.opensOn) return false
  const quietFrom = scene.days.shift(period.opensOn, -12)
  const quietTo = scene.days.shift(scene.today, 12)
  const { milestones } = life.plan.task
  if (milestones.some(({ dueOn }) => dueOn >= quietFrom && dueOn <= quietTo)) return false
  const proved = milestones.reduce((sum, { dueOn, weight }) => sum + (dueOn < quietFrom ? weight : 0), 0)
  const planned = plannedShare(life, period.endsOn)
  return proved < 100 && planned - proved >= 8
}

function silentUnits(scene: Scene): Set<string> {
  const silent = new Set<string>()
  const last = lastClosed(scene)
  for (const period of scene.periods.filter(({ closesOn }) => closesOn < scene.today)) {
    const active = DISTRICT.units.filter(({ key }) => {
      const count = scene.lives.filter(
        (life) =>
          life.plan.task.leadUnit === key &&
          isWithUnit(life, period.closesOn) &&
          (period !== last || isWithUnit(life, scene.today)),
      ).length
      return count >= 2 && count <= 4 && !accountUnits.has(key)
    })
    if (active.length > 0) silent.add(`${period.number} ${diceFor(`${period.year} ${period.number}`).pick(active).key}`)
  }
  return silent
}

/** Tasks that came from a document of the last weeks: some have not been taken on. */
function unacknowledgedOf(scene: Scene): Set<string> {
  const since = scene.days.shift(scene.today, -9)
  const recent = scene.lives.filter(
    ({ begin, plan }) =>
      begin.assignedOn >= since &&
      begin.assignedOn < scene.today &&
      daysLeft(scene, plan.task.milestones[0]?.dueOn ?? '') > 8,
  )
  return new Set(
    diceFor(`${scene.today} unacknowledged`)
      .shuffled(recent)
      .slice(0, Math.ceil(recent.length / 8))
      .map(({ plan }) => plan.task.key),
  )
}

function heldOf(scene: Scene): Set<string> {
  const since = scene.days.shift(scene.today, -7)
  const asked = scene.lives.filter(
    ({ completion }) => completion !== null && completion.requestedOn >= since && completion.requestedOn < scene.today,
  )
  return new Set(
    diceFor(`${scene.today} held`)
      .shuffled(asked)
      .slice(0, HELD_COUNT)
      .map(({ plan }) => plan.task.key),
  )
}

/** Chooses what stands out on a day; the same for the same day. */
export function paintPicture(scene: Scene): Picture {
  const dice = diceFor(scene.today)
  const handedOut = scene.lives.filter(({ begin }) => begin.assignedOn < scene.today)
  const pool = dice.shuffled(handedOut)
  const count = (share: number): number => Math.round(handedOut.length * share)
  const used = new Set<string>()
  const crowded = new Map<string, number>()
  const picture: Picture = {
    orders: new Map(),
    behind: new Set(),
    unacknowledged: unacknowledgedOf(scene),
    held: heldOf(scene),
    silent: silentUnits(scene),
  }

  /** Spread over units, so that no stone gathers all the trouble. */
  const take = (limit: number, choose: (life: TaskLife) => boolean): void => {
    let taken = 0
    for (const life of pool) {
      const { key, leadUnit } = life.plan.task
      if (taken >= limit) return
      if (used.has(key) || picture.unacknowledged.has(key) || (crowded.get(leadUnit) ?? 0) >= 2 || !choose(life))
        continue
      used.add(key)
      crowded.set(leadUnit, (crowded.get(leadUnit) ?? 0) + 1)
      taken += 1
    }
  }
  const order = (life: TaskLife, wanted: Order | null): boolean => {
    if (wanted !== null) picture.orders.set(life.plan.task.key, wanted)
    return wanted !== null
  }
  const isProject = ({ plan }: TaskLife): boolean => plan.task.kind === 'project'

  take(Math.ceil(count(STUCK_SHARE) * 0.6), (life) => isProject(life) && order(life, stuckOrder(life, scene)))
  take(Math.floor(count(STUCK_SHARE) * 0.4), (life) => order(life, stuckOrder(life, scene)))
  take(count(PENDING_SHARE), (life) => order(life, pendingOrder(life, scene, dice.chance(0.3))))
  take(count(LATE_SHARE), (life) => order(life, lateOrder(life, scene, dice.whole(1, 4))))
  take(count(BEHIND_SHARE), (life) => {
    const isBehind = canBeBehind(life, scene)
    if (isBehind) picture.behind.add(life.plan.task.key)
    return isBehind
  })
  return picture
}
