import { isNextYearDue, yearOf, yearRange } from '#domain/calendar/calendar.ts'
import { periodFact } from '#domain/messages/kinds.ts'
import { recipientsOf } from '#domain/messages/recipients.ts'
import { loadDayCount } from '../calendar/calendar.queries.ts'
import { isYearKnown } from '../calendar/holidays.ts'
import type { Changing } from '../http/context.ts'
import { loadPosts } from '../messages/recipients.queries.ts'
import { tell } from '../messages/tell.ts'
import { loadUnsignedSheets } from './sheets.queries.ts'

/** Units hear once that a period's window is open, while it is; those without a task in it hear nothing. */
export async function tellOpenedPeriods(changing: Changing): Promise<void> {
  const { tx, actor, today } = changing
  const sheets = await loadUnsignedSheets(tx, actor.organizationId, { opened: today, notClosedBefore: today })
  if (sheets.length === 0) return
  const posts = await loadPosts(
    tx,
    actor.organizationId,
    sheets.map(({ unitId }) => unitId),
  )
  const messages = sheets.map((sheet) => {
    const { periodId, unitId, unit, closesOn } = sheet
    return {
      kind: 'periodOpened' as const,
      to: recipientsOf(['liaison', 'unitHead'], { unitId, leaderId: null, assigneeId: null }, posts),
      subject: { type: 'reportSheet', id: `${periodId}/${unitId}` },
      facts: { unit, closesOn, period: periodFact(sheet) },
      key: `period opened ${periodId}/${unitId}`,
    }
  })
  await tell(changing, ...messages)
}

/** From October on the office hears once that the holidays of the coming year are not there yet. */
export async function tellUnknownHolidays(changing: Changing): Promise<void> {
  const { tx, actor, today } = changing
  const year = yearOf(today) + 1
  if (!isNextYearDue(today) || isYearKnown(year)) return
  if ((await loadDayCount(tx, actor.organizationId, yearRange(year))) > 0) return
  const posts = await loadPosts(tx, actor.organizationId, [])
  const to = recipientsOf(['supervisionOffice'], { unitId: null, leaderId: null, assigneeId: null }, posts)
  const subject = { type: 'calendar', id: String(year) }
  await tell(changing, { kind: 'holidaysUnknown', to, subject, facts: { year }, key: `holidays unknown ${year}` })
}
