import type { CellName } from '#domain/imports/cells.ts'
import { type ComparedTask, differencesOf, isTaken } from '#domain/imports/difference.ts'
import type { Difference, DraftView, ImportCounts, NamedTask } from '#domain/imports/drafts.contract.ts'
import type { ImportItem, ImportReport, ImportView } from '#domain/imports/imports.contract.ts'
import type { ShownLine } from '#domain/imports/blocks.ts'
import type { Office } from '#domain/imports/office.ts'
import { missingOf, withLeader } from '#domain/imports/review.ts'
import { type Language, type Refusal, refusalSentence } from '#domain/refusal.ts'
import type { FoundImport } from './imports.queries.ts'
import type { StoredDraft, StoredLine } from './stored.ts'

/** What showing a row needs besides it. */
export type Shown = {
  office: Office
  language: Language
  /** Tasks the rows name, as they are now. */
  tasks: ReadonlyMap<string, ComparedTask>
  isConfirmed: boolean
}

/** A row as the review page shows it. */
export function viewDraft(row: StoredDraft, shown: Shown): DraftView {
  const { draft, before } = row
  const review = shown.isConfirmed ? row.review : withLeader(row.review, shown.office)
  const task = row.taskId === null ? undefined : shown.tasks.get(row.taskId)
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    cells: review.cells,
    proposed: review.proposed,
    edited: review.edited,
    doubts: row.state === 'discarded' ? [] : review.doubts,
    missing: task ? [] : missingOf(review),
    text: draft.text,
    deadlineText: draft.deadlineText,
    ongoing: draft.ongoing,
    sectionPath: [...draft.sectionPath],
    source: draft.source,
    read: { ...draft.read },
    progressText: draft.progressText,
    task: task ? namedOf(task) : null,
    effect: before?.kind ?? null,
    differences: shown.isConfirmed ? doneDifferences(before, shown.office) : openDifferences(row, task, shown),
    changedBy: row.changedByName,
    changedAt: row.changedAt?.toISOString() ?? null,
  }
}

const namedOf = ({ id, code, title, state }: ComparedTask): NamedTask => ({ id, code, title, state })

function openDifferences({ review }: StoredDraft, task: ComparedTask | undefined, shown: Shown): Difference[] {
  if (!task || review.said === null) return []
  return differencesOf(review, task).map((difference) => ({
    cell: difference.cell,
    before: inWords(difference.cell, difference.before, shown.office),
    after: inWords(difference.cell, difference.after, shown.office),
    taken: isTaken(review, difference),
    refusal: difference.refusal && sayRefusal(difference.refusal, shown.language),
  }))
}

function doneDifferences(effect: StoredDraft['before'], office: Office): Difference[] {
  if (effect?.kind !== 'updated') return []
  const { changes, before } = effect
  return (Object.keys(changes) as CellName[]).map((cell) => ({
    cell,
    before: inWords(cell, before[cell], office),
    after: inWords(cell, changes[cell], office),
    taken: true,
    refusal: null,
  }))
}

export const sayRefusal = ({ code, facts }: Refusal, language: Language) => ({
  code,
  message: refusalSentence(code, facts, language),
})

const isUnitId = (cell: CellName) => cell === 'leadUnitId'

/** A cell's value as a sentence would say it: names for ids, dates as ISO; empty for nothing. */
function inWords(cell: CellName, value: unknown, office: Office): string {
  if (value === null || value === undefined) return ''
  if (isUnitId(cell)) return unitName(value, office)
  if (cell === 'leaderId' || cell === 'assigneeId') return office.people.find(({ id }) => id === value)?.name ?? ''
  if (cell === 'pillarId') return office.pillars.find(({ id }) => id === value)?.name ?? ''
  if (cell === 'supports' && Array.isArray(value))
    return value.map((support: { unitId: string }) => unitName(support.unitId, office)).join('、')
  if (typeof value === 'object' && 'value' in value && 'measure' in value)
    return `${String(value.value)}${String(value.measure)}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const unitName = (id: unknown, { units }: Office): string => units.find((unit) => unit.id === id)?.shortName ?? ''

type Listed = Pick<
  FoundImport,
  | 'id'
  | 'name'
  | 'kind'
  | 'state'
  | 'planYear'
  | 'createdAt'
  | 'createdBy'
  | 'createdByName'
  | 'confirmedAt'
  | 'undoneAt'
>

/** An import as the list shows it. */
export const viewItem = (row: Listed, title: string | null, counts: ImportCounts): ImportItem => ({
  id: row.id,
  name: row.name,
  title,
  kind: row.kind,
  state: row.state,
  planYear: row.planYear,
  createdAt: row.createdAt.toISOString(),
  createdBy: { id: row.createdBy, name: row.createdByName },
  confirmedAt: row.confirmedAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
  counts,
})

/** An import as its page's head shows it. */
export function viewImport(
  row: FoundImport,
  counts: ImportCounts & { sameCount: number },
): Omit<ImportView, 'asksModel'> {
  const { head, news, repairs, notices } = row.reading
  const { sameCount, ...others } = counts
  return {
    ...viewItem(row, head.title, others),
    documentId: row.documentId,
    size: row.size,
    plan: { id: row.planId, year: row.planYear },
    head,
    news: news && {
      meetingOn: news.meetingOn,
      participants: [...news.participants],
      pillars: [...news.pillars],
      figures: news.figures.map((figure) => ({ ...figure })),
    },
    repaired: row.repaired,
    repairs: { ...repairs },
    notices: [...notices],
    sameCount,
    report: row.report,
    earlier: row.earlier,
  }
}

/** A stored line as the source shows it. */
export const shownLine = ([start, end, kind, table, row]: StoredLine): ShownLine => ({
  start,
  end,
  kind,
  table: table === undefined || row === undefined ? null : { table, row },
})

function tally(names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const name of names) found[name] = (found[name] ?? 0) + 1
  return found
}

/** What came of the reading, from the rows and what became of the accepted ones. */
export const reportOf = (
  drafts: readonly StoredDraft[],
  made: Pick<ImportReport, 'registered' | 'drafted' | 'updated'>,
): ImportReport => ({
  found: drafts.filter(({ draft }) => draft.byHand !== true).length,
  madeByHand: drafts.filter(({ draft }) => draft.byHand === true).length,
  edited: drafts.filter(({ review }) => review.edited.length > 0).length,
  discarded: drafts.filter(({ state }) => state === 'discarded').length,
  merged: drafts.filter(({ state }) => state === 'merged').length,
  doubtsFound: drafts.reduce((sum, { review }) => sum + review.doubtCount, 0),
  doubtsDecided: drafts.reduce((sum, { review }) => sum + Math.max(0, review.doubtCount - review.doubts.length), 0),
  ...made,
  asRead: drafts.filter(
    ({ draft, state, review }) => draft.byHand !== true && state !== 'discarded' && review.edited.length === 0,
  ).length,
  editedCells: tally(drafts.flatMap(({ review }) => review.edited)),
  leftFor: tally(drafts.flatMap(({ state, review }) => (state === 'discarded' ? [review.leftFor ?? 'notTask'] : []))),
})
