import { currentPeriod } from '#domain/reports/period.ts'
import {
  getSheet,
  getWaitingReports,
  listPeriods,
  listSheets,
  requestSignature,
  reviewEntries,
  saveReportEntry,
  signSheet,
} from '#domain/reports/reports.contract.ts'
import { saveSheetDelivery } from '#domain/reports/deliveries.contract.ts'
import { waitingFor } from '#domain/reports/waiting.ts'
import { change, read, type Served } from '../http/route.ts'
import { ensureStandings } from '../tasks/standing.ts'
import { saveDeliveryRow } from './deliveries.ts'
import { findStoredDeliveries } from './deliveries.queries.ts'
import { findSummaries, type PeriodScope } from './desk.queries.ts'
import { findOpenSheets } from './open.ts'
import { findCurrentPlanId, findPeriods } from './periods.queries.ts'
import { officeOf, readStoredSheet } from './reading.ts'
import { reviewRows } from './reviewing.ts'
import { saveRow } from './saving.ts'
import { findClosedTasks, findStoredRows } from './sheet.queries.ts'
import { prepareSheet, signRows } from './signing.ts'
import { viewPeriod, viewSheet, viewSummary } from './view.ts'

/** Periodic reports: the periods, the desk, a unit's sheet, and its way from a saved cell to an accepted row. */
export function reportRoutes(served: Served): void {
  read(served, listPeriods, async ({ query, ...asking }) => {
    const { db, actor, today } = asking
    const planId = query.planId ?? (await findCurrentPlanId(db, actor, today))
    const periods = planId === null ? [] : await findPeriods(db, actor, planId)
    const office = await officeOf(db, asking)
    const current = currentPeriod(
      periods.map((period) => ({ ...period, every: period.kind })),
      today,
    )
    const found = periods.find(({ number }) => number === current?.number)
    return { items: periods.map((period) => viewPeriod(period, office)), currentId: found?.id ?? null }
  })

  read(served, listSheets, async ({ query, ...asking }) => {
    const { db, actor, today } = asking
    const planId = query.planId ?? (await findCurrentPlanId(db, actor, today))
    if (planId === null) return { items: [] }
    const scope: PeriodScope = query.periodId ? { periodId: query.periodId } : { planId, openedBy: today }
    const [summaries, office] = await Promise.all([findSummaries(db, actor, scope), officeOf(db, asking)])
    return { items: summaries.map((summary) => viewSummary(summary, office)) }
  })

  read(served, getWaitingReports, async (asking) => {
    const { sheets } = await findOpenSheets(asking)
    return { waiting: waitingFor(asking.actor, sheets) }
  })

  read(served, getSheet, async ({ params, ...asking }) => {
    const { db, actor } = asking
    await ensureStandings(db, asking)
    const [sheet, rows, closed, deliveries, office] = await Promise.all([
      readStoredSheet(db, actor, params),
      findStoredRows(db, actor, params),
      findClosedTasks(db, actor, params),
      findStoredDeliveries(db, actor, params),
      officeOf(db, asking),
    ])
    return viewSheet(sheet, rows, { closed, deliveries }, office)
  })

  change(served, saveReportEntry, ({ params, body, ...changing }) => saveRow(changing, params, body))
  change(served, saveSheetDelivery, ({ params, body, ...changing }) => saveDeliveryRow(changing, params, body))
  change(served, requestSignature, ({ params, ...changing }) => prepareSheet(changing, params))
  change(served, signSheet, ({ params, body, ...changing }) => signRows(changing, params, body))
  change(served, reviewEntries, ({ body, ...changing }) => reviewRows(changing, body))
}
