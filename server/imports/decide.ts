import { decideRow, type DecidingFacts, likewise, type RowDecision } from '#domain/imports/decide.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { rememberAlias } from './alias.ts'
import { answerWith, type DecisionAnswer, type Item } from './decision-answer.ts'
import { lockDrafts } from './drafts.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import { type Outcome, saveOutcomes } from './outcomes.ts'
import { changedMeanwhile, lockReview } from './review-lock.ts'
import type { StoredDraft } from './stored.ts'
import { sayRefusal } from './views.ts'

/** Decides rows, each for itself; see the contract for what is refused. */
export async function decide(
  changing: Changing,
  importId: string,
  decision: RowDecision,
  items: readonly Item[],
): Promise<DecisionAnswer> {
  const { tx, actor } = changing
  const found = await lockReview(changing, importId, 'shared', 'decide')
  const rows = await lockDrafts(tx, actor, importId, reachesAll(decision) ? 'all' : items.map(({ draftId }) => draftId))
  const office = await findOffice(tx, actor, { id: found.planId, year: found.planYear })
  const taskIds = [...rows.map(({ taskId }) => taskId), ...mergeTargets(decision, rows)].filter((id) => id !== null)
  const tasks = new Map(
    (await findComparedTasks(tx, actor, { ids: [...new Set(taskIds)] })).map((task) => [task.id, task]),
  )
  const facts = { office, tasks }
  const { outcomes, refused } = decideAll(changing, rows, decision, items, facts)
  const added = await saveOutcomes(changing, importId, decision.kind, outcomes)
  if (decision.kind === 'nameUnit' && decision.remember === 'alias' && outcomes.length > 0)
    await rememberAlias(changing, decision.unitId, decision.name)
  return answerWith(changing, importId, facts, {
    ids: [...outcomes.map(({ row }) => row.id), ...added],
    refused,
    moved: added.length > 0,
  })
}

const reachesAll = (decision: RowDecision): boolean =>
  decision.kind === 'nameUnit' || (decision.kind === 'answer' && decision.scope === 'alike')

/** Tasks a decision may merge into: named by it, or by the doubt it answers. */
const mergeTargets = (decision: RowDecision, rows: readonly StoredDraft[]): string[] => {
  if (decision.kind === 'merge') return [decision.taskId]
  if (decision.kind !== 'answer') return []
  return rows.flatMap(({ review }) =>
    review.doubts.flatMap(({ code, choices }) =>
      code === 'similar_task' ? choices.flatMap(({ value }) => (value === null ? [] : [value])) : [],
    ),
  )
}

function decideAll(
  changing: Changing,
  rows: readonly StoredDraft[],
  decision: RowDecision,
  items: readonly Item[],
  facts: DecidingFacts,
) {
  const outcomes: Outcome[] = []
  const refused: DecisionAnswer['refused'] = []
  const asked = new Map(items.map(({ draftId, version }) => [draftId, version]))
  const first = rows.find(({ id }) => id === items[0]?.draftId)
  const doubt = decision.kind === 'answer' ? first?.review.doubts.find(({ id }) => id === decision.doubtId) : undefined
  const known = new Set(rows.map(({ id }) => id))
  for (const item of items)
    if (!known.has(item.draftId)) refused.push(refusalOf(changing, item.draftId, new Refusal('not_found')))
  for (const row of rows) {
    const version = asked.get(row.id)
    const own = row === first || !reachesAll(decision) ? decision : likewise(decision, doubt, row.review)
    if (own === null || (version === undefined && row.state === 'discarded')) continue
    try {
      if (version !== undefined && version !== row.version) throw changedMeanwhile(changing, row)
      outcomes.push({ row, decided: decideRow(row, own, facts) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(refusalOf(changing, row.id, error))
    }
  }
  return { outcomes, refused }
}

const refusalOf = ({ language }: Changing, draftId: string, refusal: Refusal) => ({
  draftId,
  ...sayRefusal(refusal, language),
})
