import { isNextYearDue, yearOf, yearRange } from '#domain/calendar/calendar.ts'
import { listCalendarDays, setCalendarDay } from '#domain/calendar/calendar.contract.ts'
import { forgetStandings, listDays, saveDay } from '../calendar/calendar.queries.ts'
import { isYearKnown } from '../calendar/holidays.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { findPlans } from './plan.queries.ts'
import { writePeriods } from './plan.routes.ts'

/** The working calendar of the office, day by day and year by year. */
export function calendarRoutes(served: Served): void {
  read(served, listCalendarDays, async ({ db, actor, today, query }) => {
    const year = query.year ?? yearOf(today)
    const next = yearOf(today) + 1
    const [items, nextItems] = await Promise.all([
      listDays(db, actor, yearRange(year)),
      listDays(db, actor, yearRange(next)),
    ])
    const isUnknown = isNextYearDue(today) && nextItems.length === 0 && !isYearKnown(next)
    return { year, items, known: items.length > 0 || isYearKnown(year), unknownNextYear: isUnknown ? next : null }
  })

  change(served, setCalendarDay, async (changing) => {
    const { tx, actor, now, params, body } = changing
    const day = { on: params.on, ...body }
    const before = await saveDay(tx, actor.organizationId, day, now)
    await moveWindows(changing, yearOf(day.on))
    await forgetStandings(tx, actor.organizationId)
    const { on: subjectId } = day
    await record(changing, { action: 'calendarDay.set', subjectType: 'calendarDay', subjectId, before, after: body })
    return day
  })
}

// A window of December closes in January: the day's own year and the year before.
async function moveWindows(changing: Changing, year: number): Promise<void> {
  const plans = await findPlans(changing.tx, changing.actor)
  for (const plan of plans) {
    if (plan.state === 'closed' || (plan.year !== year && plan.year !== year - 1)) continue
    await writePeriods(changing, plan.id, plan.year, {
      every: plan.reportEvery,
      opensOnLastWorkday: plan.opensOnLastWorkday,
      closesAfterWorkdays: plan.closesAfterWorkdays,
    })
  }
}
