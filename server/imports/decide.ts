import {
  decideRow,
  type DecidingFacts,
  type Decided,
  editRow,
  likewise,
  type RowDecision,
} from '#domain/imports/decide.ts'
import type { CellChanges, CellName } from '#domain/imports/cells.ts'
import type { DraftView, ImportCounts } from '#domain/imports/imports.contract.ts'
import type { Office } from '#domain/imports/office.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import {
  addDecision,
  addDrafts,
  type DecisionKind,
  type DraftBefore,
  findDraftOrder,
  findLastDecision,
  lockDrafts,
  type NewDraft,
  saveBefore,
  saveDrafts,
  saveUndone,
} from './drafts.queries.ts'
import { getImportCounts, lockImport, type LockedImport } from './imports.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import { rememberAlias } from './alias.ts'
import type { StoredDraft } from './stored.ts'
import { sayRefusal, viewDraft } from './views.ts'

export type Item = { draftId: string; version: number }
export type DecisionAnswer = {
  done: DraftView[]
  refused: { draftId: string; code: string; message: string }[]
  gone: string[]
  counts: ImportCounts
}

/** Locks an import that is under review; refuses not_found, import_wrong_state. */
export async function lockReview(
  { tx, actor }: Changing,
  importId: string,
  hold: 'shared' | 'alone',
  step: string,
): Promise<LockedImport> {
  const found = await lockImport(tx, actor, importId, hold)
  if (!found) throw new Refusal('not_found')
  if (found.state !== 'review')
    throw new Refusal('import_wrong_state', { state: `@import.${found.state}`, step: `@import.${step}` })
  return found
}

type Outcome = { row: StoredDraft; decided: Decided }

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
  const order = await findDraftOrder(tx, actor, importId)
  const numbers = new Map(order.map(({ id }, index) => [id, index + 1]))
  const taskIds = [...rows.map(({ taskId }) => taskId), ...mergeTargets(decision, rows)].filter((id) => id !== null)
  const tasks = new Map(
    (await findComparedTasks(tx, actor, { ids: [...new Set(taskIds)] })).map((task) => [task.id, task]),
  )
  const facts = { office, tasks }
  const { outcomes, refused } = decideAll(changing, rows, numbers, decision, items, facts)
  const { added } = await saveOutcomes(changing, importId, decision.kind, outcomes, order)
  if (decision.kind === 'nameUnit' && decision.remember === 'alias' && outcomes.length > 0)
    await rememberAlias(changing, decision.unitId, decision.name)
  return answerWith(changing, importId, facts, {
    ids: [...outcomes.map(({ row }) => row.id), ...added],
    refused,
    gone: [],
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
  numbers: ReadonlyMap<string, number>,
  decision: RowDecision,
  items: readonly Item[],
  facts: DecidingFacts,
) {
  const outcomes: Outcome[] = []
  const refused: DecisionAnswer['refused'] = []
  const asked = new Map(items.map(({ draftId, version }) => [draftId, version]))
  const first = rows.find(({ id }) => id === items[0]?.draftId)
  const doubt = decision.kind === 'answer' ? first?.review.doubts.find(({ id }) => id === decision.doubtId) : undefined
  for (const item of items)
    if (!rows.some(({ id }) => id === item.draftId))
      refused.push(refusalOf(changing, item.draftId, new Refusal('not_found')))
  for (const row of rows) {
    const version = asked.get(row.id)
    const own = row === first || !reachesAll(decision) ? decision : likewise(decision, doubt, row.review)
    if (own === null || (version === undefined && row.state === 'discarded')) continue
    try {
      if (version !== undefined && version !== row.version) throw changedMeanwhile(changing, row)
      outcomes.push({ row, decided: decideRow({ ...row, number: numbers.get(row.id) ?? 0 }, own, facts) })
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

const changedMeanwhile = ({ timeZone }: Changing, { changedAt, changedByName }: StoredDraft): Refusal => {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return new Refusal('changed_meanwhile', { by: changedByName ?? '', at: changedAt ? format.format(changedAt) : '' })
}

/** Writes the decision, what it changed, and the rows it added after theirs. Gives the added rows' ids. */
async function saveOutcomes(
  changing: Changing,
  importId: string,
  kind: DecisionKind,
  outcomes: readonly Outcome[],
  order: readonly { id: string; position: number }[],
): Promise<{ added: string[] }> {
  if (outcomes.length === 0) return { added: [] }
  const { tx, actor, now } = changing
  const seq = await addDecision(tx, actor, importId, { kind, at: now })
  const added = await addDrafts(
    tx,
    actor,
    importId,
    outcomes.flatMap((outcome) => partsOf(outcome, order)),
    { decisionSeq: seq, at: now },
  )
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
  const numbers = outcomes.map(({ row }) => order.findIndex(({ id }) => id === row.id) + 1)
  await record(changing, {
    action: `draft.${ACTIONS[kind]}`,
    subjectType: 'import',
    subjectId: importId,
    after: { rows: numbers },
  })
  return { added }
}

const ACTIONS: Record<DecisionKind, string> = {
  edit: 'edited',
  accept: 'accepted',
  discard: 'discarded',
  reopen: 'reopened',
  merge: 'merged',
  split: 'split',
  answer: 'answered',
  nameUnit: 'named',
}

function partsOf({ row, decided }: Outcome, order: readonly { id: string; position: number }[]): NewDraft[] {
  const at = order.findIndex(({ id }) => id === row.id)
  const next = order[at + 1]?.position ?? row.position + 1
  const step = (next - row.position) / (decided.added.length + 1)
  return decided.added.map((review, index) => ({
    position: row.position + step * (index + 1),
    draft: row.draft,
    review,
    state: 'pending',
    taskId: null,
  }))
}

const beforeOf = (row: StoredDraft, decided: Decided): DraftBefore => ({
  id: row.id,
  state: row.state,
  taskId: row.taskId,
  decisionSeq: row.decisionSeq,
  review: decided.review === row.review ? null : row.review,
})

/** Writes cells of one row; refuses changed_meanwhile. */
export async function edit(
  changing: Changing,
  importId: string,
  draftId: string,
  change: { version: number; cells: CellChanges; takes?: CellName[] | undefined },
): Promise<{ draft: DraftView; counts: ImportCounts }> {
  const { tx, actor } = changing
  const found = await lockReview(changing, importId, 'shared', 'decide')
  const [row] = await lockDrafts(tx, actor, importId, [draftId])
  if (!row) throw new Refusal('not_found')
  if (row.version !== change.version) throw changedMeanwhile(changing, row)
  const office = await findOffice(tx, actor, { id: found.planId, year: found.planYear })
  refuseUnknown(change.cells, office)
  const order = await findDraftOrder(tx, actor, importId)
  const number = order.findIndex(({ id }) => id === draftId) + 1
  const decided = editRow({ ...row, number }, change.cells, change.takes, office)
  await saveOutcomes(changing, importId, 'edit', [{ row, decided }], order)
  const tasks = await findComparedTasks(tx, actor, { ids: row.taskId === null ? [] : [row.taskId] })
  const facts = { office, tasks: new Map(tasks.map((task) => [task.id, task])) }
  const { done, counts } = await answerWith(changing, importId, facts, { ids: [draftId], refused: [], gone: [] })
  const [draft] = done
  if (!draft) throw new Refusal('not_found')
  return { draft, counts }
}

/** An id that is nobody's here is a mistake of the caller, said at its field. */
function refuseUnknown(cells: CellChanges, office: Office): void {
  const units = new Set(office.units.map(({ id }) => id))
  const people = new Set(office.people.map(({ id }) => id))
  const pillars = new Set(office.pillars.map(({ id }) => id))
  const wrong = [
    cells.leadUnitId && !units.has(cells.leadUnitId) && 'leadUnitId',
    cells.supports?.some(({ unitId }) => !units.has(unitId)) && 'supports',
    cells.leaderId && !people.has(cells.leaderId) && 'leaderId',
    cells.assigneeId && !people.has(cells.assigneeId) && 'assigneeId',
    cells.pillarId && !pillars.has(cells.pillarId) && 'pillarId',
  ].filter((field) => typeof field === 'string' && field !== '')
  const message = '没有这一项，或已停用 · Unknown or retired'
  if (wrong.length > 0)
    throw new Refusal(
      'invalid_input',
      {},
      wrong.map((field) => ({ at: `cells/${field}`, message })),
    )
}

/** Takes the actor's last decision back. Refuses nothing_to_undo, changed_meanwhile where somebody went on from it. */
export async function undoDecision(changing: Changing, importId: string): Promise<DecisionAnswer> {
  const { tx, actor, now } = changing
  const found = await lockReview(changing, importId, 'shared', 'decide')
  const last = await findLastDecision(tx, actor, importId)
  if (!last) throw new Refusal('nothing_to_undo')
  const rows = new Map(
    (
      await lockDrafts(
        tx,
        actor,
        importId,
        last.before.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  for (const row of rows.values()) if (row.decisionSeq !== last.seq) throw changedMeanwhile(changing, row)
  const former = last.before.flatMap((row) => ('added' in row ? [] : [row]))
  const gone = last.before.filter((row) => 'added' in row).map(({ id }) => id)
  await saveDrafts(tx, actor, now, [
    ...former,
    ...gone.map((id) => ({ id, state: 'withdrawn' as const, taskId: null, review: null, decisionSeq: last.seq })),
  ])
  await saveUndone(tx, actor, importId, last.seq, now)
  await record(changing, {
    action: 'draft.undone',
    subjectType: 'import',
    subjectId: importId,
    after: { kind: last.kind, count: last.before.length },
  })
  const office = await findOffice(tx, actor, { id: found.planId, year: found.planYear })
  const taskIds = former.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]))
  const tasks = new Map((await findComparedTasks(tx, actor, { ids: taskIds })).map((task) => [task.id, task]))
  return answerWith(changing, importId, { office, tasks }, { ids: former.map(({ id }) => id), refused: [], gone })
}

async function answerWith(
  { tx, actor, language }: Changing,
  importId: string,
  { office, tasks }: DecidingFacts,
  answer: { ids: readonly string[]; refused: DecisionAnswer['refused']; gone: string[] },
): Promise<DecisionAnswer> {
  const rows = await lockDrafts(tx, actor, importId, answer.ids)
  const shown = { office, tasks, language, isConfirmed: false }
  return {
    done: rows.map((row) => viewDraft(row, shown)),
    refused: answer.refused,
    gone: answer.gone,
    counts: await getImportCounts(tx, actor, importId),
  }
}
