import type { DocumentKind, Draft, MeetingNews } from '#domain/imports/draft.ts'
import type { Review } from '#domain/imports/review.ts'
import type { LineKind, Removal, RepairCounts, SourceNotice } from '#domain/imports/source.ts'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import type { DraftedFile } from './draftFile.ts'

/** What was read besides the drafts, as it is kept. */
export type Reading = {
  head: { title: string | null; issuer: string | null; number: string | null; date: string | null; kind: DocumentKind }
  news: MeetingNews | null
  text: string
  /** Null where nothing was repaired. */
  receivedText: string | null
  /** `[start, end, kind, table, row, column]`, the last three for cells only: a ledger has a hundred thousand. */
  lines: readonly StoredLine[]
  repairs: RepairCounts
  removals: readonly Removal[]
  notices: readonly SourceNotice[]
}
export type StoredLine = readonly [number, number, LineKind] | readonly [number, number, 'cell', number, number, number]

/** What a confirmed row did to its task, and the task's version after it: what undoing goes by. */
export type Effect =
  | { kind: 'created'; version: number }
  | { kind: 'updated'; version: number; changes: TaskChanges; before: TaskChanges }
  | { kind: 'mentioned'; version: number }

export type StoredDraft = {
  id: string
  position: number
  /** Its place in the document, from 1, and the next row's position. */
  number: number
  nextPosition: number | null
  draft: Draft
  review: Review
  state: 'pending' | 'accepted' | 'discarded' | 'merged'
  taskId: string | null
  /** The row said what its task says already when it was read, and nobody wrote into it since. */
  same: boolean
  before: Effect | null
  version: number
  decisionSeq: number | null
  changedByName: string | null
  changedAt: Date | null
}

/** Everything of a reading but its drafts. */
export function readingOf({ source, document }: DraftedFile): Reading {
  const { title, issuer, number, date, kind, news } = document
  const headings = new Set(document.drafts.flatMap(({ sectionPath }) => sectionPath))
  const lines = source.lines.flatMap(({ start, end, kind: sort, table }): StoredLine[] => {
    if (!table) return [[start, end, headings.has(source.text.slice(start, end).trim()) ? 'heading' : sort]]
    return table.spread ? [] : [[start, end, 'cell', table.table, table.row, table.column]]
  })
  return {
    head: { title, issuer, number, date, kind },
    news: news ?? null,
    text: source.text,
    receivedText: source.receivedText === source.text ? null : source.receivedText,
    lines,
    repairs: source.repairs,
    removals: source.removals,
    notices: source.notices,
  }
}

// PostgreSQL keeps neither NUL nor half a surrogate pair in jsonb; one unit stands for one, so that offsets hold.
const UNSTORABLE = /(\\\\)|\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** Any value as JSON that PostgreSQL keeps. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(UNSTORABLE, (found, escaped?: string) => (escaped === undefined ? '\ufffd' : found))

/** Our own JSON back, past the plugin that would rename keys inside it. */
export const readStored = <Value>(json: string): Value => JSON.parse(json) as Value // written by jsonOf
