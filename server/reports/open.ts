import type { SheetSummary } from '#domain/reports/reports.contract.ts'
import type { Reading } from '../http/context.ts'
import { findSummaries } from './desk.queries.ts'
import { findCurrentPlanId, findPeriods, type StoredPeriod } from './periods.queries.ts'
import { officeOf } from './reading.ts'
import { viewSummary } from './view.ts'

/** The sheets the asker may see in which something is still to be done, with the periods they belong to by id. */
export async function findOpenSheets(
  reading: Reading,
): Promise<{ sheets: SheetSummary[]; periods: Map<string, StoredPeriod> }> {
  const { db, actor, today } = reading
  const planId = await findCurrentPlanId(db, actor, today)
  if (planId === null) return { sheets: [], periods: new Map() }
  const [summaries, periods, office] = await Promise.all([
    findSummaries(db, actor, { planId, openedBy: today, only: 'unfinished' }),
    findPeriods(db, actor, planId),
    officeOf(db, reading),
  ])
  return {
    sheets: summaries.map((summary) => viewSummary(summary, office)),
    periods: new Map(periods.map((period) => [period.id, period])),
  }
}
