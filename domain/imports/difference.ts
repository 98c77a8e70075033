import type { Day } from '../calendar/calendar.ts'
import type { Refusal } from '../refusal.ts'
import { canEdit, type TaskInEditing } from '../tasks/editing.ts'
import type { TaskChanges } from '../tasks/tasks.contract.ts'
import type { CellName, Cells, ReviewDoubtCode } from './cells.ts'
import type { Draft } from './draft.ts'
import type { Review } from './review.ts'
import { sameWords } from './similar.ts'
import { upTo } from '../wholeSigns.ts'

/** A task as a ledger's row is held against it. */
export type ComparedTask = TaskInEditing & {
  id: string
  code: string
  title: string
  version: number
  pillarId: string
  kind: Cells['kind']
  leadUnitId: string | null
  leaderId: string | null
  assigneeId: string | null
  /** The date in force; it moves by an extension only, once the unit has the task. */
  dueOn: Day | null
  target: Cells['target']
  evidence: string
  supports: { unitId: string; deliverable: string; dueOn: string | null }[]
}

/** A cell that differs: the task's value, the row's, and why it may not be taken over, if so. */
export type CellDifference = { cell: CellName; before: unknown; after: unknown; refusal: Refusal | null }

/** What can be taken over from a row; steps have claims and dates of their own and are changed on the task's page. */
const COMPARED = [
  'title',
  'pillarId',
  'kind',
  'leadUnitId',
  'supports',
  'leaderId',
  'assigneeId',
  'dueOn',
  'target',
  'evidence',
] as const satisfies readonly CellName[]

/**
 * Lays a row over the task it names: what the row says stands, what it leaves empty stays as the task has it. An
 * empty cell never erases anything. `takes`: what is taken over at first, null for all that may change.
 */
export function overlay(review: Review, draft: Draft, task: ComparedTask, takes: Review['takes']): Review {
  const { cells } = review
  const sameTitle = [draft.text, draft.title].some((words) => sameWords(words) === sameWords(task.title))
  const laid: Cells = {
    title: sameTitle ? task.title : upTo(draft.code === null ? cells.title : draft.text, 500),
    pillarId: draft.pillar === null ? task.pillarId : (cells.pillarId ?? task.pillarId),
    kind: task.kind,
    leadUnitId: cells.leadUnitId ?? task.leadUnitId,
    supports: draft.supporting.length === 0 ? task.supports : mergedSupports(cells.supports, task.supports),
    leaderId: review.proposed.includes('leaderId') ? task.leaderId : (cells.leaderId ?? task.leaderId),
    assigneeId: cells.assigneeId ?? task.assigneeId,
    dueOn: cells.dueOn ?? task.dueOn,
    milestones: [],
    target: task.target,
    evidence: review.proposed.includes('evidence') || cells.evidence === '' ? task.evidence : cells.evidence,
  }
  const doubts = review.doubts.filter(({ code }) => STILL_OPEN.includes(code))
  const apart = { cells, proposed: review.proposed }
  return { ...review, cells: laid, proposed: [], doubts, takes, said: saidBy(review, draft), apart }
}

/** What the reader wonders about a new task is settled for one that exists; an unknown name still is unknown. */
const STILL_OPEN: readonly ReviewDoubtCode[] = [
  'unknown_unit',
  'several_units',
  'several_leads',
  'collective_lead',
  'collective_support',
  'unknown_person',
  'several_people',
  'vague_date',
  'unread_cell',
]

/** Units the row names; what each of them owes stays as the task has it. */
const mergedSupports = (named: Cells['supports'], owed: ComparedTask['supports']): Cells['supports'] =>
  named.map((support) => owed.find(({ unitId }) => unitId === support.unitId) ?? support)

/** The cells the row itself says; the others are the task's own and never written back. */
const saidBy = ({ cells, proposed }: Review, draft: Draft): CellName[] =>
  COMPARED.filter((cell) => {
    if (cell === 'pillarId') return draft.pillar !== null && cells.pillarId !== null
    if (cell === 'kind' || cell === 'target' || proposed.includes(cell)) return false
    return cell === 'supports' ? draft.supporting.length > 0 : cells[cell] !== null && cells[cell] !== ''
  })

const inOrder = (supports: Cells['supports']) =>
  [...supports]
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
    .map(({ unitId, deliverable, dueOn }) => [unitId, deliverable, dueOn])
const canonical = (cell: CellName, value: unknown): string =>
  JSON.stringify(cell === 'supports' ? inOrder(value as Cells['supports']) : value)

type Compared = Pick<Review, 'cells' | 'said' | 'edited'>

/** The cells in which the row differs from its task, in the order of the form. */
export function differencesOf({ cells, said, edited }: Compared, task: ComparedTask): CellDifference[] {
  const spoken = COMPARED.filter((cell) => said?.includes(cell) || edited.includes(cell))
  return spoken
    .filter((cell) => canonical(cell, cells[cell]) !== canonical(cell, task[cell]))
    .map((cell) => {
      const verdict = canEdit(task, cell)
      return { cell, before: task[cell], after: cells[cell], refusal: verdict.allowed ? null : verdict.refusal }
    })
}

/** Whether a difference is taken over: it may be, and nobody left it out. */
export const isTaken = ({ takes }: Pick<Review, 'takes'>, { cell, refusal }: CellDifference): boolean =>
  refusal === null && (takes === null || takes.includes(cell))

/** The change of the task that the taken differences make; null where there is none. */
export function changesOf(review: Compared & Pick<Review, 'takes'>, task: ComparedTask): TaskChanges | null {
  const taken = differencesOf(review, task).filter((difference) => isTaken(review, difference))
  if (taken.length === 0) return null
  return Object.fromEntries(taken.map(({ cell }) => [cell, review.cells[cell]]))
}

/** The task's values for the fields of a change: what undoing it sets back. */
export const beforeOf = (changes: TaskChanges, task: ComparedTask): TaskChanges =>
  Object.fromEntries(COMPARED.filter((cell) => changes[cell] !== undefined).map((cell) => [cell, task[cell]]))
