import type { Day } from '../calendar/calendar.ts'
import { type Answer, type Difficulty, levelFrom, ringOf } from './difficulty.ts'
import { happening, raise, type HappeningKind, type Told } from './happening.ts'
import type { DifficultyInput, DifficultyStep } from './table.ts'

/** What a step does besides moving to its row's state. The input has been found to say all that is asked. */
type Effect = (difficulty: Difficulty, input: DifficultyInput, on: Day) => Told

const told = (
  difficulty: Difficulty,
  kind: HappeningKind,
  on: Day,
  facts: Parameters<typeof happening>[3] = {},
): Told => ({
  difficulty,
  happened: [happening(kind, on, difficulty.level, facts)],
})

/** A promise with a date: the unit that gave it puts it into effect. */
const promised = (unitId: string | null, kind: 'accepted' | 'settledInUnit' | 'conditionTaken' | 'ruled'): Effect =>
  function promise(difficulty, input, on) {
    const toUnitId = unitId ?? input.unitId ?? ''
    const dueOn = input.dueOn ?? on
    const { words } = input
    return told({ ...difficulty, ruling: { unitId: toUnitId, words, dueOn } }, kind, on, { words, dueOn, toUnitId })
  }

const answered = (difficulty: Difficulty, answer: Answer): Difficulty => ({ ...difficulty, answer })

const just =
  (
    kind: HappeningKind,
    change: (difficulty: Difficulty, input: DifficultyInput) => Partial<Difficulty> = () => ({}),
  ): Effect =>
  (difficulty, input, on) =>
    told({ ...difficulty, ...change(difficulty, input) }, kind, on, { words: input.words })

export const EFFECTS: Record<DifficultyStep, Effect> = {
  triage: just('triaged', ({ level }, input) => ({ level: input.level ?? level })),
  settleInUnit: (difficulty, input, on) => promised(difficulty.raisedUnitId, 'settledInUnit')(difficulty, input, on),
  accept: (difficulty, input, on) => {
    const { words, dueOn } = input
    const next = answered(difficulty, { kind: 'accept', words, dueOn })
    return promised(difficulty.counterpartId, 'accepted')(next, input, on)
  },
  acceptOnCondition: (difficulty, { words, dueOn }, on) =>
    told(answered(difficulty, { kind: 'onCondition', words, dueOn }), 'acceptedOnCondition', on, { words, dueOn }),
  // The two heads have not come to terms: there is nothing to wait for at their level.
  refuse: (difficulty, { words }, on) => {
    const refusal = told(answered(difficulty, { kind: 'refuse', words, dueOn: null }), 'refused', on, { words })
    return difficulty.level === 2 ? andRaised(refusal, on, 'refused') : refusal
  },
  // The clock runs on: whoever raised it does not wait longer because others pass it round.
  passOn: (difficulty, { words, unitId }, on) => {
    const askedUnitIds = [...difficulty.askedUnitIds, unitId ?? '']
    const isRing = ringOf(difficulty.raisedUnitId, askedUnitIds) !== null
    const counterpartId = unitId === difficulty.raisedUnitId ? difficulty.counterpartId : unitId
    const next = { ...difficulty, askedUnitIds, counterpartId, answer: null }
    const passed = told(next, 'passedOn', on, { words, toUnitId: unitId })
    if (!isRing) return passed
    const found = happening('ringFound', on, difficulty.level)
    return andRaised({ ...passed, happened: [...passed.happened, found] }, on, 'ring')
  },
  takeCondition: (difficulty, _, on) => {
    const { counterpartId, answer } = difficulty
    const said = { words: answer?.words ?? '', dueOn: answer?.dueOn ?? on, unitId: null, level: null }
    return promised(counterpartId, 'conditionTaken')(difficulty, said, on)
  },
  raiseLevel: (difficulty, { words }, on) => raise(difficulty, on, 'byHand', words),
  rule: promised(null, 'ruled'),
  takeUp: just('takenUp'),
  reportSolved: just('solved', (_, { words }) => ({ solvedWords: words })),
  object: just('objected'),
  confirm: just('confirmed'),
  reopen: (difficulty, { words }, on) => {
    const level = levelFrom(difficulty, difficulty.level)
    const next = { ...difficulty, level, reopened: true, ruling: null, answer: null, solvedWords: '' }
    return told(next, 'reopened', on, { words })
  },
  withdraw: just('withdrawn'),
}

function andRaised({ difficulty, happened }: Told, on: Day, cause: 'refused' | 'ring'): Told {
  const raised = raise(difficulty, on, cause)
  return { difficulty: raised.difficulty, happened: [...happened, ...raised.happened] }
}
