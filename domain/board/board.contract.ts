import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { PLAN_STATES } from '../plan/plan.contract.ts'
import { BOARD_RATES } from './rate-names.ts'

const LightName = z.enum(LIGHTS)
const Count = z.int().min(0)

/** A stone, an edge or the whole: a group of tasks summed up (domain/rates/board.ts). */
const Tally = z.object({
  light: LightName,
  taskCount: Count,
  doneCount: Count,
  activeCount: Count,
  onPlanCount: Count,
  lightCounts: z.object({ red: Count, yellow: Count, green: Count, blue: Count, grey: Count }),
})
/** `value` is 1 for 100%; null where nothing is counted. */
const RateView = z.object({ numerator: z.number(), denominator: z.number(), value: z.number().nullable() })
const RatesView = z.object({
  milestoneOnTimeRate: RateView,
  milestoneOnTimeAfterExtensionRate: RateView,
  trajectoryAttainment: RateView,
  taskCompletionRate: RateView,
  weightedTaskCompletionRate: RateView,
  indicatorAttainment: RateView,
})
type RatesView = z.infer<typeof RatesView>

/** The day the board is seen as of; today where absent. A past day is recomputed from the facts known at its end. */
const AsOn = z.iso.date().optional()
const Year = z.coerce.number().int().min(2000).max(2100).optional()

/** The board on a day: units by pillars, each crossing and each edge summed up, by the rules of that day. */
export const BoardView = z
  .object({
    plan: z.object({ id: z.uuid(), year: z.int(), state: z.enum(PLAN_STATES) }),
    years: z.array(z.int()),
    asOn: z.iso.date(),
    today: z.iso.date(),
    rulesVersion: z.string(),
    units: z.array(z.object({ id: z.uuid(), name: z.string(), fullName: z.string(), groupName: z.string() })),
    pillars: z.array(z.object({ id: z.uuid(), name: z.string(), mark: z.string() })),
    cells: z.array(Tally.extend({ unitId: z.uuid(), pillarId: z.uuid() })),
    unitTallies: z.array(Tally.extend({ unitId: z.uuid() })),
    pillarTallies: z.array(Tally.extend({ pillarId: z.uuid() })),
    total: Tally,
    /** The quarter whose milestones the first rate counts. */
    quarter: z.object({ number: z.int(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
    rates: RatesView,
    /** The rates as of the end of the last quarter that is over; null in the first quarter. */
    former: z.object({ quarter: z.int(), asOn: z.iso.date(), rates: RatesView }).nullable(),
    /** SHA-256 of the figures, hexadecimal: printed at the foot, so that paper can be held against the screen. */
    digest: z.string(),
  })
  .meta({ id: 'Board' })
export type BoardView = z.infer<typeof BoardView>

/** The board of a plan year as its asker may see it. Refuses not_found for a year without a plan. */
export const getBoard = endpoint({
  operationId: 'getBoard',
  method: 'GET',
  path: '/api/board',
  summary: 'The board: units × pillars, totals and the four rates',
  query: z.object({ year: Year, asOn: AsOn }),
  response: BoardView,
})

/** A task as a crossing lists it, with its light and why. */
export const BoardTaskView = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  unitId: z.uuid(),
  pillarId: z.uuid(),
  light: LightName,
  why: z.array(Why),
  done: z.boolean(),
  assigneeName: z.string().nullable(),
  originalDueOn: z.iso.date(),
  currentDueOn: z.iso.date(),
})
export type BoardTaskView = z.infer<typeof BoardTaskView>

/** The tasks of one stone (unit and pillar) or of one line (unit alone), worst first. */
export const getBoardCell = endpoint({
  operationId: 'getBoardCell',
  method: 'GET',
  path: '/api/board/units/:unitId',
  summary: 'The tasks behind a stone, with their reasons',
  params: z.object({ unitId: z.uuid() }),
  query: z.object({ pillarId: z.uuid().optional(), year: Year, asOn: AsOn }),
  response: z.object({ tasks: z.array(BoardTaskView) }),
})

/** What needs someone: the red tasks of the whole board, then the yellow ones, at most 40. */
export const getBoardAttention = endpoint({
  operationId: 'getBoardAttention',
  method: 'GET',
  path: '/api/board/attention',
  summary: 'The red and yellow tasks of the board, with their reasons',
  query: z.object({ year: Year, asOn: AsOn }),
  response: z.object({ tasks: z.array(BoardTaskView) }),
})

/** One item of a rate's denominator. */
const RateItemView = z.object({
  taskId: z.uuid(),
  code: z.string(),
  title: z.string(),
  unitName: z.string(),
  /** For the milestone rates: which milestone, when due, when done. */
  milestone: z
    .object({
      title: z.string(),
      originalDueOn: z.iso.date(),
      currentDueOn: z.iso.date(),
      doneOn: z.iso.date().nullable(),
    })
    .nullable(),
  /** What it adds to the numerator: 0 or 1, or a share for indicators. */
  counts: z.number(),
  /** For indicators: actual and target with the unit of measure. */
  indicator: z.object({ actual: z.number().nullable(), target: z.number(), measure: z.string() }).nullable(),
})
export type RateItemView = z.infer<typeof RateItemView>

/** What a rate is made of: every item of its denominator, and whether (or how far) it counts in the numerator. */
export const listRateItems = endpoint({
  operationId: 'listRateItems',
  method: 'GET',
  path: '/api/board/rates/:rate',
  summary: 'The list behind a rate: its denominator, item by item',
  params: z.object({ rate: z.enum(BOARD_RATES) }),
  query: PageQuery.extend({ year: Year, asOn: AsOn }),
  response: pageOf(RateItemView).extend({ rate: RateView }),
})
