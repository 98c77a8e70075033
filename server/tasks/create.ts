import { randomUUID } from 'node:crypto'
import { type Language, Refusal } from '#domain/refusal.ts'
import { weighMilestones } from '#domain/tasks/editing.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import type { TaskChanges, TaskDraft } from '#domain/tasks/tasks.contract.ts'
import { ensureTrajectory } from '#domain/tasks/trajectory.ts'
import type { Changing } from '../http/context.ts'
import { unknownField } from '../http/field-sentence.ts'
import { record } from '../journal/record.ts'
import { frameOf, type KnownTask } from './facts.queries.ts'
import { flagKnown, standKnown } from './standing.ts'
import { saveStandings } from './standing.queries.ts'
import {
  addTasks,
  lockLiving,
  findPillars,
  type NewTaskRow,
  type PillarOfPlan,
  type Reference,
  takeNumbers,
} from './tasks.queries.ts'

/** A draft to be written down, and the document it was read from where there is one. */
export type NewTask = TaskDraft & { documentId?: string | null; importId?: string | null }
export type CreatedTask = { id: string; code: string; version: number }

/**
 * Writes drafts down, in their order: a handful of statements however many they are, codes without gaps inside one
 * call, standings and one journal entry each. Refuses invalid_input with the fields that name what does not exist
 * (`3/leadUnitId` is the fourth draft's, unless `placeOf` says where it stands in the request), plan_closed, trajectory_off.
 */
export async function createTasks(
  changing: Changing,
  drafts: readonly NewTask[],
  placeOf: PlaceOf = placesIn(drafts),
): Promise<CreatedTask[]> {
  if (drafts.length === 0) return []
  const { tx, actor, now, today } = changing
  const [pillars] = await Promise.all([
    knownPillars(changing, drafts, placeOf),
    refuseUnknown(changing, drafts, placeOf),
  ])
  drafts.forEach(({ trajectory, dueOn }) => ensureTrajectory(trajectory, dueOn))
  const codes = await takeCodes(changing, drafts, pillars)
  const rows = drafts.map((draft, index) =>
    rowsOf(draft, {
      id: randomUUID(),
      code: codes[index] ?? '',
      planId: pillars.get(draft.pillarId)?.planId ?? '',
      today,
    }),
  )
  const standings = rows.map(({ task, milestones }) => standingOf(task, milestones, today))
  const created = rows.map(({ task: { id, code } }, index) => ({
    action: 'task.created',
    subjectType: 'task',
    subjectId: id,
    after: { code, ...drafts[index] },
  }))
  await Promise.all([
    addTasks(tx, actor.organizationId, now, {
      tasks: rows.map(({ task }) => task),
      milestones: rows.flatMap(({ milestones }) => milestones),
      supports: rows.flatMap(({ supports }) => supports),
      points: rows.flatMap(({ points }) => points),
    }),
    saveStandings(tx, actor.organizationId, today, standings),
    record(changing, ...created),
  ])
  return rows.map(({ task: { id, code } }) => ({ id, code, version: 1 }))
}

async function knownPillars(
  { tx, actor, language }: Changing,
  drafts: readonly NewTask[],
  placeOf: PlaceOf,
): Promise<Map<string, PillarOfPlan>> {
  const pillars = await findPillars(tx, actor, [...new Set(drafts.map(({ pillarId }) => pillarId))])
  const byId = new Map(pillars.map((pillar) => [pillar.id, pillar]))
  const strange = drafts.flatMap(({ pillarId, planId }, index) => {
    const pillar = byId.get(pillarId)
    return !pillar || (planId !== undefined && planId !== pillar.planId) ? [placeOf(index, 'pillarId')] : []
  })
  refuseAt(strange, language)
  const closed = pillars.find(({ planState }) => planState === 'closed')
  if (closed) throw new Refusal('plan_closed', { year: closed.year })
  return byId
}

async function refuseUnknown(
  { tx, actor, language }: Changing,
  drafts: readonly NewTask[],
  placeOf: PlaceOf,
): Promise<void> {
  const references = drafts.map(referencesOf)
  const isLiving = await lockLiving(tx, actor, references.flat())
  const strange = references.flatMap((named, index) =>
    named.filter((reference) => !isLiving(reference)).map(({ at }) => placeOf(index, at)),
  )
  refuseAt(strange, language)
}

/** The units and people a draft or a change names, with the field that names them. */
export const referencesOf = (draft: Pick<TaskChanges, NamingField>): (Reference & { at: string })[] => [
  ...named('unit', 'leadUnitId', draft.leadUnitId),
  ...named('person', 'leaderId', draft.leaderId),
  ...named('person', 'assigneeId', draft.assigneeId),
  ...(draft.supports ?? []).flatMap(({ unitId }, index) => named('unit', `supports/${index}/unitId`, unitId)),
]
type NamingField = 'leadUnitId' | 'leaderId' | 'assigneeId' | 'supports'

const named = (kind: Reference['kind'], at: string, id: string | null | undefined) => (id ? [{ kind, at, id }] : [])

/** Where a draft's field stands in the request, for the sentence beside it. */
export type PlaceOf = (index: number, field: string) => string

const placesIn =
  (drafts: readonly unknown[]): PlaceOf =>
  (index, field) =>
    drafts.length > 1 ? `${index}/${field}` : field

/** Refuses `invalid_input` at these places, each once, where there are any. */
function refuseAt(places: readonly string[], language: Language): void {
  if (places.length > 0)
    throw new Refusal(
      'invalid_input',
      {},
      [...new Set(places)].map((at) => unknownField(at, language)),
    )
}

async function takeCodes(
  { tx, actor }: Changing,
  drafts: readonly NewTask[],
  pillars: Map<string, PillarOfPlan>,
): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const { pillarId } of drafts) counts.set(pillarId, (counts.get(pillarId) ?? 0) + 1)
  const last = await takeNumbers(tx, actor.organizationId, counts)
  const next = new Map([...last].map(([id, number]) => [id, number - (counts.get(id) ?? 0) + 1]))
  return drafts.map(({ pillarId }) => {
    const number = next.get(pillarId) ?? 0
    next.set(pillarId, number + 1)
    return codeOf(pillars.get(pillarId), number)
  })
}

/** 26-工-017: the plan year's last two digits, the pillar's mark, the number in the pillar. */
export const codeOf = (pillar: Pick<PillarOfPlan, 'year' | 'mark'> | undefined, number: number): string =>
  `${String((pillar?.year ?? 0) % 100).padStart(2, '0')}-${pillar?.mark}-${String(number).padStart(3, '0')}`

function rowsOf(draft: NewTask, made: { id: string; code: string; planId: string; today: string }) {
  const { id: taskId, code } = made
  // What needs no rule of its own here is a column of the same name.
  const { source, target, dueOn, milestones: _m, supports: _s, trajectory: _t, ...columns } = draft
  const task: NewTaskRow = {
    ...columns,
    id: taskId,
    code,
    planId: made.planId,
    sourceType: source.type,
    sourceTitle: source.title,
    sourceNumber: source.number,
    sourceQuote: source.quote,
    documentId: draft.documentId ?? null,
    importId: draft.importId ?? null,
    targetValue: target?.value ?? null,
    targetUnit: target?.measure ?? null,
    startsOn: draft.startsOn ?? made.today,
    stateOn: made.today,
    originalDueOn: dueOn,
    currentDueOn: dueOn,
    searchGrams: gramsOf(code, draft.title),
  }
  const milestones = weighMilestones(draft.milestones).map(({ title, dueOn, weight }, index) => ({
    id: randomUUID(),
    taskId,
    position: index + 1,
    title,
    weight,
    originalDueOn: dueOn,
    currentDueOn: dueOn,
  }))
  const supports = [...new Map(draft.supports.map((support) => [support.unitId, { taskId, ...support }])).values()]
  const points = [...new Map(draft.trajectory.map(({ on, share }) => [on, { taskId, pointOn: on, share }])).values()]
  return { task, milestones, supports, points }
}

const NO_FRAME = frameOf({ calendarDays: [], ruleSets: [], plans: [] })

// A draft's standing rests on nothing but itself: no light before it is registered.
function standingOf(task: NewTaskRow, milestones: ReturnType<typeof rowsOf>['milestones'], today: string) {
  const known: KnownTask = {
    ...task,
    state: 'draft',
    acknowledgedAt: null,
    declineCount: 0,
    declinedBy: null,
    firstCompletedOn: null,
    reopenCount: 0,
    deferredUntil: null,
    redoSince: null,
    redoDueOn: null,
    hasRedNotice: false,
    directive: null,
    version: 1,
    target: task.targetValue,
    completionAuthorId: null,
    completionRequestedAt: null,
    evidenceCount: 0,
    openSupports: [],
    milestones: milestones.map((milestone) => ({ ...milestone, state: 'pending', submittedOn: null, doneOn: null })),
    trajectory: [],
    reports: [],
  }
  return { taskId: task.id, standing: standKnown(known, NO_FRAME, today), flags: flagKnown(known, NO_FRAME, today) }
}
