import { type Actor, hasRole, holdsIn, speaksFor } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, ensure, firstRefusal, unless, type Verdict } from '../verdict.ts'
import { answererOf, isAnswerer } from './clock.ts'
import { type Difficulty, isLevel, standsAt } from './difficulty.ts'
import { EFFECTS } from './effects.ts'
import type { Told } from './happening.ts'
import { type DifficultyInput, type DifficultyStep, difficultyStepRule, type DifficultyTaker } from './table.ts'

const TAKES: Record<DifficultyTaker, (actor: Actor, difficulty: Difficulty) => boolean> = {
  office: (actor) => hasRole(actor, 'supervisionOffice'),
  raiser: (actor, { raisedUnitId }) => speaksFor(actor, raisedUnitId),
  raiserHead: (actor, { raisedUnitId }) => holdsIn(actor, 'unitHead', raisedUnitId),
  counterpartHead: (actor, { counterpartId }) => counterpartId !== null && holdsIn(actor, 'unitHead', counterpartId),
  ruler: (actor, { level, leaderId }) =>
    hasRole(actor, 'principalLeader') || (level === 3 && actor.personId === leaderId),
  executor: (actor, { ruling }) => ruling !== null && speaksFor(actor, ruling.unitId),
  lifter: (actor, difficulty) =>
    hasRole(actor, 'supervisionOffice') ||
    isNowAnswerer(actor, difficulty) ||
    (difficulty.answer !== null && speaksFor(actor, difficulty.raisedUnitId)),
}

const isNowAnswerer = (actor: Actor, difficulty: Difficulty): boolean => {
  const answerer = answererOf(difficulty)
  return answerer !== null && isAnswerer(actor, answerer)
}

const HOLDS = {
  conditional: (difficulty: Difficulty) =>
    unless(difficulty.answer?.kind === 'onCondition', () => new Refusal('no_condition')),
  notReopened: (difficulty: Difficulty) => unless(!difficulty.reopened, () => new Refusal('reopened_before')),
}

/**
 * May the actor take the step now? Refuses `difficulty_taker` (who can), `difficulty_wrong_state`, `no_condition`,
 * `reopened_before`. The difficulty must be settled up to today (`settle`).
 */
export function canTakeDifficultyStep(actor: Actor, difficulty: Difficulty, step: DifficultyStep): Verdict {
  const { by, from, levels, holds } = difficultyStepRule(step)
  return firstRefusal(
    () =>
      unless(
        TAKES[by](actor, difficulty),
        () => new Refusal('difficulty_taker', { step: `@difficultyStep.${step}`, taker: `@taker.${by}` }),
      ),
    () =>
      unless(
        from.includes(difficulty.state) && levels.includes(difficulty.level),
        () =>
          new Refusal('difficulty_wrong_state', {
            step: `@difficultyStep.${step}`,
            state: `@difficulty.${difficulty.state}`,
            level: `@level.${difficulty.level}`,
          }),
      ),
    () => (holds ? HOLDS[holds](difficulty) : ALLOWED),
  )
}

/** Whether the state table offers the step at all where the difficulty is, whoever asks. */
export const isStepHere = ({ state, level }: Difficulty, step: DifficultyStep): boolean => {
  const { from, levels } = difficultyStepRule(step)
  return from.includes(state) && levels.includes(level)
}

/**
 * Takes a step of a difficulty that is settled up to today, and tells what happened; changes nothing itself. Besides
 * those of `canTakeDifficultyStep` it refuses what was not said: `difficulty_unsaid`, `difficulty_day`,
 * `difficulty_unit`, `difficulty_level`.
 */
export function takeDifficultyStep(
  actor: Actor,
  difficulty: Difficulty,
  step: DifficultyStep,
  input: DifficultyInput,
  today: Day,
): Told {
  ensure(canTakeDifficultyStep(actor, difficulty, step))
  ensure(isAllSaid(difficulty, step, input, today))
  const { to } = difficultyStepRule(step)
  const { difficulty: next, happened } = EFFECTS[step](difficulty, input, today)
  return { difficulty: to === null ? next : { ...next, state: to, enteredOn: today }, happened }
}

function isAllSaid(difficulty: Difficulty, step: DifficultyStep, input: DifficultyInput, today: Day): Verdict {
  const { words, wordsOptional, asks } = difficultyStepRule(step)
  return firstRefusal(
    () =>
      unless(
        words === null || wordsOptional === true || input.words.trim() !== '',
        () => new Refusal('difficulty_unsaid', { what: `@said.${words}` }),
      ),
    () =>
      unless(!asks.includes('unit') || isFitUnit(difficulty, step, input.unitId), () => new Refusal('difficulty_unit')),
    () =>
      unless(
        !asks.includes('dueOn') || (input.dueOn !== null && input.dueOn >= today),
        () => new Refusal('difficulty_day', { today }),
      ),
    () =>
      unless(
        !asks.includes('level') || (input.level !== null && isLevel(input.level) && standsAt(difficulty, input.level)),
        () => new Refusal('difficulty_level'),
      ),
  )
}

/** Passed on to somebody else; put into effect by another unit than the one that will say whether it is solved. */
const isFitUnit = (difficulty: Difficulty, step: DifficultyStep, unitId: string | null): boolean =>
  unitId !== null && unitId !== (step === 'passOn' ? difficulty.counterpartId : difficulty.raisedUnitId)
