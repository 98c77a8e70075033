import type { Day } from '../calendar/calendar.ts'
import type { PlanState } from '../plan/plan.contract.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'
import { ALLOWED, ensure, refused, type Verdict } from '../verdict.ts'
import { equalWeights, weightSum } from './registration.ts'
import { isActive, type Milestone, type TaskState } from './task.ts'
import type { TaskChanges } from './tasks.contract.ts'

export type TaskField = keyof TaskChanges

type FieldRule = {
  /** What an approved plan freezes: targets, dates, leads and weights (PRODUCT.md, Plan). */
  planned?: true
  /** From when it stays: the code carries the pillar's mark, the clock runs from the start. */
  fixedAt?: 'registration' | 'assignment'
  /** Why it is not changed here after assignment, where that is not about a date. */
  refusal?: RefusalCode
  /** Its word in the glossary where that has another name. */
  word?: string
}

/** Every field that can change, in the order of the form, with what holds it. */
const FIELDS: Record<TaskField, FieldRule> = {
  pillarId: { fixedAt: 'registration', word: 'pillar' },
  kind: { planned: true },
  title: { word: 'task' },
  evidence: {},
  leadUnitId: { planned: true, fixedAt: 'assignment', refusal: 'lead_by_transfer', word: 'leadUnit' },
  leaderId: { word: 'leaderInCharge' },
  assigneeId: { word: 'assignee' },
  weight: { planned: true },
  source: {},
  target: { planned: true },
  startsOn: { planned: true, fixedAt: 'assignment' },
  dueOn: { planned: true, fixedAt: 'assignment' },
  restricted: {},
  targetAsWorded: {},
  milestones: { planned: true, word: 'milestone' },
  supports: { word: 'supportingUnit' },
  trajectory: { planned: true },
}
/** All fields, in the order of the form. */
export const TASK_FIELDS = Object.keys(FIELDS) as readonly TaskField[]
const RULE_OF = new Map<string, FieldRule>(Object.entries(FIELDS))
/** The code in the glossary of a task's field; any other name as it is. */
export const wordOfField = (field: string): string => RULE_OF.get(field)?.word ?? field

/** What a decision about a field needs to know. */
export type TaskInEditing = { state: TaskState; plan: { year: number; state: PlanState } }

/**
 * May the office change this field now? A draft is free; registered, all but its pillar; with its unit, no date any
 * more; done or cancelled, nothing; and what an approved plan freezes changes by change request only.
 * Refusals: plan_closed, task_wrong_state, original_date_fixed, lead_by_transfer, plan_frozen.
 */
export function canEdit({ state, plan }: TaskInEditing, field: TaskField): Verdict {
  const { year } = plan
  const wrongState = () => refused(new Refusal('task_wrong_state', { state: `@${state}`, step: '@update' }))
  if (plan.state === 'closed') return refused(new Refusal('plan_closed', { year }))
  if (state === 'draft') return ALLOWED
  const { fixedAt, planned, refusal } = FIELDS[field]
  if (fixedAt === 'registration') return wrongState()
  if (state !== 'registered' && !isActive(state)) return wrongState()
  if (isWithUnit(state) && fixedAt === 'assignment') return refused(new Refusal(refusal ?? 'original_date_fixed'))
  if (plan.state === 'approved' && planned)
    return refused(new Refusal('plan_frozen', { year, field: `@${wordOfField(field)}` }))
  return ALLOWED
}

/** The fields the office may change now. */
export const editableFields = (task: TaskInEditing): TaskField[] =>
  TASK_FIELDS.filter((field) => canEdit(task, field).allowed)

/** Throws the refusal of the first field that may not change. */
export const ensureEditable = (task: TaskInEditing, fields: readonly TaskField[]): void =>
  fields.forEach((field) => ensure(canEdit(task, field)))

export type MilestoneWish = { id?: string | undefined; title: string; dueOn: Day; weight?: number | undefined }
type PlannedMilestone = { title: string; dueOn: Day; weight: number }

/** Milestones with their weights: as said; equal shares where none of them says. */
export function weighMilestones<Wish extends MilestoneWish>(wishes: readonly Wish[]): (Wish & { weight: number })[] {
  const equal = wishes.every(({ weight }) => weight === undefined) ? equalWeights(wishes.length) : []
  return wishes.map((wish, index) => ({ ...wish, weight: wish.weight ?? equal[index] ?? 0 }))
}

/** What becomes of a task's milestones when they are written anew. */
export type MilestonePlan = {
  added: (PlannedMilestone & { position: number })[]
  kept: (PlannedMilestone & { id: string; position: number })[]
  retiredIds: string[]
}

/**
 * Decides a new list of milestones. Once the unit has the task, original dates stay, and so does every milestone: one
 * that is taken away and added again would have got another date. Weights make 100. Refusals: not_found (an id that is
 * not the task's), already_exists (an id that comes twice), original_date_fixed, weights_off.
 */
export function planMilestones(
  state: TaskState,
  milestones: readonly Milestone[],
  wishes: readonly MilestoneWish[],
): MilestonePlan {
  const weighed = weighMilestones(wishes).map((wish, index) => ({ ...wish, position: index + 1 }))
  const known = new Map(milestones.map((milestone) => [milestone.id, milestone]))
  const retired = milestones.filter(({ id }) => wishes.every((wish) => wish.id !== id))
  const kept = weighed.flatMap((wish) => (wish.id === undefined ? [] : [{ ...wish, id: wish.id }]))
  for (const { id, dueOn } of kept) ensureKept(state, known.get(id), dueOn)
  const twice = kept.find(({ id }, index) => kept.findIndex((wish) => wish.id === id) !== index)
  if (twice) throw new Refusal('already_exists', { value: twice.title })
  if (retired.length > 0 && isWithUnit(state)) throw new Refusal('original_date_fixed')
  if (state !== 'draft' && weightSum(weighed) !== 100) throw new Refusal('weights_off', { sum: weightSum(weighed) })
  return {
    added: weighed.filter(({ id }) => id === undefined),
    kept,
    retiredIds: retired.map(({ id }) => id),
  }
}

/** The unit has the task, or has had it: its dates are given. */
export const isWithUnit = (state: TaskState): boolean => state !== 'draft' && state !== 'registered'

function ensureKept(state: TaskState, milestone: Milestone | undefined, dueOn: Day): void {
  if (!milestone) throw new Refusal('not_found')
  if (milestone.originalDueOn !== dueOn && isWithUnit(state)) throw new Refusal('original_date_fixed')
}

/** The day the work counts from after a step: what lies before the unit had the task does not. */
export const startAfter = (to: TaskState, startsOn: Day, today: Day): Day =>
  (to === 'registered' || to === 'assigned') && startsOn < today ? today : startsOn
