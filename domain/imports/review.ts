import { Refusal } from '../refusal.ts'
import { missingForRegistration, type RegistrationNeed } from '../tasks/registration.ts'
import { ALLOWED, firstRefusal, refused, type Verdict } from '../verdict.ts'
import {
  CELL_NAMES,
  type CellChanges,
  type CellName,
  type Cells,
  type DoubtField,
  type ReviewDoubt,
  type ReviewDoubtCode,
} from './cells.ts'
import { leaderByDuties } from '../org/duties.ts'
import type { Office } from './office.ts'
import { upTo } from '../wholeSigns.ts'

/** One review holds so many rows, read page by page: six times a district’s year. More would make everybody wait for one. */
export const MOST_DRAFTS = 10_000

/** Whether one review can hold a file's rows. Refuses too_many_drafts. */
export const canReview = (count: number): Verdict =>
  count <= MOST_DRAFTS ? ALLOWED : refused(new Refusal('too_many_drafts', { count, most: MOST_DRAFTS }))

/** Why a row is left out. Kept, so that the quality of reading can be watched. */
export type LeftFor = ReviewDoubtCode | 'notTask'

/** A drafted row as the office left it. Plain data: it is stored as it stands. */
export type Review = {
  cells: Cells
  /** Filled in by the order of duties or from the row's own words; nobody has written them. */
  proposed: CellName[]
  edited: CellName[]
  /** What still waits for a decision. */
  doubts: ReviewDoubt[]
  /** How many doubts there were at first. */
  doubtCount: number
  /** For a row that changes a task: the cells to take over; null for all that may change. */
  takes: CellName[] | null
  /** For a row that changes a task: the cells it says itself; null for any other. */
  said: CellName[] | null
  /** Why the row was left out, as far as that was said: an answer to this doubt, or that it is no task. */
  leftFor?: LeftFor
  /** What the row was before it was laid over a task. */
  apart: { cells: Cells; proposed: CellName[] } | null
}

/** What a cell is called where it is doubted or explained. */
export const FIELD_OF: Readonly<Record<CellName, DoubtField>> = {
  title: 'text',
  pillarId: 'pillar',
  kind: 'kind',
  leadUnitId: 'lead',
  supports: 'supporting',
  leaderId: 'leaders',
  assigneeId: 'assignee',
  dueOn: 'deadline',
  milestones: 'milestones',
  target: 'target',
  evidence: 'evidence',
  targetAsWorded: 'text',
}

/** The cells a doubt's field is about. */
export const cellsOf = (field: DoubtField): CellName[] => CELL_NAMES.filter((cell) => FIELD_OF[cell] === field)

/** Doubts about whether the row is one task of its own: no cell answers them. */
const ABOUT_THE_ROW: readonly ReviewDoubtCode[] = [
  'similar_task',
  'same_in_document',
  'two_tasks',
  'unknown_code',
  'carried_over',
  'in_other_import',
]

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether writing this cell decides the doubt. A number to reach also answers that there was none. */
const isDecidedBy = (cell: CellName, { field, code }: ReviewDoubt): boolean =>
  (field === FIELD_OF[cell] && !ABOUT_THE_ROW.includes(code)) || (cell === 'target' && code === 'no_measure')

/** What is left of a doubt after cells were written. A name among several leads supports once another leads. */
function afterWriting(doubt: ReviewDoubt, written: readonly CellName[]): ReviewDoubt[] {
  const isOneOfSeveral = doubt.field === 'lead' && doubt.facts['of'] !== undefined
  if (isOneOfSeveral && written.includes('leadUnitId'))
    return [{ ...doubt, field: 'supporting', id: `supporting.${doubt.id}` }]
  return written.some((cell) => isDecidedBy(cell, doubt)) ? [] : [doubt]
}

export const withoutDoubt = (review: Review, doubtId: string): Review => ({
  ...review,
  doubts: review.doubts.filter(({ id }) => id !== doubtId),
})

/**
 * Writes cells. Their doubts are thereby decided; a unit that leads no longer supports; the leader in charge follows
 * the lead unit, and the last step the deadline, as long as nobody wrote them. `decides`: the cells whose doubts are
 * decided, where not all that are written are meant.
 */
export function changeCells(
  review: Review,
  changes: CellChanges,
  office: Pick<Office, 'portfolios'>,
  decides?: readonly CellName[],
): Review {
  const written = CELL_NAMES.filter((cell) => changes[cell] !== undefined)
  const cells = { ...review.cells, ...definedOf(changes) }
  const changed = written.filter((cell) => !same(cells[cell], review.cells[cell]))
  const next: Review = {
    ...review,
    cells: { ...cells, supports: cells.supports.filter(({ unitId }) => unitId !== cells.leadUnitId) },
    proposed: review.proposed.filter((cell) => !written.includes(cell)),
    edited: CELL_NAMES.filter((cell) => review.edited.includes(cell) || changed.includes(cell)),
    doubts: review.doubts.flatMap((doubt) => afterWriting(doubt, decides ?? written)),
  }
  return withLeader(followDeadline(next, review.cells.dueOn, written), office)
}

const definedOf = (changes: CellChanges): Partial<Cells> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))

/** The step that ended on the deadline ends on the new one; a row without any gets the deadline as its one step. */
function followDeadline(review: Review, before: string | null, written: readonly CellName[]): Review {
  const { dueOn, title, milestones } = review.cells
  if (written.includes('milestones') || dueOn === before || dueOn === null) return review
  const name = upTo(title === '' ? '完成' : title, 200)
  const moved =
    milestones.length === 0
      ? [{ title: name, dueOn }]
      : milestones.map((step, index) =>
          step.dueOn === before && index === milestones.length - 1 ? { ...step, dueOn } : step,
        )
  return { ...review, cells: { ...review.cells, milestones: moved } }
}

/**
 * The row with the leader in charge that the order of duties gives now, where nobody wrote one: a portfolio may be set
 * after the document was read. Every showing and registering of a row that becomes a task goes by this.
 */
export function withLeader(review: Review, office: Pick<Office, 'portfolios'>): Review {
  const { cells, proposed, edited, said } = review
  const isOpen = cells.leaderId === null || proposed.includes('leaderId')
  if (!isOpen || said !== null || edited.includes('leaderId')) return review
  const leaderId = leaderByDuties(office.portfolios, cells.leadUnitId, cells.pillarId)
  const others = proposed.filter((cell) => cell !== 'leaderId')
  return {
    ...review,
    cells: { ...cells, leaderId },
    proposed: leaderId === null ? others : [...others, 'leaderId'],
  }
}

/** What is missing before the row can be registered; with any of it, it becomes a draft (PRODUCT.md, Life of a task). */
export const missingOf = ({ cells }: Pick<Review, 'cells'>): RegistrationNeed[] =>
  missingForRegistration({
    result: cells.title,
    sourceKind: 'annualPlan',
    leadUnitId: cells.leadUnitId,
    leaderInChargeId: cells.leaderId,
    originalDueOn: cells.dueOn,
    evidenceKind: cells.evidence === '' ? null : 'other',
    milestones: datedSteps(cells).map(({ title, dueOn }, index, all) => ({
      title,
      originalDueOn: dueOn,
      weight: index === 0 ? 100 - (all.length - 1) : 1,
    })),
  })

/** Steps that name a day; the others wait for one and are not part of a task yet. */
export const datedSteps = ({ milestones }: Pick<Cells, 'milestones'>): { title: string; dueOn: string }[] =>
  milestones.flatMap(({ title, dueOn }) => (dueOn === null ? [] : [{ title, dueOn }]))

/**
 * May the row be accepted? Refuses doubts_open while something waits for a decision, draft_incomplete without a result
 * or a pillar: no task exists without them. `number` is the row's on screen.
 */
export const canAccept = (review: Review, number: number): Verdict =>
  firstRefusal(
    () =>
      review.doubts.length === 0
        ? ALLOWED
        : refused(new Refusal('doubts_open', { count: review.doubts.length, rows: [String(number)] })),
    () => {
      const missing = [review.cells.title === '' && '@result', review.cells.pillarId === null && '@pillar'].filter(
        (need) => need !== false,
      )
      return missing.length === 0 ? ALLOWED : refused(new Refusal('draft_incomplete', { number, missing }))
    },
  )
