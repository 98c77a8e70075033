import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PERIOD_KINDS, ReportRule } from '../plan/plan.contract.ts'
import { Day, Ref } from '../tasks/tasks.contract.ts'
import { ASK_KINDS } from './asks.ts'
import { CLASH_KINDS } from './clashes.ts'

const LoadView = z
  .object({
    counts: z.record(z.enum(ASK_KINDS), z.int()),
    askCount: z.int(),
    /** At the screen; an estimate, with its basis in `basis`. */
    seconds: z.number(),
    /** Cells of sheets, and those of them that come filled in. */
    cellCount: z.int(),
    givenCount: z.int(),
  })
  .meta({ id: 'BurdenLoad' })
export type LoadView = z.infer<typeof LoadView>

const ClashView = z
  .object({ kind: z.enum(CLASH_KINDS), from: Day, to: Day, count: z.int(), units: z.array(Ref) })
  .meta({ id: 'BurdenClash' })
export type ClashView = z.infer<typeof ClashView>

/** How the estimate comes about: the share of given cells that is changed, and whether it was measured. */
const Basis = z.object({ changedShare: z.number(), isMeasured: z.boolean(), givenCount: z.int() })
export type BurdenBasis = z.infer<typeof Basis>

const PeriodBurden = z
  .object({
    planId: z.uuid(),
    year: z.int(),
    every: z.enum(PERIOD_KINDS),
    number: z.int(),
    opensOn: Day,
    closesOn: Day,
    unitCount: z.int(),
    load: LoadView,
    clashes: z.array(ClashView),
    basis: Basis,
  })
  .meta({ id: 'PeriodBurden' })
export type PeriodBurden = z.infer<typeof PeriodBurden>

/** What every unit is asked in the coming weeks, as far as it is known today. */
export const getBurden = endpoint({
  operationId: 'getBurden',
  method: 'GET',
  path: '/api/burden',
  summary: 'What units are asked, and when',
  response: z.object({
    today: Day,
    weeks: z.array(z.object({ startsOn: Day, endsOn: Day, workdays: z.int(), load: LoadView })),
    total: LoadView,
    /** In the official order; units that are asked nothing have zeros. */
    units: z.array(z.object({ unit: Ref, weeks: z.array(LoadView), total: LoadView })),
    /** Every day of the weeks: whether it is worked, what it is called, and how much is due on it. */
    days: z.array(
      z.object({ on: Day, workday: z.boolean(), name: z.string(), askCount: z.int(), deadlineCount: z.int() }),
    ),
    /** Windows of reports that are open in these weeks. */
    periods: z.array(PeriodBurden),
    basis: Basis,
  }),
})

/**
 * What the next period would ask under a report rule, before the rule is set: the rule as it stands where none is sent.
 * Changes nothing. Refuses not_found.
 */
export const previewBurden = endpoint({
  operationId: 'previewBurden',
  method: 'POST',
  path: '/api/burden-previews',
  summary: 'What a period would ask of the units',
  body: z.object({
    planId: z.uuid(),
    reportRule: ReportRule.optional(),
    /** Which of the year’s periods; the open one, else the next, unless said. */
    number: z.int().min(1).max(12).optional(),
  }),
  response: PeriodBurden,
})
