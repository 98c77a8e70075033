import { type Actor, hasRole } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, refused, type Verdict } from '../verdict.ts'

/** What somebody can write to the office: what is wrong, or what would be better. */
export const FEEDBACK_KINDS = ['complaint', 'suggestion'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** What the office can be shown; `open` has no answer yet. */
export const FEEDBACK_SHOWS = ['open', 'answered', 'all'] as const
export type FeedbackShow = (typeof FEEDBACK_SHOWS)[number]

/** Feedback as a decision about its answer sees it. */
export type Feedback = { writtenById: string; isAnswered: boolean }

/** Somebody else's words are read by the office alone; everybody reads their own. */
export const mayRead = (actor: Actor, { writtenById }: Pick<Feedback, 'writtenById'>): boolean =>
  hasRole(actor, 'supervisionOffice') || writtenById === actor.personId

/**
 * The office answers, once, and nobody their own: as with completions, who decides is never who wrote. Refuses
 * `not_allowed`, `feedback_own`, `feedback_answered`.
 */
export function canAnswer(actor: Actor, { writtenById, isAnswered }: Feedback): Verdict {
  if (!hasRole(actor, 'supervisionOffice')) return refused(new Refusal('not_allowed'))
  if (writtenById === actor.personId) return refused(new Refusal('feedback_own'))
  return isAnswered ? refused(new Refusal('feedback_answered')) : ALLOWED
}
