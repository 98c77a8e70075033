import { type Day, yearOf } from '#domain/calendar/calendar.ts'
import { periodsOf, STANDARD_PERIOD_RULE } from '#domain/reports/period.ts'
import { type Workdays, workdaysOf } from './days.ts'
import type { DemoFact, DemoScenario } from './demo.types.ts'
import { taskFacts } from './facts.ts'
import { SUPERVISION_OFFICE } from './leaders.ts'
import { type CalmZone, liveTask, type TaskLife } from './life.ts'
import { paintPicture, type Picture } from './picture.ts'
import { reportFacts } from './sheets.ts'
import { planYear } from './tasks.ts'
import { takeTurns } from './turns.ts'

/** The office's day, and which days are worked (any day around its year may be asked). */
export type ScenarioInput = { today: Day; isWorkday: (on: Day) => boolean }

const OFFICE = SUPERVISION_OFFICE.map(([, , , userName]) => userName)

/** What the picture leaves open is taken out of a task's course. */
function leaveOpen(life: TaskLife, picture: Picture, { today, days }: { today: Day; days: Workdays }): TaskLife {
  const { key } = life.plan.task
  const [before, after] = [days.shift(today, -1), days.shift(today, 1)]
  if (picture.drafted.has(key))
    return withoutCourse(life, { draftedOn: before, registeredOn: after, assignedOn: after, acknowledgedOn: null })
  if (picture.unassigned.has(key))
    return withoutCourse(life, { ...life.begin, registeredOn: before, assignedOn: after, acknowledgedOn: null })
  if (picture.sentBack.has(key)) return withSentBack(life, today)
  if (picture.unacknowledged.has(key)) {
    return withoutCourse(life, { ...life.begin, acknowledgedOn: null })
  }
  if (picture.held.has(key) && life.completion !== null)
    return { ...life, completion: { ...life.completion, acceptedOn: null, signedOffOn: null, closedOutOn: null } }
  return life
}

/** A task that began so, and on which nobody has worked yet. */
const withoutCourse = (life: TaskLife, begin: TaskLife['begin']): TaskLife => ({
  ...life,
  begin,
  claims: life.claims.map(() => null),
  supportedOn: life.supportedOn.map(() => null),
  confirmedOn: life.confirmedOn.map(() => null),
  completion: null,
})

/** A task whose latest decided delivery was returned, so that it is not done before that comes again. */
function withSentBack(life: TaskLife, today: Day): TaskLife {
  const past = life.confirmedOn.map((on) => (on !== null && on < today ? on : ''))
  const index = past.indexOf([...past].sort().at(-1) ?? '')
  return { ...life, sentBack: index, completion: null }
}

const byInstant = (a: DemoFact, b: DemoFact): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

/**
 * The year of the demo district up to a day: its tasks so far and all that happened to them, in order, the last facts
 * on the day before. Pure, and the same for the same day and working days. The day's picture is chosen so that the
 * rules of PRODUCT.md, Lights, make few tasks red, some yellow and the rest in order.
 */
export function scenario({ today, isWorkday }: ScenarioInput): DemoScenario {
  const year = yearOf(today)
  const days = workdaysOf(year, isWorkday)
  const periods = periodsOf(year, STANDARD_PERIOD_RULE, days.calendar)
  const calm: CalmZone = { from: days.shift(today, -18), to: days.shift(today, 13) }
  const usual = planYear(year).map((plan) => liveTask(plan, year, null, calm, days))
  const picture = paintPicture({ lives: usual, today, periods, days })
  const painted = usual.map((life) => {
    const order = picture.orders.get(life.plan.task.key)
    return leaveOpen(order ? liveTask(life.plan, year, order, calm, days) : life, picture, { today, days })
  })
  const lives = takeTurns({ lives: painted, today, days, picture })
  const facts = [
    ...lives.flatMap((life) => taskFacts(life, OFFICE, days)),
    ...reportFacts({ lives, today, periods, days, picture, office: OFFICE }),
  ]
  return {
    today,
    year,
    periods,
    tasks: lives.filter(({ begin }) => begin.draftedOn < today).map(({ plan }) => plan.task),
    facts: facts.filter(({ at }) => at < today).sort(byInstant),
  }
}
