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
import { silencesRound } from '../tasks/silences.ts'
import { advanceStandings } from '../tasks/standing.ts'
import { urgingRound } from '../urging/round.ts'
import { DISTRICT } from './district.ts'
import { foldScenario } from './fold.ts'
import { workdaysOf } from './days.ts'
import type { DemoTask } from './demo.types.ts'
import { insertDifficulties } from './difficulties.queries.ts'
import { demoDifficulties } from './difficulties.ts'
import { idOf } from './ids.ts'
import { insertRequests } from './requests.queries.ts'
import { demoRequests } from './requests.ts'
import { insertDirectives } from './directives.queries.ts'
import { hasOrganization } from '../setup/setup.queries.ts'
import { analyse, insertDistrict, insertFacts, insertPlan } from './load.queries.ts'
import { insertFeedback } from './feedback.ts'
import { insertHighlights } from './highlights.ts'
import { insertImports } from './imports.ts'
import { insertMeetings } from './meetings.ts'
import { insertSettings } from './settings.ts'
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
    await insertFacts(tx, plan, folded)
    const days = workdaysOf(year.year, (on) => calendar.isWorkday(on))
    const isUnderWay = ({ key }: DemoTask) => folded.tasks.latest(key)?.state === 'inProgress'
    await insertDifficulties(tx, plan, demoDifficulties({ today, days, tasks: year.tasks, isUnderWay }))
    await insertRequests(
      tx,
      plan,
      demoRequests({
        today,
        days,
        tasks: year.tasks,
        isUnderWay: (task) =>
          isUnderWay(task) && folded.tasks.latest(task.key)?.leadUnitId === idOf('unit', task.leadUnit),
        isOpen: (task, { ordinal }) => folded.milestones.latest(`${task.key} ${ordinal}`)?.state === 'pending',
      }),
    )
    await insertDirectives(tx, plan, { today, days, tasks: year.tasks, folded })
    await insertHighlights(tx, plan, { today, days })
    await insertFeedback(tx, plan, { today, days })
    await insertMeetings(tx, plan, { today, days, year: year.year })
    await insertSettings(tx, into, { today, days })
    await insertImports(tx, plan, { today, days, tasks: year.tasks })
    return into.organizationId
  })
  await analyse(db)
  await advanceStandings(db, organizationId, today)
  await urgeAsOf(db, calendar.isWorkday(today) ? now : lastMorning(calendar, today))
  await seal(db, organizationId)
  return true
}

/** The demo begins with what its clocks and rules of urging brought on the last working day, as a server that ran would have. */
async function urgeAsOf(db: Db, at: Date): Promise<void> {
  for (const round of [silencesRound, urgingRound])
    await runRound({ db, clock: () => at, afterChange: () => undefined }, round)
}

const lastMorning = (calendar: WorkingCalendar, today: string): Date =>
  new Date(`${addWorkdays(calendar, today, -1)}T08:30:00+08:00`)

const holidaysAround = (today: string): DayException[] => {
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1].flatMap((one) => nationalDays(one))
}
