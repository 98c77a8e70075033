import {
  addWorkdays,
  dayOf,
  type DayException,
  type WorkingCalendar,
  workingCalendar,
} from '#domain/calendar/calendar.ts'
import type { Db } from '../db/db.ts'
import { digestPassword } from '../auth/password.ts'
import { nationalDays } from '../calendar/holidays.ts'
import { seal } from '../journal/seal.ts'
import { runRound } from '../rounds/rounds.ts'
import { advanceStandings } from '../tasks/standing.ts'
import { urgingRound } from '../urging/round.ts'
import { DISTRICT } from './district.ts'
import { foldScenario } from './fold.ts'
import { workdaysOf } from './days.ts'
import type { DemoScenario, DemoTask } from './demo.types.ts'
import { insertDifficulties } from './difficulties.queries.ts'
import { demoDifficulties } from './difficulties.ts'
import { idOf } from './ids.ts'
import { hasOrganization } from '../setup/setup.queries.ts'
import { analyse, insertDistrict, insertFacts, insertPlan, type SupportRow } from './load.queries.ts'
import { scenario } from './scenario.ts'

const TIME_ZONE = 'Asia/Shanghai'

export type DemoLoading = {
  now: Date
  /** Everybody's password in the demo. */
  password: string
}

/**
 * Loads the demo district 清源区 with its year up to today; does nothing where an organization exists already.
 * All in one transaction: a demo is there whole or not at all. Gives whether it was loaded now.
 */
export async function loadDemo(db: Db, { now, password }: DemoLoading): Promise<boolean> {
  if (await hasOrganization(db)) return false
  const today = dayOf(now, TIME_ZONE)
  const holidays = holidaysAround(today)
  const calendar = workingCalendar(holidays)
  const year = scenario({ today, isWorkday: (on) => calendar.isWorkday(on) })
  const passwordDigest = await digestPassword(password)
  const organizationId = await db.transaction().execute(async (tx) => {
    const into = await insertDistrict(tx, DISTRICT, { now, passwordDigest, holidays })
    const plan = await insertPlan(tx, into, { district: DISTRICT, year, now })
    const folded = foldScenario(year)
    await insertFacts(tx, plan, folded, supportRows(year))
    const days = workdaysOf(year.year, (on) => calendar.isWorkday(on))
    const isUnderWay = ({ key }: DemoTask) => folded.tasks.latest(key)?.state === 'inProgress'
    await insertDifficulties(tx, plan, demoDifficulties({ today, days, tasks: year.tasks, isUnderWay }))
    return into.organizationId
  })
  await analyse(db)
  await advanceStandings(db, organizationId, today)
  await urgeAsOf(db, calendar.isWorkday(today) ? now : lastMorning(calendar, today))
  await seal(db, organizationId)
  return true
}

/** The demo begins with what its rules of urging sent on the last working day, as a server that ran would have. */
const urgeAsOf = (db: Db, at: Date): Promise<void> =>
  runRound({ db, clock: () => at, afterChange: () => undefined }, urgingRound)

const lastMorning = (calendar: WorkingCalendar, today: string): Date =>
  new Date(`${addWorkdays(calendar, today, -1)}T08:30:00+08:00`)

/** Supporting units take part from the day the task was written down. */
const supportRows = ({ tasks, facts }: DemoScenario): SupportRow[] => {
  const draftedAt = new Map(
    facts.flatMap((fact) => (fact.type === 'taskDrafted' ? [[fact.task, new Date(fact.at)]] : [])),
  )
  return tasks.flatMap(({ key, supports }) =>
    supports.map(({ unit, deliverable, dueOn }) => ({
      taskId: idOf('task', key),
      unitId: idOf('unit', unit),
      deliverable,
      dueOn,
      since: draftedAt.get(key) ?? new Date(0),
    })),
  )
}

const holidaysAround = (today: string): DayException[] => {
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1].flatMap((one) => nationalDays(one))
}
