import { proposalsIn, questionOf } from '#domain/imports/proposal.ts'
import type { ModelProposal } from '#domain/imports/proposals.contract.ts'
import { isRestricted } from '#domain/imports/restricted.ts'
import { Refusal } from '#domain/refusal.ts'
import { loadRestrictedCodes } from '../channels/feed.queries.ts'
import type { Changing, Reading as Reads } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { findDrafts } from './drafts.queries.ts'
import { findReading, findStoredImport } from './imports.queries.ts'
import { askModel, type ModelSettings } from './model.ts'
import { findOffice } from './office.queries.ts'

/** What a model proposed, before it is written down that it was asked. */
export type Proposed = { number: number; proposals: ModelProposal[]; untakenCount: number; sent: string }

/** Asks the model about a row; see the contract for what is refused. Nothing is held open meanwhile. */
export async function propose(
  { db, actor }: Reads,
  model: ModelSettings | undefined,
  { importId, draftId }: { importId: string; draftId: string },
): Promise<Proposed> {
  const found = await findStoredImport(db, actor, importId)
  const [row] = found ? await findDrafts(db, actor, importId, [draftId]) : []
  if (!found || !row) throw new Refusal('not_found')
  if (!model) throw new Refusal('model_absent')
  if (found.state !== 'review')
    throw new Refusal('import_wrong_state', { state: `@import.${found.state}`, step: '@import.decide' })
  const { text } = await findReading(db, actor, importId)
  if (isRestricted(text)) throw new Refusal('model_restricted')
  const office = await findOffice(db, actor, { id: found.planId, year: found.planYear })
  const likeTasks = row.review.doubts.flatMap(({ code, choices }) =>
    code === 'similar_task' ? choices.flatMap(({ value }) => value ?? []) : [],
  )
  const restricted = await loadRestrictedCodes(db, actor.organizationId, likeTasks)
  const question = questionOf(row, {
    words: text.slice(row.draft.source.start, row.draft.source.end),
    people: office.people.map(({ name }) => name),
    planYear: found.planYear,
    restricted: new Set(restricted.keys()),
  })
  if (!question) throw new Refusal('model_nothing_to_ask')
  const read = proposalsIn(await askModel(model, question.sent), question)
  if (!read) throw new Refusal('model_failed', { reason: '@model.unreadable' })
  return { number: row.number, ...read, sent: question.sent }
}

/** Writes down that a row's words were sent, not the words. */
export async function recordProposals(changing: Changing, importId: string, proposed: Proposed) {
  const { number, ...answer } = proposed
  await record(changing, {
    action: 'import.modelAsked',
    subjectType: 'import',
    subjectId: importId,
    after: { row: number, signs: answer.sent.length, proposed: answer.proposals.length, untaken: answer.untakenCount },
  })
  return answer
}
