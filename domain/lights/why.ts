import { z } from 'zod'

const day = z.iso.date()
const workdays = z.number().int()
const points = z.number()
const milestone = { title: z.string(), dueOn: day }

/**
 * Why a light is what it is, as facts; `sentence.ts` puts it into words.
 * Days are ISO dates, durations working days, shares points of 100.
 */
export const Why = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('milestone_overdue'),
    facts: z.object({ ...milestone, originalDueOn: day, workdays }),
  }),
  z.object({ code: z.literal('milestone_due_soon'), facts: z.object({ ...milestone, workdays }) }),
  z.object({ code: z.literal('milestone_made_good'), facts: z.object({ ...milestone, doneOn: day, workdays }) }),
  z.object({ code: z.literal('waiting_acceptance'), facts: z.object({ ...milestone, submittedOn: day }) }),
  z.object({
    code: z.literal('behind_plan'),
    facts: z.object({ planned: points, actual: points, gap: points, measuredOn: day }),
  }),
  z.object({ code: z.literal('no_report'), facts: z.object({ periods: z.number().int(), lastOn: day.nullable() }) }),
  z.object({ code: z.literal('early'), facts: z.object({ title: z.string(), doneOn: day, workdays }) }),
  z.object({ code: z.literal('milestone_done'), facts: z.object({ ...milestone, doneOn: day }) }),
  z.object({ code: z.literal('milestone_next'), facts: z.object({ ...milestone, workdays }) }),
  z.object({
    code: z.literal('on_plan'),
    facts: z.object({ planned: points, actual: points, measuredOn: day }),
  }),
  z.object({ code: z.literal('completed'), facts: z.object({ doneOn: day.nullable() }) }),
  z.object({ code: z.literal('closed_out'), facts: z.object({ doneOn: day.nullable() }) }),
  z.object({ code: z.literal('not_started'), facts: z.object({ startsOn: day.nullable() }) }),
  z.object({ code: z.literal('not_assigned'), facts: z.object({}) }),
  z.object({ code: z.literal('suspended'), facts: z.object({ on: day }) }),
  z.object({ code: z.literal('deferred'), facts: z.object({ on: day, until: day.nullable() }) }),
  z.object({ code: z.literal('disputed'), facts: z.object({ on: day, count: z.number().int() }) }),
  z.object({ code: z.literal('leader_sign_off'), facts: z.object({ on: day }) }),
  z.object({ code: z.literal('completion_review'), facts: z.object({ on: day }) }),
  z.object({ code: z.literal('acknowledge_late'), facts: z.object({ on: day, workdays }) }),
  z.object({ code: z.literal('redo'), facts: z.object({ since: day, dueOn: day, workdays }) }),
  z.object({ code: z.literal('redo_overdue'), facts: z.object({ since: day, dueOn: day, workdays }) }),
  z.object({ code: z.literal('cancelled'), facts: z.object({}) }),
  z.object({ code: z.literal('no_milestone'), facts: z.object({}) }),
])
export type Why = z.infer<typeof Why>
export type WhyCode = Why['code']
