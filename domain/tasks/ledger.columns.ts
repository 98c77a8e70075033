import type { Language } from '../refusal.ts'

/** A column of the ledger on screen, on paper and in the workbook; `width` in characters of the workbook. */
export type LedgerColumn = Record<Language, string> & { key: string; width: number; kind: 'text' | 'day' | 'number' }

/**
 * The ledger's columns in their usual order. A workbook exported with these headings can be dropped again: the code
 * says which task a row updates, and the reader of documents finds the other columns by the same words.
 */
export const LEDGER_COLUMNS = [
  { key: 'light', zh: '灯', en: 'Light', width: 8, kind: 'text' },
  { key: 'code', zh: '编号', en: 'Code', width: 12, kind: 'text' },
  { key: 'pillar', zh: '板块', en: 'Pillar', width: 12, kind: 'text' },
  { key: 'title', zh: '任务', en: 'Task', width: 48, kind: 'text' },
  { key: 'leadUnit', zh: '牵头单位', en: 'Lead unit', width: 14, kind: 'text' },
  { key: 'supportUnits', zh: '配合单位', en: 'Supporting units', width: 22, kind: 'text' },
  { key: 'leader', zh: '分管领导', en: 'Leader in charge', width: 10, kind: 'text' },
  { key: 'assignee', zh: '承办人', en: 'Assignee', width: 10, kind: 'text' },
  { key: 'originalDueOn', zh: '原定日期', en: 'Original date', width: 12, kind: 'day' },
  { key: 'currentDueOn', zh: '现定日期', en: 'Current date', width: 12, kind: 'day' },
  { key: 'actualShare', zh: '实际进度', en: 'Actual share', width: 10, kind: 'number' },
  { key: 'plannedShare', zh: '计划进度', en: 'Planned share', width: 10, kind: 'number' },
  { key: 'state', zh: '状态', en: 'State', width: 10, kind: 'text' },
  { key: 'kind', zh: '种类', en: 'Kind', width: 8, kind: 'text' },
  { key: 'weight', zh: '权重', en: 'Weight', width: 8, kind: 'number' },
  { key: 'source', zh: '任务来源', en: 'Source', width: 18, kind: 'text' },
  { key: 'evidence', zh: '佐证材料', en: 'Evidence', width: 18, kind: 'text' },
  { key: 'why', zh: '为什么', en: 'Why', width: 48, kind: 'text' },
] as const satisfies readonly LedgerColumn[]

export type LedgerColumnKey = (typeof LEDGER_COLUMNS)[number]['key']
/** The columns of the ledger by their keys, in its order. */
export const LEDGER_COLUMN_KEYS = LEDGER_COLUMNS.map(({ key }) => key) as [LedgerColumnKey, ...LedgerColumnKey[]]

/** What a task is known by: in every workbook, so that one that is dropped again is understood whatever was chosen. */
const KNOWN_BY: readonly LedgerColumnKey[] = ['code', 'pillar', 'title', 'leadUnit', 'originalDueOn']

/** The columns of a workbook: the chosen ones in their order after those that a task is known by; all where none is. */
export function workbookColumns(chosen: readonly LedgerColumnKey[] = []): LedgerColumnKey[] {
  if (chosen.length === 0) return LEDGER_COLUMN_KEYS
  return [...KNOWN_BY.filter((key) => !chosen.includes(key)), ...new Set(chosen)]
}
