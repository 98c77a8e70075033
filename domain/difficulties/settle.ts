import { addDays, type Day } from '../calendar/calendar.ts'
import { answererOf, type ClockDays, clockOf } from './clock.ts'
import type { Difficulty, DifficultyState } from './difficulty.ts'
import { happening, raise, type Told } from './happening.ts'

/** What a clock that has run out does, on the day after its last. */
type RunOut = (difficulty: Difficulty, on: Day) => Told

const stays: RunOut = (difficulty) => ({ difficulty, happened: [] })

const RUN_OUT: Record<DifficultyState, RunOut> = {
  // Nobody triaged it: it begins at the level it was raised for, so that a sleeping office keeps nothing back.
  raised: (difficulty, on) => ({
    difficulty: { ...difficulty, state: 'triaged', enteredOn: on },
    happened: [silence(difficulty, on), happening('triaged', on, difficulty.level)],
  }),
  triaged: (difficulty, on) => {
    if (difficulty.level === 4) return stays(difficulty, on)
    if (difficulty.level === 2 && difficulty.answer !== null) return raise(difficulty, on, 'unsettled')
    const answer = difficulty.level === 2 ? { kind: 'noResponse' as const, words: '', dueOn: null } : difficulty.answer
    const raised = raise({ ...difficulty, answer }, on, 'noResponse')
    return { ...raised, happened: [silence(difficulty, on), ...raised.happened] }
  },
  ruled: (difficulty, on) => raise(difficulty, on, 'notDone'),
  inExecution: (difficulty, on) => raise(difficulty, on, 'notDone'),
  solved: stays,
  confirmedByRaiser: (difficulty, on) => ({
    difficulty: { ...difficulty, state: 'closed', enteredOn: on },
    happened: [happening('closed', on, difficulty.level)],
  }),
  closed: stays,
  withdrawn: stays,
}

const silence = (difficulty: Difficulty, on: Day) =>
  happening('noResponse', on, difficulty.level, { silent: answererOf(difficulty) })

/**
 * Does what clocks have made due by a day, each on the day after the clock's last: several levels at once where the
 * server was down, with the same levels and days as if it had run. At the top a clock that has run out stays overdue;
 * nobody is above.
 */
export function settle(difficulty: Difficulty, today: Day, days: ClockDays): Told {
  let told: Told = { difficulty, happened: [] }
  for (;;) {
    const clock = clockOf(told.difficulty, days)
    if (clock === null || clock.lastOn >= today) return told
    const next = RUN_OUT[told.difficulty.state](told.difficulty, addDays(clock.lastOn, 1))
    if (next.happened.length === 0) return told
    told = { difficulty: next.difficulty, happened: [...told.happened, ...next.happened] }
  }
}
