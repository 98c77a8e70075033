import { type Ask, askOf, changedShareOf, expectRows, type Reuse } from '#domain/burden/asks.ts'
import type { BurdenBasis, PeriodBurden } from '#domain/burden/burden.contract.ts'
import { clashesOf, type Deadline, type Window } from '#domain/burden/clashes.ts'
import { loadOf, loadTable, mondayOf, weeksFrom } from '#domain/burden/load.ts'
import { addDays, type Day, type DayException, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import { answererOf, type ClockDays, clockOf } from '#domain/difficulties/clock.ts'
import { currentPeriod, type Period, type PeriodRule, periodsOf, periodState } from '#domain/reports/period.ts'
import { Refusal } from '#domain/refusal.ts'
import { stepDueOn } from '#domain/tasks/lifecycle.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import { listDays } from '../calendar/calendar.queries.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Reading } from '../http/context.ts'
import { findPlans, type StoredPlan } from '../plan/plan.queries.ts'
import {
  findDeadlines,
  findLivingUnits,
  findOpenAsks,
  findOpenDifficulties,
  findRowFacts,
  measureReuse,
  type StoredAsk,
  type StoredDifficulty,
} from './burden.queries.ts'

/** So many weeks are looked ahead. */
const WEEKS = 8

type Name = { id: string; name: string }

/** What every estimate is made with. */
type Frame = {
  calendar: WorkingCalendar
  clockDays: ClockDays & StepDays
  reuse: Reuse
  units: Name[]
  plans: StoredPlan[]
}

async function frameOf({ db, actor, today }: Reading): Promise<Frame> {
  const [clockDays, reuse, units, plans] = await Promise.all([
    loadClockDays(db, actor.organizationId),
    measureReuse(db, actor, today),
    findLivingUnits(db, actor),
    findPlans(db, actor),
  ])
  return {
    calendar: clockDays.calendar,
    clockDays,
    reuse,
    units,
    plans: plans.filter(({ state }) => state !== 'closed'),
  }
}

const basisOf = ({ reuse }: Frame): BurdenBasis => {
  const { share, isMeasured } = changedShareOf(reuse)
  return { changedShare: share, isMeasured, givenCount: reuse.givenCount }
}

/** A period of a plan with its window. */
type Planned = Period & { planId: string }

const plannedOf = (plan: StoredPlan): Planned[] =>
  plan.periods.map(({ kind, number, startsOn, endsOn, opensOn, closesOn }) => ({
    planId: plan.id,
    year: plan.year,
    every: kind,
    number,
    startsOn,
    endsOn,
    opensOn,
    closesOn,
  }))

/** What everybody is asked in the coming weeks. */
export async function viewBurden(reading: Reading) {
  const { today } = reading
  const frame = await frameOf(reading)
  const weeks = weeksFrom(today, WEEKS, frame.calendar)
  const range = { from: mondayOf(today), to: addDays(mondayOf(today), WEEKS * 7 - 1) }
  const windows = frame.plans.flatMap(plannedOf)
  const coming = windows.filter((period) => period.opensOn <= range.to && periodState(period, today) !== 'closed')
  const around = await aroundOf(reading, frame, coming, range)
  const sheets = await sheetsOf(reading, frame, coming)
  const asks = [...sheets.flatMap(({ rows }) => rows), ...around.asks]
  const table = loadTable(
    asks,
    frame.units.map(({ id }) => id),
    weeks,
  )
  const nameOf = new Map(frame.units.map((unit) => [unit.id, unit]))
  return {
    today,
    weeks: weeks.map((week, index) => ({ ...week, load: table.weeks[index] ?? table.total })),
    total: table.total,
    units: table.units.map(({ unitId, ...load }) => ({
      unit: nameOf.get(unitId) ?? { id: unitId, name: '' },
      ...load,
    })),
    days: daysOf(range, frame.calendar, around, asks),
    periods: sheets.map((sheet) => periodView(sheet, frame, around, windows)),
    basis: basisOf(frame),
  }
}

/** What one period would ask, under the rule given or the plan's own. */
export async function previewPeriod(
  reading: Reading,
  { planId, reportRule, number }: { planId: string; reportRule?: PeriodRule | undefined; number?: number | undefined },
): Promise<PeriodBurden> {
  const { today } = reading
  const frame = await frameOf(reading)
  const plan = frame.plans.find(({ id }) => id === planId)
  if (!plan) throw new Refusal('not_found')
  const periods = reportRule
    ? periodsOf(plan.year, reportRule, frame.calendar).map((period) => ({ ...period, planId }))
    : plannedOf(plan)
  const meant = number === undefined ? currentPeriod(periods, today)?.number : number
  const period = periods.find((one) => one.number === meant)
  if (!period) throw new Refusal('not_found')
  const others = frame.plans.filter(({ id }) => id !== planId).flatMap(plannedOf)
  const around = await aroundOf(reading, frame, [period], { from: period.opensOn, to: period.closesOn })
  const [sheet] = await sheetsOf(reading, frame, [period])
  if (!sheet) throw new Refusal('not_found')
  return periodView(sheet, frame, around, [...others, ...periods])
}

type Around = { asks: Ask[]; deadlines: Deadline[]; daysOff: DayException[] }

/** What else is on the days of a range, and of windows that reach beyond it. */
async function aroundOf(
  { db, actor, today }: Reading,
  { clockDays }: Frame,
  windows: readonly Window[],
  range: { from: Day; to: Day },
): Promise<Around> {
  const from = [range.from, ...windows.map(({ opensOn }) => opensOn)].sort()[0] ?? range.from
  const to = [range.to, ...windows.map(({ closesOn }) => closesOn)].sort().at(-1) ?? range.to
  const [open, difficulties, deadlines, daysOff] = await Promise.all([
    findOpenAsks(db, actor, to),
    findOpenDifficulties(db, actor),
    findDeadlines(db, actor, { from, to }),
    listDays(db, actor, { startsOn: from, endsOn: to }),
  ])
  const asks = [...open.map((one) => askFrom(one, clockDays, today)), ...answersOf(difficulties, clockDays)]
  return { asks, deadlines, daysOff }
}

function askFrom({ unitId, kind, on }: StoredAsk, days: StepDays, today: Day): Ask {
  if (kind === 'acknowledgement') return askOf(unitId, kind, stepDueOn('acknowledge', on, days) ?? on)
  // What was delivered waits from today: no clock runs for the lead's word.
  return askOf(unitId, kind, kind === 'confirmation' ? today : on)
}

/** Answers that difficulties wait for from units; those of leaders and of the office are not theirs. */
const answersOf = (difficulties: readonly StoredDifficulty[], days: ClockDays): Ask[] =>
  difficulties.flatMap(({ rulingUnitId, rulingDueOn, ...difficulty }) => {
    const ruling = rulingUnitId === null || rulingDueOn === null ? null : { unitId: rulingUnitId, dueOn: rulingDueOn }
    const answerer = answererOf({ ...difficulty, ruling })
    const clock = clockOf({ ...difficulty, ruling }, days)
    return answerer?.post === 'unitHead' && clock ? [askOf(answerer.unitId, 'answer', clock.lastOn)] : []
  })

type Sheet = { period: Planned; rows: Ask[] }

/** The sheets of windows: a handful at most lie in the weeks ahead. */
async function sheetsOf({ db, actor }: Reading, frame: Frame, periods: readonly Planned[]): Promise<Sheet[]> {
  const { changedShare } = basisOf(frame)
  return Promise.all(
    periods.map(async (period) => {
      const facts = await findRowFacts(db, actor, period)
      return { period, rows: facts.map((one) => expectRows(one, period.closesOn, changedShare)) }
    }),
  )
}

function periodView({ period, rows }: Sheet, frame: Frame, around: Around, windows: readonly Planned[]): PeriodBurden {
  const { planId, year, every, number, opensOn, closesOn } = period
  const others = windows.filter((other) => other.planId !== planId || other.number !== number)
  const unitIds = rows.map(({ unitId }) => unitId)
  const clashes = clashesOf(period, { ...around, windows: others, unitIds, calendar: frame.calendar })
  return {
    planId,
    year,
    every,
    number,
    opensOn,
    closesOn,
    unitCount: rows.length,
    load: loadOf(rows),
    clashes: clashes.map(({ unitIds: hard, ...clash }) => ({
      ...clash,
      units: frame.units.filter(({ id }) => hard.includes(id)),
    })),
    basis: basisOf(frame),
  }
}

function daysOf({ from, to }: { from: Day; to: Day }, calendar: WorkingCalendar, around: Around, asks: readonly Ask[]) {
  const names = new Map(around.daysOff.map(({ on, name }) => [on, name]))
  const count = (days: readonly { on: Day }[], on: Day) => days.filter((one) => one.on === on).length
  const days = []
  for (let on = from; on <= to; on = addDays(on, 1))
    days.push({
      on,
      workday: calendar.isWorkday(on),
      name: names.get(on) ?? '',
      askCount: count(asks, on),
      deadlineCount: count(around.deadlines, on),
    })
  return days
}
