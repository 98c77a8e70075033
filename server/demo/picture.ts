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
  /** Of a document of the last weeks: still drafts, or registered and not yet handed out. */
  drafted: Set<string>
  unassigned: Set<string>
  /** What one supporting unit of theirs delivered was sent back, and is owed again. */
  sentBack: Set<string>
  /** All done, and the office still looks at it. */
  held: Set<string>
  /** Units that let the window of a period pass: `period unit`. */
  silent: Set<string>
}

type Scene = { lives: TaskLife[]; today: Day; periods: Period[]; days: Workdays }

// Shares of the tasks handed out, so that about 2.4% are red and 8% yellow (a believable board, mostly in order).
const STUCK_SHARE = 0.024
const PENDING_SHARE = 0.027
const LATE_SHARE = 0.015
const BEHIND_SHARE = 0.03
// Early in the year few dates are over; most of them were kept.
const STUCK_OF_OVERDUE = 0.2
// The story of the year: the new factory halls, late since their first missed date.
const STORY = { unit: 'kgx', work: 'build' }
const HELD_COUNT = 4
const DRAFTED_COUNT = 1
const UNASSIGNED_COUNT = 2
const SENT_BACK_COUNT = 3

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

function stuckOrder(life: TaskLife, scene: Scene, longest: number): Order | null {
  const milestone = milestoneWhere(life, (dueOn) => {
    const overdue = overdueDays(scene, dueOn)
    return overdue >= 2 && overdue <= longest
  })
  return milestone === null ? null : { kind: 'stuck', milestone }
}

const isStory = ({ plan }: TaskLife): boolean => plan.task.leadUnit === STORY.unit && plan.work.name === STORY.work

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
function behindOrder(life: TaskLife, scene: Scene): Order | null {
  const period = lastClosed(scene)
  if (!period || life.begin.assignedOn > period.opensOn) return null
  const quietFrom = scene.days.shift(period.opensOn, -10)
  const quietTo = scene.days.shift(scene.today, 6)
  const { milestones } = life.plan.task
  const next = milestones.find(({ dueOn }) => dueOn >= quietFrom)
  if (!next || next.dueOn <= quietTo) return null
  const proved = milestones.reduce((sum, { dueOn, weight }) => sum + (dueOn < quietFrom ? weight : 0), 0)
  if (plannedShare(life, period.endsOn) - proved < 8) return null
  return { kind: 'pending', milestone: next.ordinal, isReturned: false }
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

/** What the office has just drawn up: the latest tasks, some still drafts and some registered and not handed out. */
function drawnUp({ lives, today, days }: Scene, spared: ReadonlySet<string>): Pick<Picture, 'drafted' | 'unassigned'> {
  const soon = days.shift(today, 2)
  const latest = lives
    .filter(
      ({ begin, plan: { task } }) =>
        begin.assignedOn < today && !spared.has(task.key) && (task.milestones[0]?.dueOn ?? '') > soon,
    )
    .sort((one, other) => other.begin.assignedOn.localeCompare(one.begin.assignedOn))
    .map(({ plan }) => plan.task.key)
  return {
    drafted: new Set(latest.slice(0, DRAFTED_COUNT)),
    unassigned: new Set(latest.slice(DRAFTED_COUNT, DRAFTED_COUNT + UNASSIGNED_COUNT)),
  }
}

/** Tasks under way with a delivery that the lead unit decided about in the last weeks. */
function sentBackOf(scene: Scene, isTaken: (key: string) => boolean): Set<string> {
  const since = scene.days.shift(scene.today, -15)
  const fitting = scene.lives.filter(
    ({ plan, completion, confirmedOn }) =>
      !isTaken(plan.task.key) &&
      (completion === null || completion.requestedOn >= scene.today) &&
      confirmedOn.some((on) => on !== null && on >= since && on < scene.today),
  )
  return new Set(
    diceFor(`${scene.today} sent back`)
      .shuffled(fitting)
      .slice(0, SENT_BACK_COUNT)
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

type Choice = (life: TaskLife) => Order | null

/** Picks tasks one after the other, spread over units so that no stone gathers all the trouble. */
class Brush {
  readonly orders = new Map<string, Order>()
  private readonly crowded = new Map<string, number>()
  private readonly pool: TaskLife[]
  private readonly spared: ReadonlySet<string>

  constructor(pool: TaskLife[], spared: ReadonlySet<string>) {
    this.pool = pool
    this.spared = spared
  }

  /** Gives up to `limit` tasks the order chosen for them; at most `perUnit` of a unit. Gives their keys. */
  take(limit: number, perUnit: number, choose: Choice): string[] {
    const taken: string[] = []
    for (const life of this.pool) {
      if (taken.length >= limit) break
      const { key, leadUnit } = life.plan.task
      const crowd = this.crowded.get(leadUnit) ?? 0
      if (this.orders.has(key) || this.spared.has(key) || crowd >= perUnit) continue
      const order = choose(life)
      if (order === null) continue
      this.orders.set(key, order)
      this.crowded.set(leadUnit, crowd + 1)
      taken.push(key)
    }
    return taken
  }
}

/** Chooses what stands out on a day; the same for the same day. */
export function paintPicture(scene: Scene): Picture {
  const dice = diceFor(scene.today)
  const pool = dice.shuffled(scene.lives.filter(({ begin }) => begin.assignedOn < scene.today))
  const unacknowledged = unacknowledgedOf(scene)
  const fresh = drawnUp(scene, unacknowledged)
  const spared = new Set([...unacknowledged, ...fresh.drafted, ...fresh.unassigned])
  const brush = new Brush(pool, spared)
  const count = (share: number): number => Math.round(pool.length * share)
  const overdueCount = pool.filter((life) => stuckOrder(life, scene, 22) !== null).length
  const stuckCount = Math.min(count(STUCK_SHARE), Math.ceil(overdueCount * STUCK_OF_OVERDUE))

  const storyCount = brush.take(1, 1, (life) => (isStory(life) ? stuckOrder(life, scene, 70) : null)).length
  const projectCount = brush.take(Math.floor((stuckCount - storyCount) * 0.7), 1, (life) =>
    life.plan.task.kind === 'project' ? stuckOrder(life, scene, 22) : null,
  ).length
  brush.take(stuckCount - storyCount - projectCount, 1, (life) => stuckOrder(life, scene, 22))
  const behind = brush.take(count(BEHIND_SHARE), 2, (life) => behindOrder(life, scene))
  const missing = Math.ceil((count(BEHIND_SHARE) - behind.length) / 2)
  brush.take(count(PENDING_SHARE) + missing, 2, (life) => pendingOrder(life, scene, dice.chance(0.3)))
  brush.take(count(LATE_SHARE) + missing, 2, (life) => lateOrder(life, scene, dice.whole(1, 4)))
  const held = heldOf(scene)
  return {
    ...fresh,
    sentBack: sentBackOf(scene, (key) => spared.has(key) || brush.orders.has(key) || held.has(key)),
    orders: brush.orders,
    behind: new Set(behind),
    unacknowledged,
    held,
    silent: silentUnits(scene),
  }
}
