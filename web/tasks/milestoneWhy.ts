import { counted } from '#domain/counted.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { sentenceOf, type SentenceContext } from '#domain/lights/sentence.ts'
import type { Why, WhyCode } from '#domain/lights/why.ts'
import type { Language } from '#domain/refusal.ts'

type Facts<Code extends WhyCode> = Extract<Why, { code: Code }>['facts']
type Phrases = { [Code in WhyCode]?: (facts: Facts<Code>, originalDueOn: Day) => string }

const ZH: Phrases = {
  milestone_overdue: ({ workdays, dueOn, originalDueOn }) =>
    `${dueOn === originalDueOn ? '' : '延期后'}逾期 ${workdays} 个工作日`,
  milestone_due_soon: ({ workdays }) => (workdays === 0 ? '今天到期，尚未报送' : `还剩 ${workdays} 个工作日，尚未报送`),
  milestone_made_good: ({ workdays }) => `逾期 ${workdays} 个工作日后补上`,
  waiting_acceptance: () => '已报送，待验收',
  early: ({ workdays }) => `提前 ${workdays} 个工作日`,
  milestone_done: ({ doneOn }, originalDueOn) => (doneOn <= originalDueOn ? '按期' : '逾期后补上'),
  milestone_next: ({ workdays }) => `还剩 ${workdays} 个工作日`,
}

const days = (count: number): string => counted(count, 'working day')
const EN: Phrases = {
  milestone_overdue: ({ workdays, dueOn, originalDueOn }) =>
    `${days(workdays)} overdue${dueOn === originalDueOn ? '' : ' after extension'}`,
  milestone_due_soon: ({ workdays }) =>
    workdays === 0 ? 'Due today, nothing submitted' : `${days(workdays)} left, nothing submitted`,
  milestone_made_good: ({ workdays }) => `Made good ${days(workdays)} late`,
  waiting_acceptance: () => 'Submitted, waits for the office',
  early: ({ workdays }) => `${days(workdays)} early`,
  milestone_done: ({ doneOn }, originalDueOn) => (doneOn <= originalDueOn ? 'In time' : 'Made good after its date'),
  milestone_next: ({ workdays }) => `${days(workdays)} left`,
}
const PHRASES: Record<Language, Phrases> = { zh: ZH, en: EN }

const say = <Code extends WhyCode>(
  phrases: Phrases,
  why: { code: Code; facts: Facts<Code> },
  originalDueOn: Day,
): string | undefined => phrases[why.code]?.(why.facts, originalDueOn)

/** Why a milestone's light is what it is, beside its own name and dates: they are not said again. */
export const milestoneWhy = (why: Why, originalDueOn: Day, context: SentenceContext): string =>
  say(PHRASES[context.language], why, originalDueOn) ?? sentenceOf(why, context)
