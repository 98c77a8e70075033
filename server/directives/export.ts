import { directiveNumber } from '#domain/directives/directive.ts'
import type { DirectiveFilter, DirectiveView } from '#domain/directives/directives.contract.ts'
import { labelFor, wordFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import type { Language } from '#domain/refusal.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { WriteSheets } from '../exports/sheetWriter.ts'
import type { Sheet } from '../exports/xlsx.ts'
import type { FileAnswer, Reading } from '../http/context.ts'
import { findDirectives } from './list.queries.ts'
import { viewDirective } from './view.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More than any district writes in many years. */
const MOST = 20_000

type Words = Record<Language, string>
type Column = {
  heading: Words
  width: number
  kind: 'text' | 'day' | 'number'
  cell: (one: DirectiveView, language: Language) => string | number | null
}

const COLUMNS: readonly Column[] = [
  {
    heading: { zh: '编号', en: 'Number' },
    width: 20,
    kind: 'text',
    cell: (one, language) => directiveNumber(one, language),
  },
  { heading: { zh: '批示人', en: 'Written by' }, width: 12, kind: 'text', cell: ({ writtenBy }) => writtenBy.name },
  { heading: { zh: '批示日期', en: 'Written on' }, width: 13, kind: 'day', cell: ({ writtenOn }) => writtenOn },
  { heading: { zh: '批示内容', en: 'Text' }, width: 60, kind: 'text', cell: ({ text }) => text },
  {
    heading: { zh: '紧急程度', en: 'Urgency' },
    width: 12,
    kind: 'text',
    cell: ({ urgency }, language) => labelFor(`urgency.${urgency}`, language),
  },
  {
    heading: { zh: '牵头单位', en: 'Lead units' },
    width: 20,
    kind: 'text',
    cell: ({ leadUnits }, language) =>
      listed(
        language,
        leadUnits.map(({ name }) => name),
      ),
  },
  { heading: { zh: '报告时限', en: 'Answer by' }, width: 13, kind: 'day', cell: ({ currentDueOn }) => currentDueOn },
  {
    heading: { zh: '剩余工作日', en: 'Working days left' },
    width: 12,
    kind: 'number',
    cell: ({ workdaysLeft }) => workdaysLeft,
  },
  {
    heading: { zh: '状态', en: 'State' },
    width: 14,
    kind: 'text',
    cell: ({ state }, language) => labelFor(`directive.${state}`, language),
  },
  { heading: { zh: '办结日期', en: 'Closed on' }, width: 13, kind: 'day', cell: ({ closedOn }) => closedOn },
]

/** The list as it is filtered, as a workbook. */
export async function exportList(
  asking: Reading & { query: DirectiveFilter & { language: Language } },
  writeSheets: WriteSheets,
): Promise<FileAnswer> {
  const { db, actor, today, query } = asking
  const { language, ...filter } = query
  const [{ items }, calendar] = await Promise.all([
    findDirectives(db, actor, { ...filter, today, limit: MOST }),
    loadCalendar(db, actor.organizationId, null),
  ])
  const title = `${wordFor('directive', language)} ${today}`
  const sheet: Sheet = {
    name: wordFor('directive', language),
    title,
    columns: COLUMNS.map(({ heading, width, kind }) => ({ heading: heading[language], width, kind })),
    rows: items.map((one) => {
      const shown = viewDirective(one, asking, calendar)
      return COLUMNS.map(({ cell }) => cell(shown, language))
    }),
  }
  return { name: `${title}.xlsx`, mediaType: XLSX, bytes: await writeSheets(sheet) }
}
