import { z } from 'zod'
import { yearOf } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import { LIGHTS } from '#domain/lights/light.ts'
import { sentenceOfAll } from '#domain/lights/sentence.ts'
import { listed } from '#domain/listed.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { rate } from '#domain/rates/rates.ts'
import type { Language } from '#domain/refusal.ts'
import { LEDGER_COLUMNS, type LedgerColumnKey, workbookColumns } from '#domain/tasks/ledger.columns.ts'
import type { LedgerFilter, LedgerRow, LedgerSort } from '#domain/tasks/ledger.contract.ts'
import type { Sheet, SheetCell } from '../exports/xlsx.ts'
import type { CountedGroup, LedgerPage } from './ledger.queries.ts'
import type { KeyedRow } from './ledgerRows.ts'

type Query = { sort: LedgerSort; direction: 'asc' | 'desc'; after?: string | undefined; limit: number }

/** A query's page: its filter, order and where it starts. A cursor that is not one of ours starts from the beginning. */
export function pageOf(query: LedgerFilter & Query, today: string): LedgerPage {
  const { sort, direction, after, limit, ...filter } = query
  const cursor = CURSORS[sort].safeParse(after === undefined ? null : readCursor(after, 2))
  return {
    asked: { filter, year: yearOf(today) },
    sort,
    direction,
    after: cursor.success ? cursor.data : null,
    limit,
  }
}

const text = z.string().max(100)
const CURSORS = {
  code: z.tuple([text, z.uuid()]),
  due: z.tuple([z.iso.date(), text]),
  light: z.tuple([z.int(), text]),
  unit: z.tuple([z.int(), text]),
  pillar: z.tuple([z.int(), text]),
} satisfies Record<LedgerSort, z.ZodType>

/** A page's answer: its rows, and the cursor of the next page where there is one more row. */
export function answerPage(rows: readonly KeyedRow[], limit: number): { items: LedgerRow[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown[shown.length - 1]
  return { items: [...shown], next: rows.length > limit && last ? writeCursor(last.keys) : null }
}

/** A counted group with its rates, each with numerator and denominator. */
export const totalsOf = (group: Omit<CountedGroup, 'key' | 'name'>) => ({
  taskCount: group.taskCount,
  lightCounts: group.lightCounts,
  closedOutCount: group.closedOutCount,
  trajectoryAttainment: rate(group.onPlanCount, group.activeCount),
  taskCompletionRate: rate(group.closedOutCount, group.countedCount),
})

/** All groups together. */
export function sumOf(groups: readonly CountedGroup[]): Omit<CountedGroup, 'key' | 'name'> {
  const sum = {
    taskCount: 0,
    lightCounts: { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 },
    countedCount: 0,
    closedOutCount: 0,
    activeCount: 0,
    onPlanCount: 0,
  }
  for (const group of groups) {
    for (const key of ['taskCount', 'countedCount', 'closedOutCount', 'activeCount', 'onPlanCount'] as const)
      sum[key] += group[key]
    for (const light of LIGHTS) sum.lightCounts[light] += group.lightCounts[light]
  }
  return sum
}

type Told = { language: Language; planYear: number; today: string }

const CELLS: Record<LedgerColumnKey, (row: LedgerRow, told: Told) => SheetCell> = {
  light: ({ light }, { language }) => wordFor(light, language),
  code: ({ code }) => code,
  pillar: ({ pillar }) => pillar.name,
  title: ({ title }) => title,
  leadUnit: ({ leadUnit }) => leadUnit?.name ?? null,
  supportUnits: ({ supportUnits }, { language }) =>
    listed(
      language,
      supportUnits.map(({ name }) => name),
    ),
  leader: ({ leader }) => leader?.name ?? null,
  assignee: ({ assignee }) => assignee?.name ?? null,
  originalDueOn: ({ originalDueOn }) => originalDueOn,
  currentDueOn: ({ currentDueOn }) => currentDueOn,
  actualShare: ({ actualShare }) => actualShare,
  plannedShare: ({ plannedShare }) => plannedShare,
  state: ({ state }, { language }) => wordFor(state, language),
  kind: ({ kind }, { language }) => wordFor(kind, language),
  weight: ({ weight }) => weight,
  source: ({ sourceType, sourceTitle }, { language }) => sourceTitle || wordFor(sourceType, language),
  evidence: ({ evidence }) => evidence,
  why: ({ why }, told) => sentenceOfAll(why, 2, told),
}

/** The ledger as a workbook's table: the chosen columns in their order, after what tasks are known by. */
export function sheetOf(rows: readonly LedgerRow[], chosen: readonly LedgerColumnKey[] | undefined, told: Told): Sheet {
  const keys = workbookColumns(chosen)
  const columns = keys.flatMap((key) => LEDGER_COLUMNS.filter((column) => column.key === key))
  const { language } = told
  const ledger = wordFor('ledger', language)
  return {
    name: ledger,
    title:
      language === 'zh'
        ? `${told.planYear} 年度${ledger}（截至 ${told.today}）`
        : `Ledger ${told.planYear}, as of ${told.today}`,
    columns: columns.map((column) => ({ heading: column[language], width: column.width, kind: column.kind })),
    rows: rows.map((row) => keys.map((key) => CELLS[key](row, told))),
  }
}
