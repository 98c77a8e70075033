import { type Actor, holdsIn } from '../access/actor.ts'
import { type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import type { Light } from '../lights/light.ts'
import { Refusal } from '../refusal.ts'
import type { Milestone, TaskState } from '../tasks/task.ts'
import { type Decider, extensionDecider, type LadderRules } from './ladder.ts'

/** Later dates, each for a milestone, or for the whole task (`milestoneId` null). */
export type LaterDate = { milestoneId: string | null; dueOn: Day }
/** A later date, and the one that it moves. */
export type MovedDate = LaterDate & { from: Day }

/** What a request for later dates needs to know of its task. */
export type ExtendedTask = {
  state: TaskState
  leadUnitId: string | null
  currentDueOn: Day | null
  light: Light
  milestones: readonly Pick<Milestone, 'id' | 'title' | 'currentDueOn' | 'state'>[]
  /** Requests for later dates that were granted so far. */
  grantedCount: number
  hasOpenRequest: boolean
}

export type ExtensionAsk = { dates: readonly LaterDate[]; reason: string; progress: string }
/** What asking comes to. */
export type AskedExtension = {
  decider: Decider
  ordinal: number
  isLate: boolean
  workdays: number
  dates: MovedDate[]
}

const EXTENDABLE: readonly TaskState[] = ['assigned', 'inProgress']

/**
 * Decides whether later dates may be asked for, and who will decide. The head of the lead unit asks, with the reason
 * and how far the work is; dates only move back; no milestone ends after its task. Asked after a date that it moves is
 * `isLate` (PRODUCT.md, Life of a task: extend; DOMAIN b.2). Refusals: lead_head_only, task_wrong_state, request_open,
 * reason_missing, progress_missing, extension_empty, extension_not_later, extension_beyond_task, not_found.
 */
export function askExtension(
  actor: Actor,
  task: ExtendedTask,
  ask: ExtensionAsk,
  frame: { today: Day; calendar: WorkingCalendar; rules: LadderRules },
): AskedExtension {
  ensureMayAsk(actor, task)
  if (ask.reason.trim() === '') throw new Refusal('reason_missing')
  if (ask.progress.trim() === '') throw new Refusal('progress_missing')
  const moved = ask.dates.map((date) => ({ ...date, from: dateOf(task, date.milestoneId) }))
  ensureLater(moved, frame.today)
  ensureWithinTask(task, ask.dates)
  const { ordinal, isLate } = orderOf(task, moved, frame.today)
  const workdays = Math.max(...moved.map(({ from, dueOn }) => workdaysBetween(frame.calendar, from, dueOn)))
  const decider = extensionDecider({ workdays, ordinal, isLate, light: task.light }, frame.rules)
  return { decider, ordinal, isLate, workdays, dates: moved }
}

/** Which granted request of its task it would be, and whether a date that it moves has passed. */
export const orderOf = (
  { grantedCount }: Pick<ExtendedTask, 'grantedCount'>,
  moved: readonly MovedDate[],
  today: Day,
): { ordinal: number; isLate: boolean } => ({
  ordinal: grantedCount + 1,
  isLate: moved.some(({ from }) => from < today),
})

function ensureMayAsk(actor: Actor, task: ExtendedTask): void {
  if (task.leadUnitId === null || !holdsIn(actor, 'unitHead', task.leadUnitId)) throw new Refusal('lead_head_only')
  if (!EXTENDABLE.includes(task.state))
    throw new Refusal('task_wrong_state', { state: `@${task.state}`, step: '@extensionRequest' })
  if (task.hasOpenRequest) throw new Refusal('request_open')
}

/** The date as it stands now. A milestone that is done or waits for acceptance has none to move. */
function dateOf({ currentDueOn, milestones }: ExtendedTask, milestoneId: string | null): Day {
  if (milestoneId === null) {
    if (currentDueOn === null) throw new Refusal('not_found')
    return currentDueOn
  }
  const milestone = milestones.find(({ id }) => id === milestoneId)
  if (!milestone) throw new Refusal('not_found')
  if (milestone.state !== 'pending') throw new Refusal('extension_of_done', { title: milestone.title })
  return milestone.currentDueOn
}

function ensureLater(moved: readonly MovedDate[], today: Day): void {
  const isTwice = new Set(moved.map(({ milestoneId }) => milestoneId)).size < moved.length
  if (moved.length === 0 || isTwice) throw new Refusal('extension_empty')
  const early = moved.find(({ from, dueOn }) => dueOn <= from || dueOn < today)
  if (early) throw new Refusal('extension_not_later', { from: early.from, asked: early.dueOn })
}

/** After the move no open milestone may end later than the task. */
function ensureWithinTask({ currentDueOn, milestones }: ExtendedTask, dates: readonly LaterDate[]): void {
  const asked = new Map(dates.map(({ milestoneId, dueOn }) => [milestoneId, dueOn]))
  const end = asked.get(null) ?? currentDueOn
  const beyond = milestones.find(({ id, currentDueOn: from }) => end !== null && (asked.get(id) ?? from) > end)
  if (beyond) throw new Refusal('extension_beyond_task', { title: beyond.title })
}

/** What is granted of what was asked: the same dates, or earlier ones that still lie later than today's. */
export function grantDates(
  task: ExtendedTask,
  asked: readonly LaterDate[],
  granted: readonly LaterDate[],
): MovedDate[] {
  const dates = asked.map((date) => {
    const { milestoneId, dueOn } = granted.find((one) => one.milestoneId === date.milestoneId) ?? date
    const from = dateOf(task, milestoneId)
    if (dueOn <= from || dueOn > date.dueOn) throw new Refusal('extension_not_later', { from, asked: dueOn })
    return { milestoneId, dueOn, from }
  })
  ensureWithinTask(task, dates)
  return dates
}
