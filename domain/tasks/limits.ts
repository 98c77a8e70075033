import { addWorkdays, type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'

/** The limits of a task's life that the office sets; the state table says which of them a step goes by. */
export const STEP_LIMITS = [
  'registerWorkdays',
  'acknowledgeWorkdays',
  'declineWorkdays',
  'disputeWorkdays',
  'acceptWorkdays',
  'signOffWorkdays',
  'closeOutWorkdays',
] as const
export type StepLimit = (typeof STEP_LIMITS)[number]

/** Each limit in working days, counted from the day after the one on which the task came into the step's state. */
export type StepLimits = Readonly<Record<StepLimit, number>>

/** What comes with the product (PRODUCT.md, Life of a task). */
export const STANDARD_STEP_LIMITS: StepLimits = {
  registerWorkdays: 2,
  acknowledgeWorkdays: 2,
  declineWorkdays: 3,
  disputeWorkdays: 3,
  acceptWorkdays: 3,
  signOffWorkdays: 5,
  closeOutWorkdays: 10,
}

/** By what days the steps of a task's life are counted: the working calendar, and the limits that held on a day. */
export type StepDays = {
  calendar: WorkingCalendar
  /** What was set for the day on which a clock began holds for that clock to its end. */
  limitsOn: (on: Day) => StepLimits
}

/** Days where the office has set no limits of its own. */
export const standardStepDays = (calendar: WorkingCalendar): StepDays => ({
  calendar,
  limitsOn: () => STANDARD_STEP_LIMITS,
})

/** The last day of a limit that began on a day. */
export const limitEndsOn = (limit: StepLimit, since: Day, { calendar, limitsOn }: StepDays): Day =>
  addWorkdays(calendar, since, limitsOn(since)[limit])

/** Working days past a limit that began on a day; 0 while it runs. */
export const limitLateBy = (limit: StepLimit, since: Day, today: Day, { calendar, limitsOn }: StepDays): number =>
  Math.max(0, workdaysBetween(calendar, since, today) - limitsOn(since)[limit])
