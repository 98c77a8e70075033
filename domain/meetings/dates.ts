import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { type ExtendedTask, grantDates, type LaterDate } from '../requests/extension.ts'

/**
 * The dates that a ruling moves: the task's own, and with it the open milestones that end on the same day. Refuses
 * `task_wrong_state` for a task that nobody works on, and what granting a later date refuses.
 */
export function datesOfRuling(task: ExtendedTask, dueOn: Day): LaterDate[] {
  if (task.state !== 'assigned' && task.state !== 'inProgress')
    throw new Refusal('task_wrong_state', { state: `@${task.state}`, step: '@becomes.dateChange' })
  const ending = task.milestones.filter(
    ({ currentDueOn, state }) => state === 'pending' && currentDueOn === task.currentDueOn,
  )
  const dates = [{ milestoneId: null, dueOn }, ...ending.map(({ id }) => ({ milestoneId: id, dueOn }))]
  return grantDates(task, dates, dates)
}
