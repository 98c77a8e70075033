import { type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import type { Milestone } from '../tasks/task.ts'
import type { Light } from '../lights/light.ts'
import type { LightRules } from '../lights/rules.ts'
import type { Why } from '../lights/why.ts'

/** All a milestone's deadline light rests on. */
export type MilestoneFacts = Pick<
  Milestone,
  'title' | 'originalDueOn' | 'currentDueOn' | 'state' | 'submittedOn' | 'doneOn'
>

export type MilestoneStanding = { light: Light; why: Why }

/**
 * The deadline light of a milestone on a day (PRODUCT.md, Lights). It goes by the current date, so an extension
 * helps here and nowhere in the rates; only earliness is measured against the original date. A claim that waits for
 * the office is not overdue, but one that came late stays yellow until the recovery is over.
 */
export function standMilestone(
  milestone: MilestoneFacts,
  today: Day,
  calendar: WorkingCalendar,
  rules: LightRules,
): MilestoneStanding {
  switch (milestone.state) {
    case 'accepted':
      return standAccepted(milestone, today, calendar, rules)
    case 'submitted':
      return standSubmitted(milestone, today, calendar)
    case 'pending':
      return standPending(milestone, today, calendar, rules)
  }
}

function standPending(
  { title, originalDueOn, currentDueOn: dueOn }: MilestoneFacts,
  today: Day,
  calendar: WorkingCalendar,
  rules: LightRules,
): MilestoneStanding {
  const left = workdaysBetween(calendar, today, dueOn)
  // Between a date and the next working day nothing is late yet: offices do not work then.
  if (left < 0)
    return { light: 'red', why: { code: 'milestone_overdue', facts: { title, dueOn, originalDueOn, workdays: -left } } }
  const facts = { title, dueOn, workdays: left }
  return left <= rules.deadline.yellowWithinWorkdays
    ? { light: 'yellow', why: { code: 'milestone_due_soon', facts } }
    : { light: 'green', why: { code: 'milestone_next', facts } }
}

function standSubmitted(
  { title, currentDueOn, submittedOn }: MilestoneFacts,
  today: Day,
  calendar: WorkingCalendar,
): MilestoneStanding {
  const claimedOn = submittedOn ?? today
  return {
    light: workdaysBetween(calendar, currentDueOn, claimedOn) > 0 ? 'yellow' : 'green',
    why: { code: 'waiting_acceptance', facts: { title, dueOn: currentDueOn, submittedOn: claimedOn } },
  }
}

function standAccepted(
  { title, originalDueOn, currentDueOn, doneOn: recordedOn }: MilestoneFacts,
  today: Day,
  calendar: WorkingCalendar,
  rules: LightRules,
): MilestoneStanding {
  const doneOn = recordedOn ?? currentDueOn
  const early = workdaysBetween(calendar, doneOn, originalDueOn)
  if (early >= rules.deadline.blueEarlyWorkdays)
    return { light: 'blue', why: { code: 'early', facts: { title, doneOn, workdays: early } } }
  const late = workdaysBetween(calendar, currentDueOn, doneOn)
  const isRecovering = late > 0 && workdaysBetween(calendar, doneOn, today) < rules.deadline.recoveryWorkdays
  return isRecovering
    ? {
        light: 'yellow',
        why: { code: 'milestone_made_good', facts: { title, dueOn: currentDueOn, doneOn, workdays: late } },
      }
    : { light: 'green', why: { code: 'milestone_done', facts: { title, dueOn: currentDueOn, doneOn } } }
}
