import { type Actor, hasRole, holdsIn, isSystem, speaksFor } from '../access/actor.ts'
import { workdaysBetween } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, firstRefusal, unless, type Verdict } from '../verdict.ts'
import {
  COMPLETION_CHECKS,
  DECLINES_AT_MOST,
  needsSignOff,
  type StepInput,
  type StepTime,
  type TaskInLife,
} from './inLife.ts'
import { missingForRegistration } from './registration.ts'

type Guard = (actor: Actor, task: TaskInLife, time: StepTime, limitWorkdays: number | null) => Verdict
/** What of the task and the time words are weighed against: a page knows it too. */
export type Weighed = { task: Pick<TaskInLife, 'leadUnitId' | 'isDirective'>; today: StepTime['today'] }
type InputGuard = (input: StepInput, weighed: Weighed) => Verdict

const byOffice: Guard = (actor) => unless(hasRole(actor, 'supervisionOffice'), () => new Refusal('office_only'))

/** The task's leader in charge, or who stands above all. */
const byLeader: Guard = (actor, { leaderInChargeId }) =>
  unless(
    hasRole(actor, 'principalLeader') || (hasRole(actor, 'leaderInCharge') && actor.personId === leaderInChargeId),
    () => new Refusal('leader_only'),
  )

/** Who may take a step. */
export const TAKERS = {
  office: byOffice,
  leader: byLeader,
  /** Of a directive whoever wrote it, of everything else the leader. */
  signer: (actor, task, time, limit) =>
    task.signerId === null
      ? byLeader(actor, task, time, limit)
      : unless(actor.personId === task.signerId, () => new Refusal('directive_writer_signs')),
  leadUnit: (actor, { leadUnitId }) => unless(speaksFor(actor, leadUnitId), () => new Refusal('lead_unit_only')),
  leadHead: (actor, { leadUnitId }) =>
    unless(leadUnitId !== null && holdsIn(actor, 'unitHead', leadUnitId), () => new Refusal('lead_head_only')),
  /** A first decline is the office's to decide, a second the leader's. */
  decider: (actor, task, time, limit) =>
    task.state === 'disputed' && task.declineCount >= DECLINES_AT_MOST
      ? byLeader(actor, task, time, limit)
      : byOffice(actor, task, time, limit),
  /** What no unit has yet is the office's to take back, what a unit has the leader's. */
  withdrawer: (actor, task, time, limit) =>
    task.state === 'draft' || task.state === 'registered'
      ? byOffice(actor, task, time, limit)
      : byLeader(actor, task, time, limit),
  /** The office; what was put off until a day goes on by itself when the day has come. */
  resumer: (actor, task, time, limit) =>
    isSystem(actor) && task.deferredUntil !== null && task.deferredUntil <= time.today
      ? ALLOWED
      : byOffice(actor, task, time, limit),
} as const satisfies Record<string, Guard>
export type StepTaker = keyof typeof TAKERS

/** What must hold of the task. */
export const GUARDS = {
  registrable: (_, task) => {
    const missing = missingForRegistration(task)
    return unless(
      missing.length === 0,
      () => new Refusal('task_incomplete', { missing: missing.map((need) => `@${need}`) }),
    )
  },
  milestonesAccepted: (_, task) => {
    // A directive's milestones are claimed with its answer and accepted with it.
    if (task.isDirective) return ALLOWED
    const open = task.milestones.filter(({ state }) => state !== 'accepted').map(({ title }) => title)
    return unless(open.length === 0, () => new Refusal('milestones_open', { count: open.length, titles: open }))
  },
  supportsConfirmed: (_, { openSupports: units }) =>
    unless(units.length === 0, () => new Refusal('supports_open', { count: units.length, units: [...units] })),
  evidenceThere: (_, task) => unless(task.isDirective || task.evidenceCount > 0, () => new Refusal('evidence_missing')),
  notAuthor: (actor, task) => unless(actor.personId !== task.completionAuthorId, () => new Refusal('author_accepts')),
  notDecliner: (actor, task) => unless(actor.personId !== task.declinedById, () => new Refusal('decliner_decides')),
  declinesLeft: (_, task) =>
    unless(task.declineCount < DECLINES_AT_MOST, () => new Refusal('declined_twice', { count: task.declineCount })),
  /** Within the step's own limit. */
  inTime: (_, { stateOn }, { today, calendar }, limitWorkdays) =>
    unless(
      limitWorkdays === null || workdaysBetween(calendar, stateOn, today) <= limitWorkdays,
      () => new Refusal('decline_too_late', { on: stateOn, days: limitWorkdays }),
    ),
} as const satisfies Record<string, Guard>
export type StepGuard = keyof typeof GUARDS

const isSaid = (text: string | null): boolean => text !== null && text.trim() !== ''

const reasonGiven: InputGuard = ({ reason }) => unless(isSaid(reason), () => new Refusal('reason_missing'))
const dayAhead: InputGuard = ({ day }, { today }) =>
  unless(day !== null && day > today, () => new Refusal(day === null ? 'day_missing' : 'day_not_ahead', { today }))

/** What the actor must say. */
export const INPUT_GUARDS = {
  reasonGiven,
  dayAhead,
  assigneeNamed: ({ assigneeId }) => unless(assigneeId !== null, () => new Refusal('assignee_missing')),
  checksHold: ({ checks }) => {
    const open = COMPLETION_CHECKS.filter((check) => !checks.includes(check))
    return unless(open.length === 0, () => new Refusal('checks_missing', { missing: open.map((check) => `@${check}`) }))
  },
  verificationGiven: ({ verification }) => unless(isSaid(verification), () => new Refusal('verification_missing')),
  ownerSuggested: ({ suggestedUnitId }, { task: { leadUnitId } }) =>
    unless(suggestedUnitId !== null && suggestedUnitId !== leadUnitId, () => new Refusal('suggestion_missing')),
  legalBasisGiven: ({ legalBasis }) => unless(isSaid(legalBasis), () => new Refusal('legal_basis_missing')),
  newLeadNamed: ({ unitId }, { task: { leadUnitId } }) =>
    unless(unitId !== null && unitId !== leadUnitId, () => new Refusal('new_lead_missing')),
  instructionGiven: ({ instruction }) => unless(isSaid(instruction), () => new Refusal('instruction_missing')),
  /** Of a directive, only together with the directive's own words. */
  withDirective: ({ withDirective }, { task: { isDirective } }) =>
    unless(!isDirective || withDirective, () => new Refusal('directive_answers_apart')),
  /** What does not hold any more is done anew, for a reason and by a day. */
  remedySaid: (input, weighed) =>
    input.holds
      ? ALLOWED
      : firstRefusal(
          () => reasonGiven(input, weighed),
          () => dayAhead(input, weighed),
        ),
} as const satisfies Record<string, InputGuard>
export type StepInputGuard = keyof typeof INPUT_GUARDS

/** What decides between the two states a step can lead to. */
export const FORKS = {
  /** The source asks for the leader's sign-off. */
  signOffNeeded: needsSignOff,
  /** The unit has not taken it on yet. */
  notAcknowledged: ({ isAcknowledged }) => !isAcknowledged,
  /** The revisit found that it does not hold. */
  notHeld: (_, { holds }) => !holds,
} as const satisfies Record<string, (task: TaskInLife, input: StepInput) => boolean>
export type StepFork = keyof typeof FORKS
