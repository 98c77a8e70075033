import type { Day } from '#domain/calendar/calendar.ts'
import { laterOf, type Workdays } from './days.ts'
import { type Dice, diceFor } from './random.ts'
import { issuedOn } from './sources.ts'
import { needsSignOff } from '#domain/tasks/inLife.ts'
import type { PlannedTask } from './tasks.ts'

/** When the office took a task in, and when the unit took it on. */
type Beginning = { draftedOn: Day; registeredOn: Day; assignedOn: Day; acknowledgedOn: Day | null }

/** A milestone claimed and accepted; `first` is a claim that the office returned before. */
type Claim = { on: Day; acceptedOn: Day | null; first: { on: Day; returnedOn: Day } | null }

type Completion = {
  requestedOn: Day
  acceptedOn: Day | null
  /** Where its source asks for the leader's sign-off; null while it waits for that, and where none is asked. */
  signedOffOn: Day | null
  closedOutOn: Day | null
  first: { on: Day; returnedOn: Day } | null
}

/** What interrupts the usual course on a day, so that nothing of the course comes after it. */
export type Turn = {
  kind: 'disputed' | 'declinedTwice' | 'transferred' | 'suspended' | 'deferred' | 'reopened'
  on: Day
}

/** The whole course of a task, told beyond today; facts are cut at today by `facts.ts`. */
export type TaskLife = {
  plan: PlannedTask
  begin: Beginning
  /** One per milestone, null for one that is never reached. */
  claims: (Claim | null)[]
  /** One per supporting unit, null for one that never delivers. */
  supportedOn: (Day | null)[]
  /** When the lead unit confirmed each, at the latest before it asked for completion. */
  confirmedOn: (Day | null)[]
  /** Which support the lead unit returned instead of confirming it; null for none. */
  sentBack: number | null
  completion: Completion | null
  turn: Turn | null
}

/** What today's picture wants of one milestone; `workdays` late is how long after the due date it is claimed. */
export type Order =
  | { kind: 'stuck'; milestone: number }
  | { kind: 'pending'; milestone: number; isReturned: boolean }
  | { kind: 'late'; milestone: number; workdays: number }

/** Milestones due from `from` to `to` are claimed in good time unless an order says otherwise. */
export type CalmZone = { from: Day; to: Day }

const BATCHES: Record<string, { drafted: string; registered: string; assigned: string }> = {
  W: { drafted: 'p12-30', registered: '01-06', assigned: '01-22' },
  P: { drafted: 'p12-31', registered: '01-05', assigned: '01-19' },
  B: { drafted: '01-12', registered: '01-14', assigned: '01-27' },
  C: { drafted: '01-23', registered: '01-26', assigned: '02-02' },
}

const dayIn = (year: number, text: string): Day =>
  text.startsWith('p') ? `${year - 1}-${text.slice(1)}` : `${year}-${text}`

/** The annual documents are worked through in batches, every other one within days. */
function beginTask({ document }: PlannedTask, year: number, days: Workdays, dice: Dice): Beginning {
  const batch = BATCHES[document]
  const issued = issuedOn(document, year)
  const draftedOn = batch ? days.shift(dayIn(year, batch.drafted), 0) : days.shift(issued, 1)
  const registeredOn = batch ? days.shift(dayIn(year, batch.registered), dice.whole(0, 5)) : days.shift(draftedOn, 1)
  const assignedOn = batch
    ? laterOf(days.shift(dayIn(year, batch.assigned), dice.whole(0, 2)), days.shift(registeredOn, 1))
    : days.shift(registeredOn, dice.whole(1, 2))
  const acknowledgedOn = days.shift(assignedOn, dice.chance(0.07) ? dice.whole(3, 5) : dice.whole(1, 2))
  return { draftedOn, registeredOn, assignedOn, acknowledgedOn }
}

/** Workdays between a claim and its due date as it usually goes; negative when late. */
function usualLead(isCalm: boolean, dice: Dice): number {
  const throwOf = dice.next()
  if (throwOf < 0.08 && !isCalm) return -dice.whole(1, 6)
  if (throwOf < 0.16 && !isCalm) return dice.whole(1, 5)
  if (throwOf > 0.93) return dice.whole(11, 17)
  return dice.whole(6, 9)
}

function claimOf(on: Day, isCalm: boolean, days: Workdays, dice: Dice): Claim {
  const isReturned = !isCalm && dice.chance(0.05)
  const again = isReturned ? days.shift(on, dice.whole(2, 4)) : on
  const acceptedOn = days.shift(again, dice.whole(1, 3))
  return { on: again, acceptedOn, first: isReturned ? { on, returnedOn: days.shift(on, 1) } : null }
}

type Course = { begin: Beginning; order: Order | null; calm: CalmZone; days: Workdays; seed: string }

function orderedClaim(order: Order, dueOn: Day, earliest: Day, days: Workdays): Claim | null {
  switch (order.kind) {
    case 'stuck':
      return null
    case 'pending': {
      const firstOn = laterOf(earliest, days.shift(dueOn, -7))
      const on = days.shift(dueOn, 1)
      const first = order.isReturned ? { on: firstOn, returnedOn: days.shift(firstOn, 1) } : null
      return { on, acceptedOn: days.shift(on, 1), first }
    }
    case 'late': {
      const on = laterOf(earliest, days.shift(dueOn, order.workdays))
      return { on, acceptedOn: days.shift(on, 1), first: null }
    }
  }
}

function claimsOf({ task }: PlannedTask, course: Course): (Claim | null)[] {
  const { begin, order, calm, days, seed } = course
  const claims: (Claim | null)[] = []
  let earliest = begin.acknowledgedOn === null ? null : days.shift(begin.acknowledgedOn, 2)
  for (const { ordinal, dueOn } of task.milestones) {
    const dice = diceFor(`${seed} ${ordinal}`)
    const isCalm = calm.from <= dueOn && dueOn <= calm.to
    const lead = usualLead(isCalm, dice)
    const usualOn: Day = days.shift(dueOn, -lead)
    let claim: Claim | null = null
    if (earliest !== null) {
      claim =
        order?.milestone === ordinal
          ? orderedClaim(order, dueOn, earliest, days)
          : claimOf(laterOf(earliest, usualOn), isCalm, days, dice)
    }
    claims.push(claim)
    earliest = claim === null ? null : days.shift(claim.acceptedOn ?? claim.on, 1)
  }
  return claims
}

function supportedOn({ task }: PlannedTask, { begin, order, days, seed }: Course): (Day | null)[] {
  const dice = diceFor(`${seed} supports`)
  const isStuck = order?.kind === 'stuck'
  return task.supports.map(({ dueOn }, index) => {
    const lateness = dice.chance(0.1) ? dice.whole(2, 8) : -dice.whole(1, 5)
    const { acknowledgedOn } = begin
    if (acknowledgedOn === null || (isStuck && index === task.supports.length - 1)) return null
    return laterOf(days.shift(acknowledgedOn, 2), days.shift(dueOn, lateness))
  })
}

const signsOff = ({ task }: PlannedTask): boolean => needsSignOff({ sourceKind: task.source.kind, hasRedNotice: false })

function completionOf(
  plan: PlannedTask,
  claims: (Claim | null)[],
  supported: (Day | null)[],
  days: Workdays,
  dice: Dice,
): Completion | null {
  let ready: Day = ''
  for (const claim of claims) {
    if (claim?.acceptedOn == null) return null
    ready = laterOf(ready, claim.acceptedOn)
  }
  for (const on of supported) if (on !== null) ready = laterOf(ready, on)
  const on = days.shift(ready, dice.whole(1, 3))
  const isReturned = dice.chance(0.06)
  const requestedOn = isReturned ? days.shift(on, dice.whole(3, 5)) : on
  const acceptedOn = days.shift(requestedOn, dice.whole(1, 3))
  const first = isReturned ? { on, returnedOn: days.shift(on, dice.whole(1, 2)) } : null
  const verifiedAfter = dice.whole(3, 8)
  const signedOffOn = signsOff(plan) ? days.shift(acceptedOn, dice.whole(1, 3)) : null
  return {
    requestedOn,
    acceptedOn,
    signedOffOn,
    closedOutOn: days.shift(signedOffOn ?? acceptedOn, verifiedAfter),
    first,
  }
}

function confirmedOn(
  supported: (Day | null)[],
  completion: Completion | null,
  days: Workdays,
  dice: Dice,
): (Day | null)[] {
  const askedOn = completion && (completion.first?.on ?? completion.requestedOn)
  return supported.map((on) => {
    if (on === null) return null
    const usual = days.shift(on, dice.whole(0, 5))
    return askedOn !== null && usual >= askedOn ? on : usual
  })
}

/** Tells the course of a task; the same for the same task, year and order. */
export function liveTask(
  plan: PlannedTask,
  year: number,
  order: Order | null,
  calm: CalmZone,
  days: Workdays,
): TaskLife {
  const seed = `${year} ${plan.task.key}`
  const begin = beginTask(plan, year, days, diceFor(`${seed} begin`))
  const course: Course = { begin, order, calm, days, seed }
  const claims = claimsOf(plan, course)
  const supported = supportedOn(plan, course)
  const completion = completionOf(plan, claims, supported, days, diceFor(`${seed} end`))
  return {
    plan,
    begin,
    claims,
    supportedOn: supported,
    turn: null,
    sentBack: null,
    confirmedOn: confirmedOn(supported, completion, days, diceFor(`${seed} confirmed`)),
    completion,
  }
}

/** Whether the unit that led from the start has the task on a day: assigned, not accepted as complete, not interrupted. */
export const isWithUnit = ({ begin, completion, turn }: TaskLife, on: Day): boolean =>
  begin.assignedOn <= on &&
  (completion?.acceptedOn == null || completion.acceptedOn > on) &&
  (turn === null || turn.on > on)

/** A task whose course is interrupted on a day: what would have come after it does not. */
export function interrupted(life: TaskLife, turn: Turn): TaskLife {
  const isBefore = (on: Day | null | undefined): boolean => on != null && on < turn.on
  return {
    ...life,
    turn,
    claims: life.claims.map((claim) => (isBefore(claim?.acceptedOn) ? claim : null)),
    supportedOn: life.supportedOn.map((on) => (isBefore(on) ? on : null)),
    confirmedOn: life.confirmedOn.map((on) => (isBefore(on) ? on : null)),
    completion: isBefore(life.completion?.closedOutOn) ? life.completion : null,
  }
}

/** Whether nothing of the course is half done on a day, so that it can be interrupted there. */
export const isCalmOn = ({ claims, completion, begin }: TaskLife, on: Day): boolean =>
  begin.acknowledgedOn !== null &&
  begin.acknowledgedOn < on &&
  (completion === null || completion.requestedOn > on || (completion.closedOutOn ?? on) < on) &&
  claims.every((claim) => {
    if (claim === null) return true
    const begun = claim.first?.on ?? claim.on
    return begun > on || (claim.acceptedOn !== null && claim.acceptedOn < on)
  })

/** The share (points of 100) proved by milestones accepted by a day. */
export const provedShare = ({ plan, claims }: TaskLife, on: Day): number =>
  claims.reduce((sum, claim, index) => {
    const isAccepted = claim?.acceptedOn != null && claim.acceptedOn <= on
    return sum + (isAccepted ? (plan.task.milestones[index]?.weight ?? 0) : 0)
  }, 0)
