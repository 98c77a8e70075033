import { Refusal } from '../refusal.ts'
import { ensure } from '../verdict.ts'
import { type Answer, answersTo, areAlike, type Deed, type Part } from './answers.ts'
import type { CellChanges, CellName, DraftState, ReviewDoubt } from './cells.ts'
import { type ComparedTask, overlay } from './difference.ts'
import type { Draft } from './draft.ts'
import type { Decision } from './drafts.contract.ts'
import type { Office } from './office.ts'
import { nameUnit, waitsForName } from './resolve.ts'
import { canAccept, cellsOf, changeCells, type LeftFor, type Review, withoutDoubt } from './review.ts'
import { upTo } from '../wholeSigns.ts'

/** A row as it stands. `number` is the row's on screen, from 1. */
export type Row = { number: number; draft: Draft; state: DraftState; review: Review; taskId: string | null }
/** What becomes of a row, and the rows a split adds after it. */
export type Decided = { state: DraftState; review: Review; taskId: string | null; added: Review[] }
export type DecidingFacts = { office: Office; tasks: ReadonlyMap<string, ComparedTask> }
/** A decision about rows that are there: neither taking one back nor making one. */
export type RowDecision = Exclude<Decision, { kind: 'undo' | 'make' }>

const as = (row: Row, change: Partial<Decided>): Decided => ({
  state: row.state,
  review: row.review,
  taskId: row.taskId,
  added: [],
  ...change,
})

/**
 * Decides one row. Refuses doubts_open and draft_incomplete on accepting, not_found for a task, an answer or a unit
 * that is not there (any more).
 */
export function decideRow(row: Row, decision: RowDecision, facts: DecidingFacts): Decided {
  switch (decision.kind) {
    case 'accept':
      ensure(canAccept(row.review, row.number))
      return as(row, { state: row.state === 'merged' ? 'merged' : 'accepted' })
    case 'discard':
      return leave(row, 'notTask')
    case 'reopen':
      return row.state === 'merged' && row.draft.code === null ? apart(row) : as(row, { state: 'pending' })
    case 'merge':
      return merge(row, decision.taskId, facts)
    case 'split':
      return split(row, decision.into, facts)
    case 'answer':
      return answer(row, decision.doubtId, decision.answer, facts)
    case 'nameUnit':
      return name(row, decision.name, decision.unitId, facts)
  }
}

const leave = (row: Row, leftFor: LeftFor): Decided =>
  as(row, { state: 'discarded', review: { ...row.review, leftFor } })

function apart(row: Row): Decided {
  const { review } = row
  if (!review.apart) return as(row, { state: 'pending', taskId: null })
  const { cells, proposed } = review.apart
  const own = { ...review, cells, proposed, takes: null, said: null, apart: null }
  return as(row, { state: 'pending', taskId: null, review: own })
}

/** The task exists already: the row mentions it, and changes it only where the officer says so. */
function merge(row: Row, taskId: string, { tasks }: DecidingFacts): Decided {
  const task = tasks.get(taskId)
  if (!task) throw new Refusal('not_found')
  const review = overlay(row.review, row.draft, task, [])
  return as(row, { state: 'merged', taskId, review: { ...review, doubts: [] } })
}

/** Doubts that a split answers: whether it is one task, and which of several leads it. */
const ANSWERED_BY_SPLIT = ['two_tasks', 'several_leads', 'collective_lead']

function split(row: Row, into: readonly Part[], { office }: DecidingFacts): Decided {
  const parts = into.map(({ title, leadUnitId }) => {
    const open = row.review.doubts.filter(
      ({ code }) => !ANSWERED_BY_SPLIT.includes(code) && (leadUnitId === undefined || code !== 'no_lead'),
    )
    const changes: CellChanges = { title, ...(leadUnitId !== undefined && { leadUnitId }) }
    const milestones = row.review.cells.milestones.map((step) =>
      step.title === row.review.cells.title ? { ...step, title: upTo(title, 200) } : step,
    )
    const whole = { ...row.review, doubts: open, cells: { ...row.review.cells, milestones } }
    return { ...changeCells(whole, changes, office), doubtCount: 0 }
  })
  const [first, ...added] = parts
  if (!first) throw new Refusal('not_found')
  return as(row, { state: 'pending', review: { ...first, doubtCount: row.review.doubtCount }, added })
}

function answer(row: Row, doubtId: string, answerId: string, facts: DecidingFacts): Decided {
  const doubt = row.review.doubts.find(({ id }) => id === doubtId)
  const chosen = doubt && answersOf(row.review, doubt, facts.office).find(({ id }) => id === answerId)
  if (!chosen) throw new Refusal('not_found')
  return act({ ...row, review: withoutDoubt(row.review, doubtId) }, doubt, chosen.deed, facts)
}

const answersOf = (review: Review, doubt: ReviewDoubt, { planYear }: Office): Answer[] =>
  answersTo(doubt, { cells: review.cells, planYear, today: null })

function act(row: Row, doubt: ReviewDoubt, deed: Deed, facts: DecidingFacts): Decided {
  switch (deed.kind) {
    case 'settle':
      return as(row, {})
    case 'cells': {
      const before = row.review.edited
      // Choosing what the document itself offers is no correction of what was read.
      const review = changeCells(row.review, deed.cells, facts.office, cellsOf(doubt.field))
      return as(row, { review: { ...review, edited: before } })
    }
    case 'split':
      return split(row, deed.into, facts)
    case 'merge':
      return merge(row, deed.taskId, facts)
    case 'discard':
      return leave(row, doubt.code)
    case 'nameUnit':
      // The doubt was taken out above; the name is placed by it.
      return name(
        { ...row, review: { ...row.review, doubts: [...row.review.doubts, doubt] } },
        deed.name,
        deed.unitId,
        facts,
      )
  }
}

function name(row: Row, written: string, unitId: string, { office }: DecidingFacts): Decided {
  const unit = office.units.find(({ id }) => id === unitId)
  if (!unit) throw new Refusal('not_found')
  return as(row, { review: nameUnit(row.review, written, unit, office) })
}

/** An officer writes cells. What was accepted stays so as long as it could be accepted anew. */
export function editRow(row: Row, cells: CellChanges, takes: CellName[] | undefined, office: Office): Decided {
  const changed = changeCells(row.review, cells, office)
  const review = takes === undefined ? changed : { ...changed, takes }
  const holds = row.state !== 'accepted' || canAccept(review, row.number).allowed
  return as(row, { review, state: holds ? row.state : 'pending' })
}

/**
 * For a row other than the first: the decision that answers the doubt like the first one's, or says what its name is;
 * null where the row has nothing like it.
 */
export function likewise(decision: RowDecision, doubt: ReviewDoubt | undefined, review: Review): RowDecision | null {
  if (decision.kind === 'nameUnit') return waitsForName(review, decision.name) ? decision : null
  if (decision.kind !== 'answer' || !doubt) return null
  const twin = review.doubts.find((other) => areAlike(doubt, other))
  return twin ? { ...decision, doubtId: twin.id } : null
}
