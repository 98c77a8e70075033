import { type Actor, unitIdsOf, holdsIn } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import type { Light } from '../lights/light.ts'
import { Refusal } from '../refusal.ts'
import { isActive, type TaskState } from '../tasks/task.ts'
import { type Difficulty, levelFrom } from './difficulty.ts'
import { happening, type Told } from './happening.ts'

/** What raising a difficulty asks of its task. */
export type TroubledTask = {
  state: TaskState
  leadUnitId: string | null
  supportingUnitIds: readonly string[]
  leaderId: string | null
  /** Its light on the day of raising. */
  light: Light
}

/** What is said: of whom it is asked (null: of nobody else) and by when. The words are the contract's affair. */
export type Raising = { counterpartId: string | null; wantedOn: Day }

/** Raised before the light turned yellow: early honesty is protected (PRODUCT.md, rule 8). */
export const isBeforeYellow = (light: Light): boolean => light !== 'yellow' && light !== 'red'

/** The unit for which the actor would raise it: the lead unit before a supporting one; null where it is neither. */
export function raisingUnitOf(
  actor: Actor,
  { leadUnitId, supportingUnitIds }: Pick<TroubledTask, 'leadUnitId' | 'supportingUnitIds'>,
): string | null {
  const own = unitIdsOf(actor)
  return [leadUnitId, ...supportingUnitIds].find((id) => id !== null && own.includes(id)) ?? null
}

/**
 * Decides a difficulty to be raised and gives it at the level where it begins. Refuses `raising_unit_only`,
 * `task_not_running`, `counterpart_is_self`, `difficulty_day`.
 */
export function raiseDifficulty(actor: Actor, task: TroubledTask, said: Raising, today: Day): Told {
  const raisedUnitId = raisingUnitOf(actor, task)
  if (raisedUnitId === null) throw new Refusal('raising_unit_only')
  if (!isActive(task.state)) throw new Refusal('task_not_running', { state: `@${task.state}` })
  if (said.counterpartId === raisedUnitId) throw new Refusal('counterpart_is_self')
  if (said.wantedOn < today) throw new Refusal('difficulty_day', { today })
  const difficulty: Difficulty = {
    state: 'raised',
    level: 1,
    enteredOn: today,
    raisedUnitId,
    raisedById: actor.personId,
    raisedByHead: holdsIn(actor, 'unitHead', raisedUnitId),
    counterpartId: said.counterpartId,
    askedUnitIds: said.counterpartId === null ? [] : [said.counterpartId],
    leaderId: task.leaderId,
    answer: null,
    ruling: null,
    solvedWords: '',
    reopened: false,
  }
  const placed = { ...difficulty, level: levelFrom(difficulty, 1) }
  return { difficulty: placed, happened: [happening('raised', today, placed.level)] }
}
