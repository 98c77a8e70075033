import { hasRole, holdsIn, type Actor } from '../access/actor.ts'
import { addWorkdays, type Day, workdaysBetween, type WorkingCalendar } from '../calendar/calendar.ts'
import { type Difficulty, isOpen } from './difficulty.ts'
import { type DifficultyRulesOn, standardDifficultyRules } from './rules.ts'

/** Somebody a clock runs against: a post, and whose. */
export type Answerer =
  | { post: 'supervisionOffice' }
  | { post: 'unitHead'; unitId: string }
  | { post: 'leaderInCharge'; personId: string }
  | { post: 'principalLeader' }
export const ANSWERING_POSTS = ['supervisionOffice', 'unitHead', 'leaderInCharge', 'principalLeader'] as const

/** A limit that runs: from the day after `startedOn` up to and including `lastOn`, in working days. */
export type Clock = { startedOn: Day; lastOn: Day; limitWorkdays: number }

/** What it hangs on who must move. */
export type AnswererFacts = Pick<Difficulty, 'state' | 'level' | 'raisedUnitId' | 'counterpartId' | 'leaderId'> & {
  ruling: { unitId: string } | null
}

/** Who must move now; null once it is confirmed, closed or withdrawn. */
export function answererOf(difficulty: AnswererFacts): Answerer | null {
  const { state, ruling } = difficulty
  if (!isOpen(state)) return null
  if (state === 'triaged') return answererAtLevel(difficulty)
  // What is said to be solved waits for the raiser, whom no clock presses: the office brings the answer in.
  if (state === 'raised' || state === 'solved' || ruling === null) return { post: 'supervisionOffice' }
  return { post: 'unitHead', unitId: ruling.unitId }
}

function answererAtLevel({ level, raisedUnitId, counterpartId, leaderId }: AnswererFacts): Answerer {
  if (level === 1) return { post: 'unitHead', unitId: raisedUnitId }
  if (level === 2 && counterpartId !== null) return { post: 'unitHead', unitId: counterpartId }
  if (level === 3 && leaderId !== null) return { post: 'leaderInCharge', personId: leaderId }
  return { post: 'principalLeader' }
}

/** Whether the actor holds the post a clock runs against. */
export function isAnswerer(actor: Actor, answerer: Answerer): boolean {
  if (answerer.post === 'unitHead') return holdsIn(actor, 'unitHead', answerer.unitId)
  if (answerer.post === 'leaderInCharge') return actor.personId === answerer.personId
  return hasRole(actor, answerer.post)
}

/** What a clock hangs on. */
export type ClockFacts = Pick<Difficulty, 'state' | 'level' | 'enteredOn'> & { ruling: { dueOn: Day } | null }

/** By what days clocks run: the working calendar, and the limits. */
export type ClockDays = { calendar: WorkingCalendar; rulesOn: DifficultyRulesOn }

/** Days where the office has set no limits of its own. */
export const standardDays = (calendar: WorkingCalendar): ClockDays => ({ calendar, rulesOn: standardDifficultyRules })

/** The clock that runs, derived from the day on which its state began; null when nothing runs any more. */
export function clockOf(difficulty: ClockFacts, { calendar, rulesOn }: ClockDays): Clock | null {
  const { state, enteredOn: startedOn, ruling } = difficulty
  if (state === 'closed' || state === 'withdrawn') return null
  if ((state === 'ruled' || state === 'inExecution') && ruling !== null) {
    // Taken up again after its date, it has the rest of that day.
    const lastOn = ruling.dueOn < startedOn ? startedOn : ruling.dueOn
    return { startedOn, lastOn, limitWorkdays: workdaysBetween(calendar, startedOn, lastOn) }
  }
  const limitWorkdays = limitOf(difficulty, rulesOn)
  return { startedOn, lastOn: addWorkdays(calendar, startedOn, limitWorkdays), limitWorkdays }
}

function limitOf({ state, level, enteredOn }: ClockFacts, rulesOn: DifficultyRulesOn): number {
  const rules = rulesOn(enteredOn)
  if (state === 'raised') return rules.triageWorkdays
  if (state === 'solved') return rules.confirmWorkdays
  return state === 'confirmedByRaiser' ? rules.closeAfterWorkdays : rules.levelWorkdays[level]
}

/** Working days left on a clock: 0 on its last day, negative once it has run out. */
export const workdaysLeft = (clock: Clock, today: Day, calendar: WorkingCalendar): number =>
  workdaysBetween(calendar, today, clock.lastOn)
