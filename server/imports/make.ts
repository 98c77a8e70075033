import type { Span } from '#domain/imports/source.ts'
import { draftSpan } from '#domain/imports/draftSpan.ts'
import { prepareReview } from '#domain/imports/prepare.ts'
import { canReview } from '#domain/imports/review.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { upTo, wholeRange } from '#domain/wholeSigns.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { answerWith, type DecisionAnswer } from './decision-answer.ts'
import { addDecision, addDrafts, findGap, saveBefore } from './drafts.queries.ts'
import { findReading, getImportCounts } from './imports.queries.ts'
import { findKnown } from './known.ts'
import { lockReview } from './review-lock.ts'

/**
 * Makes rows of words of the source that the reader left, read by its rules, with doubts; they stand where the words
 * stand. Refuses nothing_to_make, too_many_drafts, import_wrong_state.
 */
export async function makeRows(changing: Changing, importId: string, pointedAt: Span): Promise<DecisionAnswer> {
  const { tx, actor, now } = changing
  const found = await lockReview(changing, importId, 'alone', 'decide')
  const { text, head } = await findReading(tx, actor, importId)
  const span = wholeRange(text, pointedAt)
  const drafts = draftSpan(text, span, head, { planYear: found.planYear })
  if (drafts.length === 0) throw new Refusal('nothing_to_make')
  ensure(canReview((await getImportCounts(tx, actor, importId)).found + drafts.length))
  const known = await findKnown(tx, actor, { id: found.planId, year: found.planYear }, importId)
  const { before, after, sectionPath } = await findGap(tx, actor, importId, drafts[0]?.source.start ?? span.start)
  const step = ((after ?? before + 1) - before) / (drafts.length + 1)
  const seq = await addDecision(tx, actor, importId, { kind: 'make', at: now })
  const rows = drafts.map((draft, at) => {
    const placed = { ...draft, sectionPath }
    const review = prepareReview(placed, known)
    const position = before + step * (at + 1)
    return { position, draft: placed, review, state: 'pending' as const, taskId: null, same: false }
  })
  const ids = await addDrafts(tx, actor, importId, rows, { decisionSeq: seq, at: now })
  await saveBefore(
    tx,
    actor,
    importId,
    seq,
    ids.map((id) => ({ id, added: true as const })),
  )
  await record(changing, {
    action: 'draft.made',
    subjectType: 'import',
    subjectId: importId,
    after: { words: upTo(text.slice(span.start, span.end).trim(), 200), rows: ids.length },
  })
  const facts = { office: known.office, tasks: new Map<string, never>() }
  return answerWith(changing, importId, facts, { ids, refused: [], moved: true })
}
