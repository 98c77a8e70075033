import { type Actor, hasRole, holdsIn } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, ensure, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { Decider } from './ladder.ts'

export const REQUEST_KINDS = ['extensionRequest', 'changeRequest'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** `asked`: the office looks at it; `reviewed`: the office has said what it thinks, a leader decides. */
export const REQUEST_STATES = ['asked', 'reviewed', 'approved', 'rejected', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]
/** It still waits for an opinion or for its decision. */
export const OPEN_REQUEST_STATES: readonly RequestState[] = ['asked', 'reviewed']

/** What a decision about a request needs to know of it. */
export type RequestInLife = {
  state: RequestState
  decider: Decider
  askedBy: string
  /** Of the task. */
  leadUnitId: string | null
  leaderId: string | null
}

const ensureState = (request: RequestInLife, ...states: RequestState[]): Verdict =>
  states.includes(request.state)
    ? ALLOWED
    : refused(new Refusal('request_wrong_state', { state: `@request.${request.state}` }))

const isOffice = (actor: Actor): Verdict =>
  hasRole(actor, 'supervisionOffice') ? ALLOWED : refused(new Refusal('office_only'))

const DECIDES: Record<Decider, (actor: Actor, request: RequestInLife) => boolean> = {
  supervisionOffice: (actor) => hasRole(actor, 'supervisionOffice'),
  leaderInCharge: (actor, { leaderId }) => hasRole(actor, 'leaderInCharge') && actor.personId === leaderId,
  principalLeader: (actor) => hasRole(actor, 'principalLeader'),
}

/** Whoever asks never decides (PRODUCT.md, Life of a task: the accepter is never the author). */
const notAuthor = (actor: Actor, { askedBy }: RequestInLife): Verdict =>
  actor.personId === askedBy ? refused(new Refusal('request_author')) : ALLOWED

/** May the actor give the office's opinion, so that a leader can decide? Only where the office does not decide itself. */
export const canReview = (actor: Actor, request: RequestInLife): Verdict =>
  firstRefusal(
    () => isOffice(actor),
    () => ensureState(request, 'asked'),
    () =>
      request.decider === 'supervisionOffice'
        ? refused(new Refusal('request_wrong_decider', { decider: '@supervisionOffice' }))
        : ALLOWED,
  )

/** May the actor decide now? The office from the start where it decides; a leader once the office has been heard. */
export const canDecide = (actor: Actor, request: RequestInLife): Verdict =>
  firstRefusal(
    () =>
      DECIDES[request.decider](actor, request)
        ? ALLOWED
        : refused(new Refusal('request_wrong_decider', { decider: `@${request.decider}` })),
    () => ensureState(request, request.decider === 'supervisionOffice' ? 'asked' : 'reviewed'),
    () => notAuthor(actor, request),
  )

/** May the actor take the request back? A head of the lead unit, while nobody has decided. */
export const canWithdraw = (actor: Actor, request: RequestInLife): Verdict =>
  firstRefusal(
    () =>
      request.leadUnitId !== null && holdsIn(actor, 'unitHead', request.leadUnitId)
        ? ALLOWED
        : refused(new Refusal('lead_head_only')),
    () => ensureState(request, ...OPEN_REQUEST_STATES),
  )

export type Decided = Extract<RequestState, 'approved' | 'rejected'>

/** The state after a decision; throws the refusal of who may not. A refusal of a request says why. */
export function decideRequest(
  actor: Actor,
  request: RequestInLife,
  { approves, note }: { approves: boolean; note: string },
): Decided {
  ensure(canDecide(actor, request))
  if (!approves && note.trim() === '') throw new Refusal('reason_missing')
  return approves ? 'approved' : 'rejected'
}
