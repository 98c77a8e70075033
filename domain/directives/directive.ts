import { type Actor, hasAnyRole, hasRole } from '../access/actor.ts'
import type { Day, WorkingCalendar } from '../calendar/calendar.ts'
import { type Language, Refusal } from '../refusal.ts'
import type { TaskState } from '../tasks/task.ts'
import { ALLOWED, ensure, firstRefusal, refused, unless, type Verdict } from '../verdict.ts'
import { ENDED_STATES, type DirectiveState } from './standing.ts'
import { limitOf, type Urgency } from './urgency.ts'

/** What a leader's own directive and the office's registration of one both say. */
export type WrittenDirective = {
  writerId: string
  /** Whether the writer is a leader of the organization. */
  isWriterLeader: boolean
  writtenOn: Day
  urgency: Urgency
  /** The day that the directive itself names; null where it names none. */
  dueOn: Day | null
  /** Whether lead units are named with it. */
  hasLeads: boolean
}

type Today = { today: Day; calendar: WorkingCalendar }

const isOffice = (actor: Actor) => hasRole(actor, 'supervisionOffice')
const byOffice = (actor: Actor): Verdict => (isOffice(actor) ? ALLOWED : refused(new Refusal('office_only')))
/** May the actor register at all: the office for every leader, a leader for themselves. */
export const mayRegister = (actor: Actor): boolean =>
  hasAnyRole(actor, ['supervisionOffice', 'principalLeader', 'leaderInCharge'])

/**
 * Decides a registration and gives its limit: the day named in the directive itself, else that of its urgency, counted
 * from the day of registration, so that no unit pays for the way of the paper. Refusals: `directive_own_only`,
 * `directive_writer_no_leader`, `directive_units_by_office`, `directive_written_ahead`, `directive_day_past`.
 */
export function registerDirective(
  actor: Actor,
  { writerId, isWriterLeader, writtenOn, urgency, dueOn, hasLeads }: WrittenDirective,
  { today, calendar }: Today,
): { dueOn: Day; limitBy: 'urgency' | 'text' } {
  ensure(
    firstRefusal(
      () => unless(isOffice(actor) || writerId === actor.personId, () => new Refusal('directive_own_only')),
      () => unless(isWriterLeader, () => new Refusal('directive_writer_no_leader')),
      () => unless(isOffice(actor) || !hasLeads, () => new Refusal('directive_units_by_office')),
      () => unless(writtenOn <= today, () => new Refusal('directive_written_ahead', { today })),
      () => unless(dueOn === null || dueOn >= today, () => new Refusal('directive_day_past', { today })),
    ),
  )
  return dueOn === null
    ? { dueOn: limitOf(urgency, today, calendar).dueOn, limitBy: 'urgency' }
    : { dueOn, limitBy: 'text' }
}

/** What is known of a directive that something is to be done with. */
export type KnownDirective = {
  state: DirectiveState
  writerId: string
  registeredById: string
  urgency: Urgency
  limitBy: 'urgency' | 'text'
  dueOn: Day
}

const whileOpen = (state: DirectiveState): Verdict =>
  unless(!ENDED_STATES.includes(state), () => new Refusal('directive_ended', { state: `@directive.${state}` }))

/** May the actor hand it to (further) lead units? Refusals: `office_only`, `directive_ended`. */
export const canAssign = (actor: Actor, { state }: KnownDirective): Verdict =>
  firstRefusal(
    () => byOffice(actor),
    () => whileOpen(state),
  )

/** May the actor add pages: the office, and who wrote it. Refusals: `office_only`, `directive_ended`. */
export const canAddPages = (actor: Actor, { state, writerId }: KnownDirective): Verdict =>
  firstRefusal(
    () => (actor.personId === writerId ? ALLOWED : byOffice(actor)),
    () => whileOpen(state),
  )

const UNIT_HAS_IT = (state: TaskState): boolean => state !== 'draft' && state !== 'registered' && state !== 'cancelled'

/**
 * May the actor take a registration back: the office, or a leader their own, before any unit has it; from then on the
 * leader cancels the tasks. Refusals: `office_only`, `directive_ended`, `directive_with_unit`.
 */
export const canWithdraw = (actor: Actor, directive: KnownDirective, tasks: readonly TaskState[]): Verdict =>
  firstRefusal(
    () => (actor.personId === directive.registeredById ? ALLOWED : byOffice(actor)),
    () => whileOpen(directive.state),
    () => unless(!tasks.some(UNIT_HAS_IT), () => new Refusal('directive_with_unit')),
  )

/** Throws `directive_words_missing` where a reason is only blanks. */
export function ensureWords(...words: readonly string[]): void {
  if (words.some((text) => text.trim() === '')) throw new Refusal('directive_words_missing')
}

/**
 * By when a unit that is given the directive today has to answer: the named day, else its urgency's limit from today.
 * The office's own delay never counts against the unit.
 */
export const taskDueOn = ({ urgency, limitBy, dueOn }: KnownDirective, { today, calendar }: Today): Day =>
  limitBy === 'urgency' ? limitOf(urgency, today, calendar).dueOn : dueOn < today ? today : dueOn

/** A further instruction's limit; a day that it names must come after today. Refuses `day_not_ahead`. */
export function furtherLimit(
  urgency: Urgency,
  dueOn: Day | null,
  { today, calendar }: Today,
): { dueOn: Day; limitBy: 'urgency' | 'text' } {
  if (dueOn === null) return { dueOn: limitOf(urgency, today, calendar).dueOn, limitBy: 'urgency' }
  if (dueOn <= today) throw new Refusal('day_not_ahead', { today })
  return { dueOn, limitBy: 'text' }
}

const TITLE_AT_MOST = 60

/** What a task is called where the office calls it nothing else: the directive's first sentence, cut where too long. */
export function taskTitleOf(text: string): string {
  const first =
    text
      .trim()
      .split(/[。；\n]/u)[0]
      ?.trim() || text.trim()
  const signs = [...first]
  return signs.length <= TITLE_AT_MOST ? first : `${signs.slice(0, TITLE_AT_MOST - 1).join('')}…`
}

/** A directive's number as papers have it: `2026年批示第12号`. */
export const directiveNumber = ({ year, number }: { year: number; number: number }, language: Language): string =>
  language === 'zh' ? `${year}年批示第${number}号` : `Directive ${number} of ${year}`
