import { type Actor, hasRole, holdsIn } from '../access/actor.ts'
import type { Concerned } from '../messages/recipients.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, ensure, firstRefusal, refused, type Verdict } from '../verdict.ts'

/** How grave a supervision notice is, the mildest first (PRODUCT.md, Words: 督办单). */
export const NOTICE_LEVELS = ['blue', 'yellow', 'red'] as const
export type NoticeLevel = (typeof NOTICE_LEVELS)[number]

/** A rule proposes it, or the office writes it; the office issues it or lets it fall. */
export const NOTICE_STATES = ['proposed', 'dismissed', 'issued', 'answered', 'closed'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** It still waits for somebody: of each level one such notice for a milestone at most. */
export const OPEN_NOTICE_STATES: readonly NoticeState[] = ['proposed', 'issued', 'answered']
/** It has gone out with its number; proposals and what came of them are the office's own affair. */
export const GIVEN_NOTICE_STATES: readonly NoticeState[] = ['issued', 'answered', 'closed']

/** Who gets a notice of each level; the graver, the higher the copies go. */
export const NOTICE_TO: Readonly<Record<NoticeLevel, readonly Concerned[]>> = {
  blue: ['unitHead', 'liaison', 'assignee'],
  yellow: ['unitHead', 'liaison', 'assignee', 'leaderInCharge'],
  red: ['unitHead', 'liaison', 'assignee', 'leaderInCharge', 'principalLeader'],
}

/** What a decision about a notice needs to know of it. */
export type NoticeInLife = { state: NoticeState; unitId: string }

type StepRule = { from: readonly NoticeState[]; to: NoticeState; by: 'office' | 'unitHead' }

/** The life of a notice as data. */
export const NOTICE_STEPS = {
  issue: { from: ['proposed'], to: 'issued', by: 'office' },
  dismiss: { from: ['proposed'], to: 'dismissed', by: 'office' },
  reply: { from: ['issued'], to: 'answered', by: 'unitHead' },
  close: { from: ['issued', 'answered'], to: 'closed', by: 'office' },
} as const satisfies Record<string, StepRule>
export type NoticeStep = keyof typeof NOTICE_STEPS
/** The steps in the order of the state table. */
export const NOTICE_STEP_NAMES = Object.keys(NOTICE_STEPS) as NoticeStep[]

const ruleOf = (step: NoticeStep): StepRule => NOTICE_STEPS[step]

const mayTake = (actor: Actor, { unitId }: NoticeInLife, by: StepRule['by']): Verdict => {
  if (by === 'office') return hasRole(actor, 'supervisionOffice') ? ALLOWED : refused(new Refusal('office_only'))
  return holdsIn(actor, 'unitHead', unitId) ? ALLOWED : refused(new Refusal('notice_head_replies'))
}

/** May the actor take this step now? Refusals: `office_only`, `notice_head_replies`, `notice_wrong_state`. */
export const canTakeNoticeStep = (actor: Actor, notice: NoticeInLife, step: NoticeStep): Verdict =>
  firstRefusal(
    () => mayTake(actor, notice, ruleOf(step).by),
    () =>
      ruleOf(step).from.includes(notice.state)
        ? ALLOWED
        : refused(new Refusal('notice_wrong_state', { state: `@notice.${notice.state}` })),
  )

/**
 * Decides a step with what is said and gives the state after it. Words are asked for where one must be able to read why:
 * with a dismissal, with the unit's reply, and with a close without a reply. Refusal: `notice_words_missing`.
 */
export function takeNoticeStep(actor: Actor, notice: NoticeInLife, step: NoticeStep, words: string): NoticeState {
  ensure(canTakeNoticeStep(actor, notice, step))
  const asksWords = step === 'dismiss' || step === 'reply' || (step === 'close' && notice.state === 'issued')
  if (asksWords && words.trim() === '') throw new Refusal('notice_words_missing')
  return ruleOf(step).to
}

/** The sign before the year where the office has set none: the place's first character, 清源区 → 清督. */
export const standardPrefix = (organizationName: string): string => `${[...organizationName][0] ?? ''}督`

/** A notice's number as papers have it: `清督〔2026〕5号`. */
export const noticeNumber = (prefix: string, year: number, number: number): string => `${prefix}〔${year}〕${number}号`
