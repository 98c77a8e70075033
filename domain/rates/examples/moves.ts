import fc from 'fast-check'
import type { Actor } from '../../access/actor.ts'
import { addDays, type Day } from '../../calendar/calendar.ts'
import { EVERYBODY, FULL, HEAD, LEADER, LIAISON, NEIGHBOUR, OFFICE, refusalOf } from '../../tasks/examples/life.ts'
import { COMPLETION_CHECKS, type StepInput } from '../../tasks/inLife.ts'
import { canTake, stepRule, TASK_STEPS, type TaskStep } from '../../tasks/lifecycle.ts'
import { SOURCE_KINDS } from '../../tasks/task.ts'
import { REQUEST_STEPS, type RequestStep, walkChange, walkExtension, walkRequest } from './requests.ts'
import { DAYS, drafted, lifeOf, type Walked, walkStep, walkWork, WORKS } from './walk.ts'

/** The day on which walks begin. */
export const START = '2026-05-11'

export const step = fc.constantFrom(...TASK_STEPS)
export const actor = fc.constantFrom(...EVERYBODY)
export const said = fc.record<StepInput>({
  reason: fc.constantFrom(null, ' ', '职责不在本单位'),
  assigneeId: fc.constantFrom(null, 'chen'),
  checks: fc.oneof(fc.constant([...COMPLETION_CHECKS]), fc.subarray([...COMPLETION_CHECKS])),
  verification: fc.constantFrom(null, '看过'),
  suggestedUnitId: fc.constantFrom(null, 'works', 'finance'),
  legalBasis: fc.constantFrom(null, '第三条'),
  unitId: fc.constantFrom(null, 'works', 'finance'),
  day: fc.constantFrom(null, '2026-09-01', '2027-01-31'),
  instruction: fc.constantFrom(null, '再核'),
  holds: fc.boolean(),
  withDirective: fc.boolean(),
})

/** What a move came to: the step of the task’s life or of a request that was taken, and by whom. */
export type Moved = {
  walked: Walked
  today: Day
  took: TaskStep | null
  asked: 'extension' | 'change' | RequestStep | null
  by: Actor | null
}
export type Move = (walked: Walked, today: Day) => Moved

const stays = (walked: Walked, today: Day): Moved => ({ walked, today, took: null, asked: null, by: null })

/** A step by anybody with any words; refused ones change nothing. */
const anyStep = fc.tuple(actor, step, said).map(([by, name, input]): Move => (walked, today) => {
  let after = walked
  const outcome = refusalOf(() => {
    after = walkStep(walked, by, name, input, today)
  })
  return outcome === 'allowed' ? { ...stays(after, today), took: name, by } : stays(walked, today)
})
/** Who may take which step now; only steps from the state are asked about. */
export const offersOf = ({ life, ...rest }: Walked, today: Day) => {
  const asked = lifeOf({ life, ...rest })
  return TASK_STEPS.filter((name) => stepRule(name).from.includes(life.state)).flatMap((name) =>
    EVERYBODY.filter((by) => canTake(by, asked, name, { today, ...DAYS }).allowed).map((by) => ({
      by,
      name,
    })),
  )
}
/** Steps that do no work: they hand over, stop, take up again or send back. */
export const IDLE: readonly TaskStep[] = [
  'decline',
  'upholdAssignment',
  'transfer',
  'suspend',
  'defer',
  'resume',
  'instructFurther',
  'failVerification',
  'revisit',
  'reopen',
  'returnCompletion',
]

/** One of these steps that somebody may take now, with everything said: without it no random walk gets far. */
const stepAmong = (names: readonly TaskStep[]) =>
  fc.tuple(fc.nat(), fc.boolean()).map(([throwOf, holds]): Move => (walked, today) => {
    const going = offersOf(walked, today).filter(({ name }) => names.includes(name))
    const offer = going[throwOf % Math.max(1, going.length)]
    if (!offer) return stays(walked, today)
    const unitId = walked.life.leadUnitId === 'works' ? 'finance' : 'works'
    const input = { ...FULL, unitId, suggestedUnitId: unitId, day: addDays(today, 14), holds }
    const after = walkStep(walked, offer.by, offer.name, input, today)
    return { ...stays(after, today), took: offer.name, by: offer.by }
  })
// Taken back is the end of a walk, so it is left to the steps by anybody.
const fittingStep = stepAmong(TASK_STEPS.filter((name) => name !== 'cancel'))
export const idleMove = stepAmong(IDLE)
const work = fc.tuple(fc.constantFrom(...WORKS), fc.nat(1)).map(([name, index]): Move => (walked, today) => {
  let after = walked
  refusalOf(() => {
    after = walkWork(walked, name, index, today)
  })
  return stays(after, today)
})
/** All that is left to do, so that completion can be asked for. */
export const finishedWork = (walked: Walked, today: Day): Walked =>
  walked.milestones.reduce((before, { state }, index) => {
    if (state === 'accepted') return before
    const claimed = state === 'pending' ? walkWork(before, 'claim', index, today) : before
    return walkWork(claimed, 'accept', index, today)
  }, walked)
export const finish = fc.constant<Move>((walked, today) =>
  stays(walked.life.state === 'inProgress' ? finishedWork(walked, today) : walked, today),
)
export const USUAL: readonly (readonly [TaskStep, Actor])[] = [
  ['register', OFFICE],
  ['assign', OFFICE],
  ['acknowledge', LIAISON],
  ['requestCompletion', HEAD],
  ['acceptCompletion', OFFICE],
  ['signOff', LEADER],
  ['closeOut', OFFICE],
]
export const days = fc.constantFrom(1, 3, 7, 20, 40).map((count): Move => (walked, today) => {
  const later = addDays(today, count)
  return stays(walked, later > '2026-12-31' ? today : later)
})
/** The head of the unit that leads now. */
const headOf = ({ life }: Walked): Actor => (life.leadUnitId === 'works' ? HEAD : NEIGHBOUR)
const asking = (
  walked: Walked,
  today: Day,
  by: Actor,
  asked: NonNullable<Moved['asked']>,
  make: () => Walked,
): Moved => {
  let after = walked
  const outcome = refusalOf(() => {
    after = make()
  })
  return outcome === 'allowed' && after !== walked ? { ...stays(after, today), asked, by } : stays(walked, today)
}
/** A request for later dates, of the task and of milestones, by its head or by anybody. */
const extension = fc
  .tuple(
    fc.option(actor, { freq: 1 }),
    fc.subarray([null, 'half', 'whole'], { minLength: 1 }),
    fc.integer({ min: 1, max: 90 }),
  )
  .map(([anybody, ids, count]): Move => (walked, today) => {
    const by = anybody ?? headOf(walked)
    const later = (dueOn: Day) => addDays(dueOn > today ? dueOn : today, count)
    const dates = ids.map((milestoneId) => {
      const one = walked.milestones.find(({ id }) => id === milestoneId)
      return { milestoneId, dueOn: later(one?.currentDueOn ?? walked.currentDueOn) }
    })
    return asking(walked, today, by, 'extension', () => walkExtension(walked, by, dates, today))
  })
/** A request for another promise: more or less of it. */
const change = fc
  .tuple(fc.option(actor, { freq: 1 }), fc.constantFrom(50, 100, 150), fc.constantFrom(1, 2, 3))
  .map(([anybody, value, weight]): Move => (walked, today) => {
    const by = anybody ?? headOf(walked)
    const changes = { target: { value, measure: '公里' }, weight }
    return asking(walked, today, by, 'change', () => walkChange(walked, by, changes, today))
  })
/** What becomes of a request, by anybody. */
const anyRequestStep = fc.tuple(actor, fc.constantFrom(...REQUEST_STEPS)).map(
  ([by, name]): Move =>
    (walked, today) =>
      asking(walked, today, by, name, () => walkRequest(walked, by, name, today)),
)
/** What becomes of a request, by somebody whose turn it is; seldom taken back. */
const fittingRequestStep = fc
  .constantFrom<RequestStep[]>('approve', 'approve', 'approve', 'reject', 'withdraw')
  .map((wanted): Move => (walked, today) => {
    const offers = ([wanted, 'review'] as const).flatMap((name) =>
      EVERYBODY.filter((by) => refusalOf(() => walkRequest(walked, by, name, today)) === 'allowed').map((by) => ({
        name,
        by,
      })),
    )
    const [offer] = offers
    if (!offer) return stays(walked, today)
    return asking(walked, today, offer.by, offer.name, () => walkRequest(walked, offer.by, offer.name, today))
  })
/** What one can ask for about a task, and what becomes of it. */
export const requestMove = fc.oneof({ weight: 2, arbitrary: extension }, change, anyRequestStep, {
  weight: 5,
  arbitrary: fittingRequestStep,
})

export const moves = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: anyStep },
    { weight: 5, arbitrary: fittingStep },
    { weight: 3, arbitrary: work },
    { weight: 5, arbitrary: requestMove },
    { weight: 2, arbitrary: finish },
    { weight: 3, arbitrary: days },
  ),
  { minLength: 20, maxLength: 50 },
)
/** The usual steps, as far as each fits. */
export const usual = (start: Walked, steps: readonly (readonly [TaskStep, Actor])[]): Walked =>
  steps.reduce((walked, [name, by]) => {
    const ready =
      name === 'requestCompletion' && walked.life.state === 'inProgress' ? finishedWork(walked, START) : walked
    return stepRule(name).from.includes(ready.life.state) ? walkStep(ready, by, name, FULL, START) : ready
  }, start)
/** Later dates asked for by the head and granted by the leader, where the state allows it. */
const extended = (walked: Walked): Walked => {
  if (walked.life.state !== 'assigned' && walked.life.state !== 'inProgress') return walked
  const asked = walkExtension(walked, HEAD, [{ milestoneId: 'half', dueOn: '2026-09-25' }], START)
  return walkRequest(walkRequest(asked, OFFICE, 'review', START), LEADER, 'approve', START)
}
/** A task some way along its usual life: without a start further on, few walks would see its end. */
export const begun = fc
  .tuple(fc.constantFrom(...SOURCE_KINDS), fc.constantFrom(0, 1, 2, 3, 3, 3, 4, 5, 6, 7))
  .map(([sourceKind, count]) =>
    usual(drafted({ sourceKind, leadUnitId: 'works', state: 'draft' }, START), USUAL.slice(0, count)),
  )
/** The same task with a later date, or taken up again where it was done. */
export const eventful = (start: Walked): Walked =>
  start.life.state === 'closedOut' ? walkStep(start, OFFICE, 'reopen', FULL, START) : extended(start)
export const begin = fc.tuple(begun, fc.boolean()).map(([start, isEventful]) => (isEventful ? eventful(start) : start))
