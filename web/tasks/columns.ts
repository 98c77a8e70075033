import type { LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import type { LedgerSort } from '#domain/tasks/ledger.contract.ts'
import type { TaskField } from '#domain/tasks/editing.ts'
import type { Language } from '#domain/refusal.ts'

/** How a column is set: pixels in Chinese and English (none: it takes what is left), its order, what can be edited. */
type ColumnLook = {
  width: Record<Language, number> | null
  number?: true
  /** Stays in view where the table is wider than the window: a row without its name says nothing. */
  stays?: true
  sort?: LedgerSort
  field?: EditableField
}

/** Fields that are changed in their cell; the others have the form. */
export type EditableField = Extract<TaskField, 'assigneeId' | 'leaderId' | 'leadUnitId' | 'evidence' | 'weight'>

export const COLUMN_LOOKS: Record<LedgerColumnKey, ColumnLook> = {
  light: { width: { zh: 76, en: 100 }, sort: 'light' },
  code: { width: { zh: 88, en: 88 }, sort: 'code' },
  pillar: { width: { zh: 84, en: 84 }, sort: 'pillar' },
  title: { width: null, stays: true },
  leadUnit: { width: { zh: 98, en: 104 }, sort: 'unit', field: 'leadUnitId' },
  supportUnits: { width: { zh: 150, en: 150 } },
  leader: { width: { zh: 76, en: 76 }, field: 'leaderId' },
  assignee: { width: { zh: 76, en: 84 }, field: 'assigneeId' },
  originalDueOn: { width: { zh: 62, en: 68 }, number: true },
  currentDueOn: { width: { zh: 62, en: 68 }, number: true, sort: 'due' },
  actualShare: { width: { zh: 152, en: 152 }, number: true },
  plannedShare: { width: { zh: 64, en: 64 }, number: true },
  state: { width: { zh: 76, en: 124 } },
  kind: { width: { zh: 60, en: 80 } },
  weight: { width: { zh: 56, en: 68 }, number: true, field: 'weight' },
  source: { width: { zh: 150, en: 150 } },
  evidence: { width: { zh: 150, en: 150 }, field: 'evidence' },
  why: { width: null },
}

/** What every ledger shows, however its columns are chosen. */
export const FIXED_COLUMNS: readonly LedgerColumnKey[] = ['code', 'title']

const USUAL: readonly LedgerColumnKey[] = [
  'light',
  'code',
  'title',
  'leadUnit',
  'assignee',
  'leader',
  'originalDueOn',
  'currentDueOn',
  'actualShare',
  'why',
]
/** Without the assignee, so that a reason has room for how late it is. */
const NARROW: readonly LedgerColumnKey[] = [
  'light',
  'code',
  'title',
  'leadUnit',
  'originalDueOn',
  'currentDueOn',
  'why',
]

/** The columns shown: those chosen, else the usual ones, fewer where there is little room. */
export function columnsShown(
  chosen: readonly LedgerColumnKey[] | undefined,
  room: 'wide' | 'narrow',
): readonly LedgerColumnKey[] {
  if (!chosen) return room === 'wide' ? USUAL : NARROW
  return [...FIXED_COLUMNS.filter((key) => !chosen.includes(key)), ...new Set(chosen)]
}

const PICK_WIDTH = 34
const LEAST_FREE = 190

/** The class of a column's cells. */
export function cellClass(key: LedgerColumnKey, editing = false): string | undefined {
  const { number, stays } = COLUMN_LOOKS[key]
  return [number && 'number', stays && 'stays', editing && 'editing'].filter(Boolean).join(' ') || undefined
}

/** The least width of the table, in pixels: below it the page scrolls sideways. */
export const tableWidth = (columns: readonly LedgerColumnKey[], language: Language): number =>
  columns.reduce((sum, key) => sum + (COLUMN_LOOKS[key].width?.[language] ?? LEAST_FREE), PICK_WIDTH)
