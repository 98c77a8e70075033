import type { Decided } from '#domain/imports/decide.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import {
  addDecision,
  addDrafts,
  type DecisionKind,
  type DraftBefore,
  type NewDraft,
  saveBefore,
  saveDrafts,
} from './drafts.queries.ts'
import type { StoredDraft } from './stored.ts'

export type Outcome = { row: StoredDraft; decided: Decided }
/** Writes the decision, what it changed, and the rows it added after theirs. Gives the added rows' ids. */
export async function saveOutcomes(
  changing: Changing,
  importId: string,
  kind: Exclude<DecisionKind, 'make'>,
  outcomes: readonly Outcome[],
): Promise<string[]> {
  if (outcomes.length === 0) return []
  const { tx, actor, now } = changing
  const seq = await addDecision(tx, actor, importId, { kind, at: now })
  const added = await addDrafts(tx, actor, importId, outcomes.flatMap(partsOf), { decisionSeq: seq, at: now })
  await saveBefore(tx, actor, importId, seq, [
    ...outcomes.map(({ row, decided }) => beforeOf(row, decided)),
    ...added.map((id) => ({ id, added: true as const })),
  ])
  await saveDrafts(
    tx,
    actor,
    now,
    outcomes.map(({ row, decided }) => ({
      id: row.id,
      state: decided.state,
      taskId: decided.taskId,
      review: decided.review === row.review ? null : decided.review,
      decisionSeq: seq,
    })),
  )
  await record(changing, {
    action: `draft.${ACTIONS[kind]}`,
    subjectType: 'import',
    subjectId: importId,
    after: { rows: outcomes.map(({ row }) => row.number) },
  })
  return added
}

const ACTIONS: Record<Exclude<DecisionKind, 'make'>, string> = {
  edit: 'edited',
  accept: 'accepted',
  discard: 'discarded',
  reopen: 'reopened',
  merge: 'merged',
  split: 'split',
  answer: 'answered',
  nameUnit: 'named',
}

function partsOf({ row, decided }: Outcome): NewDraft[] {
  const next = row.nextPosition ?? row.position + 1
  const step = (next - row.position) / (decided.added.length + 1)
  return decided.added.map((review, index) => ({
    position: row.position + step * (index + 1),
    draft: row.draft,
    review,
    state: 'pending',
    taskId: null,
    same: false,
  }))
}

const beforeOf = (row: StoredDraft, decided: Decided): DraftBefore => ({
  id: row.id,
  state: row.state,
  taskId: row.taskId,
  decisionSeq: row.decisionSeq,
  review: decided.review === row.review ? null : row.review,
})
