import type { Day } from '#domain/calendar/calendar.ts'
import type { Period } from '#domain/reports/period.ts'
import type { DemoFact, DemoReportRow } from './demo.types.ts'
import { instantOn, type Workdays } from './days.ts'
import { DISTRICT, STAFF } from './district.ts'
import { isWithUnit, provedShare, type TaskLife } from './life.ts'
import { type Picture, plannedShare } from './picture.ts'
import { type Dice, diceFor } from './random.ts'
import { correctRow, returnWords, writeRow } from './reports.words.ts'

type Scene = { lives: TaskLife[]; today: Day; periods: Period[]; days: Workdays; picture: Picture; office: string[] }

type Written = { savedOn: Day; share: number }

/** How many points a row is behind plan; the closer to today, the more the picture shows through. */
function lagOf(life: TaskLife, periodsLeft: number, picture: Picture, dice: Dice): number {
  const { key } = life.plan.task
  const isStuck = picture.orders.get(key)?.kind === 'stuck'
  if (isStuck) return periodsLeft <= 0 ? dice.whole(8, 19) : periodsLeft === 1 ? dice.whole(0, 5) : -dice.whole(0, 3)
  if (picture.behind.has(key)) return periodsLeft <= 0 ? dice.whole(7, 15) : -dice.whole(0, 2)
  if (periodsLeft > 0 && dice.chance(0.07)) return dice.whole(6, 11)
  return -dice.whole(0, 4)
}

/** The share a unit reports: about as planned, never less than proved or than last time. */
function shareOf(life: TaskLife, on: Day, savedOn: Day, lag: number, previous: number): number {
  const proved = provedShare(life, savedOn)
  if (proved >= 100) return 100
  const planned = Math.round(plannedShare(life, on))
  return Math.min(98, Math.max(Math.min(planned - lag, 98), Math.round(proved), previous))
}

type Sheet = {
  unit: string
  period: Period
  savedOn: Day
  signedOn: Day
  rows: { life: TaskLife; row: DemoReportRow }[]
}

function fillSheet(unit: string, period: Period, scene: Scene, written: Map<string, Written>): Sheet | null {
  const dice = diceFor(`${period.year} sheet ${period.number} ${unit}`)
  const windowDays = scene.days.between(period.opensOn, period.closesOn)
  const savedOn = scene.days.shift(period.opensOn, dice.whole(0, Math.max(0, windowDays - 1)))
  const signedOn = scene.days.shift(savedOn, dice.whole(0, 1))
  if (savedOn >= scene.today || scene.picture.silent.has(`${period.number} ${unit}`)) return null
  const measuredOn = signedOn < period.endsOn ? signedOn : period.endsOn
  const periodsLeft = scene.periods.filter(
    ({ number, closesOn }) => number > period.number && closesOn < scene.today,
  ).length
  const rows = scene.lives
    .filter(
      (life) => life.plan.task.leadUnit === unit && isWithUnit(life, savedOn) && life.begin.assignedOn <= period.endsOn,
    )
    .map((life) => {
      const { key } = life.plan.task
      const rowDice = diceFor(`${period.year} row ${period.number} ${key}`)
      const previous = written.get(key)
      const lag = lagOf(life, periodsLeft, scene.picture, rowDice)
      const share = shareOf(life, measuredOn, savedOn, lag, previous?.share ?? 0)
      const isStuck = periodsLeft === 0 && scene.picture.orders.get(key)?.kind === 'stuck'
      const previousSavedOn = previous?.savedOn ?? null
      written.set(key, { savedOn, share })
      return { life, row: writeRow({ life, period, savedOn, previousSavedOn, share, lag, isStuck, dice: rowDice }) }
    })
  return rows.length === 0 ? null : { unit, period, savedOn, signedOn, rows }
}

/** The office's answers, row by row: most accepted within days, a few returned and mended. */
function answerFacts({ unit, period, signedOn, rows }: Sheet, { days, office }: Scene, dice: Dice): DemoFact[] {
  const number = period.number
  const staff = STAFF.get(unit)
  const answeredOn = days.shift(signedOn, dice.whole(1, 3))
  const answeredAt = instantOn(answeredOn, 'afternoon', dice)
  const by = dice.pick(office)
  const mended: { life: TaskLife; row: DemoReportRow }[] = []
  const facts = rows.map(({ life, row }): DemoFact => {
    if (!dice.chance(0.03)) return { type: 'rowAccepted', at: answeredAt, by, unit, period: number, task: row.task }
    mended.push({ life, row })
    return { type: 'rowReturned', at: answeredAt, by, unit, period: number, task: row.task, ...returnWords(row, dice) }
  })
  if (mended.length === 0 || !staff) return facts
  const mendedOn = days.shift(answeredOn, dice.whole(1, 4))
  const mendedAt = instantOn(mendedOn, 'morning', dice)
  const acceptedAt = instantOn(days.shift(mendedOn, 1), 'afternoon', dice)
  const corrected = mended.map(({ life, row }): DemoFact => {
    const better = correctRow(row, life.plan, mendedOn)
    return { type: 'rowCorrected', at: mendedAt, by: staff.liaison.key, unit, period: number, row: better }
  })
  const signed: DemoFact = {
    type: 'sheetSigned',
    at: instantOn(mendedOn, 'afternoon', dice),
    by: staff.head.key,
    unit,
    period: number,
  }
  const accepted = mended.map(({ row }): DemoFact => ({
    type: 'rowAccepted',
    at: acceptedAt,
    by,
    unit,
    period: number,
    task: row.task,
  }))
  return [...facts, ...corrected, signed, ...accepted]
}

function sheetFacts(sheet: Sheet, scene: Scene): DemoFact[] {
  const { unit, period, savedOn, signedOn, rows } = sheet
  const staff = STAFF.get(unit)
  if (!staff) return []
  const dice = diceFor(`${period.year} answer ${period.number} ${unit}`)
  const at = instantOn(savedOn, 'morning', dice)
  return [
    { type: 'sheetSaved', at, by: staff.liaison.key, unit, period: period.number, rows: rows.map(({ row }) => row) },
    {
      type: 'sheetSigned',
      at: instantOn(signedOn, 'afternoon', dice),
      by: staff.head.key,
      unit,
      period: period.number,
    },
    ...answerFacts(sheet, scene, dice),
  ]
}

/** All sheets of the year with the office's answers; those after today are cut by the caller. */
export function reportFacts(scene: Scene): DemoFact[] {
  const written = new Map<string, Written>()
  return scene.periods
    .filter(({ opensOn }) => opensOn < scene.today)
    .flatMap((period) =>
      DISTRICT.units.flatMap(({ key }) => {
        const sheet = fillSheet(key, period, scene, written)
        return sheet === null ? [] : sheetFacts(sheet, scene)
      }),
    )
}
