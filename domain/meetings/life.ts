import { type Actor, hasRole } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ensure, firstRefusal, unless, type Verdict } from '../verdict.ts'

/** The life of a joint meeting in its order (PRODUCT.md, Joint meeting); one that is not held is called off. */
export const MEETING_STATES = [
  'planned',
  'collecting',
  'prepFrozen',
  'inSession',
  'minutesDraft',
  'circulated',
  'issued',
  'followedUp',
  'calledOff',
] as const
export type MeetingState = (typeof MEETING_STATES)[number]

/** Its figures stand still. */
export const FROZEN_STATES: readonly MeetingState[] = [
  'prepFrozen',
  'inSession',
  'minutesDraft',
  'circulated',
  'issued',
  'followedUp',
]
/** Whether the meeting’s figures stand still. */
export const isFrozen = (state: MeetingState): boolean => FROZEN_STATES.includes(state)
/** Date, place, people and agenda may still be changed. */
export const ARRANGED_STATES: readonly MeetingState[] = ['planned', 'collecting', 'prepFrozen']
/** Held, or being held: everybody who takes part sees every unit's card. */
export const HELD_STATES: readonly MeetingState[] = ['inSession', 'minutesDraft', 'circulated', 'issued', 'followedUp']

/** What a decision about a meeting needs to know of it. */
export type MeetingInLife = {
  state: MeetingState
  heldOn: Day
  chairId: string | null
  memberUnits: number
  /** Rulings begun and neither saved nor dropped. */
  unsavedRulings: number
  /** Comments on the minutes without an answer. */
  openComments: number
  /** Rulings that are not done. */
  openRulings: number
}

type Guard = (meeting: MeetingInLife, today: Day) => Verdict

/** What must hold of the meeting first. */
export const MEETING_GUARDS = {
  chairNamed: ({ chairId }) => unless(chairId !== null, () => new Refusal('meeting_chair_missing')),
  unitsNamed: ({ memberUnits }) => unless(memberUnits > 0, () => new Refusal('meeting_participants_missing')),
  dayNotPast: ({ heldOn }, today) =>
    unless(heldOn >= today, () => new Refusal('meeting_day_past', { on: heldOn, today })),
  dayHasCome: ({ heldOn }, today) => unless(heldOn <= today, () => new Refusal('meeting_not_today', { on: heldOn })),
  rulingsSaved: ({ unsavedRulings: count }) => unless(count === 0, () => new Refusal('ruling_unsaved', { count })),
  commentsAnswered: ({ openComments: count }) => unless(count === 0, () => new Refusal('comments_open', { count })),
  rulingsDone: ({ openRulings: count }) => unless(count === 0, () => new Refusal('rulings_open', { count })),
} as const satisfies Record<string, Guard>
export type MeetingGuard = keyof typeof MEETING_GUARDS

/** One row of the state table; every step is the office's. */
export type MeetingStepRule = {
  from: readonly MeetingState[]
  to: MeetingState
  holds: readonly MeetingGuard[]
  /** A reason must be said. */
  asksReason: boolean
}

/** The life of a meeting as data; docs/meeting.states.md is drawn from it. */
export const MEETING_STEPS = {
  openCollecting: {
    from: ['planned'],
    to: 'collecting',
    holds: ['dayNotPast', 'chairNamed', 'unitsNamed'],
    asksReason: false,
  },
  freeze: { from: ['collecting'], to: 'prepFrozen', holds: ['chairNamed', 'unitsNamed'], asksReason: false },
  thaw: { from: ['prepFrozen'], to: 'collecting', holds: [], asksReason: true },
  begin: { from: ['prepFrozen'], to: 'inSession', holds: ['dayHasCome', 'chairNamed'], asksReason: false },
  end: { from: ['inSession'], to: 'minutesDraft', holds: ['rulingsSaved'], asksReason: false },
  goOn: { from: ['minutesDraft'], to: 'inSession', holds: [], asksReason: true },
  circulate: { from: ['minutesDraft'], to: 'circulated', holds: [], asksReason: false },
  takeBack: { from: ['circulated'], to: 'minutesDraft', holds: [], asksReason: true },
  issue: { from: ['circulated'], to: 'issued', holds: ['commentsAnswered'], asksReason: false },
  closeFollowUp: { from: ['issued'], to: 'followedUp', holds: ['rulingsDone'], asksReason: false },
  callOff: { from: ['planned', 'collecting', 'prepFrozen'], to: 'calledOff', holds: [], asksReason: true },
} as const satisfies Record<string, MeetingStepRule>

export type MeetingStep = keyof typeof MEETING_STEPS
/** The steps in the order of a meeting's life. */
export const MEETING_STEP_NAMES = Object.keys(MEETING_STEPS) as [MeetingStep, ...MeetingStep[]]
/** The row of the state table: from where, where to, what must hold, and whether a reason is asked. */
export const meetingStepRule = (step: MeetingStep): MeetingStepRule => MEETING_STEPS[step]

/** Whether the state table offers the step where the meeting is, whoever asks. */
export const isMeetingStepHere = (state: MeetingState, step: MeetingStep): boolean =>
  meetingStepRule(step).from.includes(state)

/**
 * May the actor take this step now? Refuses `office_only`, `meeting_wrong_state`, and what the row's guards refuse; not
 * what the actor still has to say.
 */
export const canTakeMeetingStep = (actor: Actor, meeting: MeetingInLife, step: MeetingStep, today: Day): Verdict =>
  firstRefusal(
    () => unless(hasRole(actor, 'supervisionOffice'), () => new Refusal('office_only')),
    () =>
      unless(
        isMeetingStepHere(meeting.state, step),
        () => new Refusal('meeting_wrong_state', { step: `@meetingStep.${step}`, state: `@meeting.${meeting.state}` }),
      ),
    ...meetingStepRule(step).holds.map((guard) => () => MEETING_GUARDS[guard](meeting, today)),
  )

/** Decides a step and gives the state after it. Besides the above refuses `meeting_words_missing`. */
export function takeMeetingStep(
  actor: Actor,
  meeting: MeetingInLife,
  step: MeetingStep,
  reason: string,
  today: Day,
): MeetingState {
  ensure(canTakeMeetingStep(actor, meeting, step, today))
  const { to, asksReason } = meetingStepRule(step)
  if (asksReason && reason.trim() === '') throw new Refusal('meeting_words_missing')
  return to
}

/** Date, place, people and agenda can still be changed. Refuses `office_only`, `meeting_fixed`. */
export const canArrange = (actor: Actor, { state }: Pick<MeetingInLife, 'state'>): Verdict =>
  firstRefusal(
    () => unless(hasRole(actor, 'supervisionOffice'), () => new Refusal('office_only')),
    () => unless(ARRANGED_STATES.includes(state), () => new Refusal('meeting_fixed', { state: `@meeting.${state}` })),
  )
