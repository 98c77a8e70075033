import { type Actor, hasRole, holdsIn } from '../access/actor.ts'
import type { Light } from '../lights/light.ts'
import { Refusal } from '../refusal.ts'
import { isActive, type TaskState } from '../tasks/task.ts'
import { changeDecider, type Decider, type LadderRules } from './ladder.ts'

/** What an approved plan freezes and a change request may move; dates go by extension, the lead by transfer. */
export type PromisedChanges = {
  title?: string | undefined
  target?: { value: number; measure: string } | null | undefined
  weight?: number | undefined
}

/** What a request to change a promise needs to know of its task. */
export type ChangedTask = {
  state: TaskState
  leadUnitId: string | null
  light: Light
  title: string
  target: { value: number; measure: string } | null
  weight: number
  /** Changes that were granted so far. */
  grantedCount: number
  hasOpenRequest: boolean
}

export type ChangeAsk = { changes: PromisedChanges; reason: string; benefit: string }
export type AskedChange = { decider: Decider; ordinal: number; before: PromisedChanges; after: PromisedChanges }

/**
 * Decides whether a promise may be asked to be changed, and who will decide; the unit's head or the office asks, with
 * the reason and whom it serves (DOMAIN b.2). What is the same already is left out. Refusals: lead_head_only,
 * task_wrong_state, request_open, reason_missing, change_empty.
 */
export function askChange(actor: Actor, task: ChangedTask, ask: ChangeAsk, rules: LadderRules): AskedChange {
  const isHead = task.leadUnitId !== null && holdsIn(actor, 'unitHead', task.leadUnitId)
  if (!isHead && !hasRole(actor, 'supervisionOffice')) throw new Refusal('lead_head_only')
  ensureAtWork(task.state)
  if (task.hasOpenRequest) throw new Refusal('request_open')
  if (ask.reason.trim() === '' || ask.benefit.trim() === '') throw new Refusal('reason_missing')
  const after = differing(task, ask.changes)
  if (Object.keys(after).length === 0) throw new Refusal('change_empty')
  const before = Object.fromEntries(Object.keys(after).map((field) => [field, task[field as keyof PromisedChanges]]))
  const ordinal = task.grantedCount + 1
  return {
    before,
    after,
    ordinal,
    decider: changeDecider({ ordinal, light: task.light, isLess: isLess(task, after) }, rules),
  }
}

/**
 * What holds once a change is granted: a promise is changed only while there is work to keep it. A task that was done in
 * the meantime was done for what was promised then: more weight for it would make its unit's rates better. Refuses
 * task_wrong_state.
 */
export function grantChange({ state }: Pick<ChangedTask, 'state'>, after: PromisedChanges): PromisedChanges {
  ensureAtWork(state)
  return after
}

function ensureAtWork(state: TaskState): void {
  if (!isActive(state)) throw new Refusal('task_wrong_state', { state: `@${state}`, step: '@changeRequest' })
}

function differing(task: ChangedTask, { title, target, weight }: PromisedChanges): PromisedChanges {
  const isSameTarget = target?.value === task.target?.value && target?.measure === task.target?.measure
  return {
    ...(title !== undefined && title !== task.title && { title }),
    ...(target !== undefined && !isSameTarget && { target }),
    ...(weight !== undefined && weight !== task.weight && { weight }),
  }
}

/** Less than was promised: a smaller number, no number any more, another measure, or less weight. */
function isLess({ target: before, weight }: ChangedTask, after: PromisedChanges): boolean {
  const { target } = after
  const isTargetLess =
    target !== undefined &&
    before !== null &&
    (target === null || target.measure !== before.measure || target.value < before.value)
  return isTargetLess || (after.weight !== undefined && after.weight < weight)
}
