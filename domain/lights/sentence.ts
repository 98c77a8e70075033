import { counted } from '../counted.ts'
import { type Day, formatOn } from '../calendar/calendar.ts'
import type { Language } from '../refusal.ts'
import type { Why, WhyCode } from './why.ts'

/** How dates are said: inside the plan year without their year; a share of today without its date. */
export type SentenceContext = { language: Language; planYear: number; today: Day }

/** A number as people read it: at most one decimal, a true minus. */
const figure = (value: number): string => String(Math.round(value * 10) / 10).replace('-', '−')

/** `1 working day`, `5 working days`. */
const workdaysEn = (count: number): string => counted(count, 'working day')
const pointsEn = (points: number): string => `${figure(points)} ${points === 1 ? 'point' : 'points'}`
const periodsEn = (count: number): string => (count === 1 ? 'one period' : `${count} periods`)

type Facts<Code extends WhyCode> = Extract<Why, { code: Code }>['facts']
type On = (day: Day) => string
type Phrases = { [Code in WhyCode]: (facts: Facts<Code>, on: On, today: Day) => string }

const ZH: Phrases = {
  milestone_overdue: ({ title, dueOn, originalDueOn, workdays }, on) =>
    dueOn === originalDueOn
      ? `节点“${title}”原定 ${on(dueOn)}，已逾期 ${workdays} 个工作日`
      : `节点“${title}”现定 ${on(dueOn)}，已逾期 ${workdays} 个工作日，延期后仍未完成`,
  milestone_due_soon: ({ title, dueOn, workdays }, on) =>
    `节点“${title}”${on(dueOn)} 到期，${workdays === 0 ? '' : `还剩 ${workdays} 个工作日，`}尚未报送`,
  milestone_made_good: ({ title, doneOn, workdays }, on) =>
    `节点“${title}”${on(doneOn)} 补上，逾期 ${workdays} 个工作日，观察期内亮黄灯`,
  waiting_acceptance: ({ title, submittedOn }, on) => `节点“${title}”${on(submittedOn)} 已报送，待督查室验收`,
  behind_plan: ({ planned, actual, gap, measuredOn }, on, today) =>
    `${measuredOn === today ? '' : `截至 ${on(measuredOn)}，`}计划 ${figure(planned)}%，实际 ${figure(actual)}%，落后 ${figure(gap)} 个百分点`,
  no_report: ({ periods, lastOn }, on) =>
    `${lastOn === null ? '' : `${on(lastOn)} 之后`}${periods === 1 ? '一' : ` ${periods} `}个报期无汇报，数据缺失`,
  early: ({ title, doneOn, workdays }, on) => `节点“${title}”${on(doneOn)} 完成，比原定早 ${workdays} 个工作日`,
  milestone_done: ({ title, doneOn }, on) => `节点“${title}”${on(doneOn)} 完成，已验收`,
  milestone_next: ({ title, dueOn, workdays }, on) => `下一节点“${title}”${on(dueOn)} 到期，还剩 ${workdays} 个工作日`,
  on_plan: ({ planned, actual, measuredOn }, on, today) =>
    `${measuredOn === today ? '' : `截至 ${on(measuredOn)}，`}计划 ${figure(planned)}%，实际 ${figure(actual)}%`,
  completed: ({ doneOn }, on) => (doneOn === null ? '已办结，待销号' : `${on(doneOn)} 办结，待销号`),
  closed_out: ({ doneOn }, on) => (doneOn === null ? '已销号' : `${on(doneOn)} 办结，已销号`),
  not_started: ({ startsOn }, on) => (startsOn === null ? '尚未立项' : `${on(startsOn)} 开始，尚未开始`),
  not_assigned: () => '已立项，尚未交办',
  suspended: ({ on: day }, on) => `${on(day)} 中止，不计时，原定日期不变`,
  deferred: ({ on: day, until }, on, today) =>
    until === null
      ? `${on(day)} 缓办，不计时`
      : until <= today
        ? `缓办期 ${on(until)} 已到，待恢复办理`
        : `${on(day)} 缓办，至 ${on(until)}，不计时`,
  disputed: ({ on: day, count }, on) =>
    count > 1 ? `${on(day)} 再次退回，待分管领导决定` : `${on(day)} 牵头单位退回，待督查室决定`,
  leader_sign_off: ({ on: day }, on) => `${on(day)} 督查室已验收，待领导签批`,
  completion_review: ({ on: day }, on) => `${on(day)} 申请办结，待督查室验收`,
  acknowledge_late: ({ on: day, workdays }, on) => `${on(day)} 交办，超过签收时限 ${workdays} 个工作日`,
  redo: ({ since, dueOn, workdays }, on) =>
    `${on(since)} 退回续办，限 ${on(dueOn)} 前办好，${workdays === 0 ? '今天到期' : `还剩 ${workdays} 个工作日`}`,
  redo_overdue: ({ since, dueOn, workdays }, on) =>
    `${on(since)} 退回续办，限 ${on(dueOn)} 前办好，已超 ${workdays} 个工作日`,
  cancelled: () => '已撤销',
  no_milestone: () => '没有时间节点',
}

const EN: Phrases = {
  milestone_overdue: ({ title, dueOn, originalDueOn, workdays }, on) =>
    dueOn === originalDueOn
      ? `Milestone “${title}” was due ${on(dueOn)}, ${workdaysEn(workdays)} overdue`
      : `Milestone “${title}” was extended to ${on(dueOn)} and is still ${workdaysEn(workdays)} overdue`,
  milestone_due_soon: ({ title, dueOn, workdays }, on) =>
    `Milestone “${title}” is due ${on(dueOn)}, ${workdays === 0 ? '' : `${workdaysEn(workdays)} left, `}nothing submitted`,
  milestone_made_good: ({ title, doneOn, workdays }, on) =>
    `Milestone “${title}” was made good ${on(doneOn)}, ${workdaysEn(workdays)} late; yellow while this is watched`,
  waiting_acceptance: ({ title, submittedOn }, on) =>
    `Milestone “${title}” was submitted ${on(submittedOn)} and waits for the office`,
  behind_plan: ({ planned, actual, gap, measuredOn }, on, today) =>
    `${measuredOn === today ? 'Planned' : `As of ${on(measuredOn)} planned`} ${figure(planned)}%, actual ${figure(actual)}%: ${pointsEn(gap)} behind`,
  no_report: ({ periods, lastOn }, on) =>
    lastOn === null
      ? `No report for ${periodsEn(periods)}: no data yet`
      : `No report for ${periodsEn(periods)} since ${on(lastOn)}: no data`,
  early: ({ title, doneOn, workdays }, on) =>
    `Milestone “${title}” was done ${on(doneOn)}, ${workdaysEn(workdays)} before its original date`,
  milestone_done: ({ title, doneOn }, on) => `Milestone “${title}” was done ${on(doneOn)} and accepted`,
  milestone_next: ({ title, dueOn, workdays }, on) =>
    `Next milestone “${title}” is due ${on(dueOn)}, ${workdaysEn(workdays)} left`,
  on_plan: ({ planned, actual, measuredOn }, on, today) =>
    `${measuredOn === today ? 'Planned' : `As of ${on(measuredOn)} planned`} ${figure(planned)}%, actual ${figure(actual)}%`,
  completed: ({ doneOn }, on) =>
    doneOn === null ? 'Completed, to be closed out' : `Completed ${on(doneOn)}, to be closed out`,
  closed_out: ({ doneOn }, on) => (doneOn === null ? 'Closed out' : `Completed ${on(doneOn)}, closed out`),
  not_started: ({ startsOn }, on) => (startsOn === null ? 'Not registered yet' : `Starts ${on(startsOn)}, not started`),
  not_assigned: () => 'Registered, not assigned yet',
  suspended: ({ on: day }, on) => `Suspended ${on(day)}; no clock runs, the original dates stay`,
  deferred: ({ on: day, until }, on, today) =>
    until === null
      ? `Deferred ${on(day)}; no clock runs`
      : until <= today
        ? `Deferred until ${on(until)}, which has come; to be resumed`
        : `Deferred ${on(day)} until ${on(until)}; no clock runs`,
  disputed: ({ on: day, count }, on) =>
    count > 1
      ? `Declined again ${on(day)}; the leader in charge decides`
      : `Declined by its lead unit ${on(day)}; the office decides`,
  leader_sign_off: ({ on: day }, on) => `Accepted by the office ${on(day)}; waits for the leader’s sign-off`,
  completion_review: ({ on: day }, on) => `Put forward for completion ${on(day)}; waits for the office`,
  acknowledge_late: ({ on: day, workdays }, on) =>
    `Assigned ${on(day)} and not acknowledged, ${workdaysEn(workdays)} past the limit`,
  redo: ({ since, dueOn, workdays }, on) =>
    `Sent back ${on(since)}, to be done anew by ${on(dueOn)}, ${workdays === 0 ? 'today' : `${workdaysEn(workdays)} left`}`,
  redo_overdue: ({ since, dueOn, workdays }, on) =>
    `Sent back ${on(since)}, to be done anew by ${on(dueOn)}, ${workdaysEn(workdays)} overdue`,
  cancelled: () => 'Cancelled',
  no_milestone: () => 'Has no milestone',
}

const PHRASES: Record<Language, Phrases> = { zh: ZH, en: EN }

const say = <Code extends WhyCode>(
  phrases: Phrases,
  why: { code: Code; facts: Facts<Code> },
  on: On,
  today: Day,
): string => phrases[why.code](why.facts, on, today)

/** One reason in words, without a full stop. */
export function sentenceOf(why: Why, { language, planYear, today }: SentenceContext): string {
  return say(PHRASES[language], why, (day) => formatOn(day, planYear, language), today)
}

const JOIN: Record<Language, { between: string; end: string }> = {
  zh: { between: '；', end: '。' },
  en: { between: '. ', end: '.' },
}

/** Reasons in words, worst first, as one line; at most `limit` of them. */
export function sentenceOfAll(whys: readonly Why[], limit: number, context: SentenceContext): string {
  const { between, end } = JOIN[context.language]
  return whys.length === 0
    ? ''
    : whys
        .slice(0, limit)
        .map((why) => sentenceOf(why, context))
        .join(between) + end
}
