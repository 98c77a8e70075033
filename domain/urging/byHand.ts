import { type Actor, hasRole } from '../access/actor.ts'
import { addWorkdays, type Day, type WorkingCalendar } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import type { TaskState } from '../tasks/task.ts'
import { ALLOWED, firstRefusal, refused, type Verdict } from '../verdict.ts'

/** With its unit and not done: whoever answers for it can be urged. */
export const URGED_STATES: readonly TaskState[] = ['assigned', 'inProgress']

/** What urging a task by hand rests on. */
export type TaskToUrge = {
  state: TaskState
  /** The last urge by hand: the office's day, and who; null where there was none. */
  last: { on: Day; by: string } | null
}

/**
 * May the actor urge this task by hand today? The office, and not again before the rules' working days are over: an urge
 * that comes every hour is not read. Refusals: `office_only`, `not_urgeable`, `urged_already`.
 */
export const canUrge = (
  actor: Actor,
  { state, last }: TaskToUrge,
  { today, calendar, everyWorkdays }: { today: Day; calendar: WorkingCalendar; everyWorkdays: number },
): Verdict =>
  firstRefusal(
    () => (hasRole(actor, 'supervisionOffice') ? ALLOWED : refused(new Refusal('office_only'))),
    () => (URGED_STATES.includes(state) ? ALLOWED : refused(new Refusal('not_urgeable', { state: `@${state}` }))),
    () => {
      const again = last && addWorkdays(calendar, last.on, everyWorkdays)
      if (!last || !again || again <= today) return ALLOWED
      return refused(new Refusal('urged_already', { on: last.on, by: last.by, again }))
    },
  )
