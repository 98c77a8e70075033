import { yearOf } from '#domain/calendar/calendar.ts'
import { exportTasks, getTaskTotals, listTasks } from '#domain/tasks/ledger.contract.ts'
import { openSheetWriter } from '../exports/sheetWriter.ts'
import { download, read, readKept, type Served } from '../http/route.ts'
import { answerPage, pageOf, sheetOf, sumOf, totalsOf } from './ledger.ts'
import { countLedger, mineOf } from './ledger.queries.ts'
import { readLedger } from './ledgerRows.ts'
import { ensureStandings } from './standing.ts'
import { sightOf } from './visible.queries.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More rows than a sheet is read with; a district has some thousands. */
const EXPORT_LIMIT = 50_000

/** The ledger: its pages and figures, saved views, and its workbook. */
export function ledgerRoutes(served: Served): void {
  const writeSheets = openSheetWriter(served.app)

  readKept(
    served,
    listTasks,
    ({ actor, query, standingOn, today }) =>
      `${today} ${standingOn} ${sightOf(actor)} ${query.mine ? mineOf(actor) : ''} ${JSON.stringify(query)}`,
    async (asking) => {
      await ensureStandings(asking.db, asking)
      const page = pageOf(asking.query, asking.today)
      return answerPage(await readLedger(asking.db, asking, page), page.limit)
    },
  )

  read(served, getTaskTotals, async (asking) => {
    const { db, actor, query, today } = asking
    await ensureStandings(db, asking)
    const { by, ...filter } = query
    const groups = await countLedger(db, actor, { filter, year: yearOf(today) }, by)
    return {
      total: totalsOf(sumOf(groups)),
      groups: groups.map((group) => ({ key: group.key, name: group.name, ...totalsOf(group) })),
    }
  })

  download(served, exportTasks, async (asking) => {
    const { db, query, today } = asking
    await ensureStandings(db, asking)
    const { columns, language, ...rest } = query
    const rows = await readLedger(db, asking, pageOf({ ...rest, limit: EXPORT_LIMIT }, today))
    const planYear = yearOfCode(rows[0]?.code, today)
    const bytes = await writeSheets(sheetOf(rows, columns, { language, planYear, today }))
    const name = language === 'zh' ? `台账-${today}.xlsx` : `ledger-${today}.xlsx`
    return { name, mediaType: XLSX, bytes }
  })
}

/** A task's code begins with its plan year's last two digits. */
const yearOfCode = (code: string | undefined, today: string): number =>
  code === undefined ? yearOf(today) : 2000 + Number(code.slice(0, 2))
