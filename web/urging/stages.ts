import type { NoticeLevel } from '#domain/notices/notice.ts'
import type { UrgeRule } from '#domain/urging/rules.ts'

/** A stage as it stands in the form: the day in words, the numbers as typed. */
export type StageDraft = {
  key: number
  subject: UrgeRule['subject']
  level: NoticeLevel
  when: 'before' | 'on' | 'after'
  days: string
  to: UrgeRule['to']
  notice: NoticeLevel | 'none'
  issue: 'confirmed' | 'automatic'
  answerWithin: string
}

/** A stage in the form’s words. */
export const draftOf = (rule: UrgeRule, key: number): StageDraft => ({
  key,
  subject: rule.subject,
  level: rule.level ?? 'blue',
  when: rule.offsetWorkdays < 0 ? 'before' : rule.offsetWorkdays === 0 ? 'on' : 'after',
  days: String(Math.abs(rule.offsetWorkdays) || 1),
  to: rule.to,
  notice: rule.notice?.level ?? 'none',
  issue: rule.notice?.issue ?? 'confirmed',
  answerWithin: String(rule.notice?.answerWithinWorkdays ?? 3),
})

/** A whole number from 1 to 60 as typed; null for anything else. */
export const workdaysIn = (text: string): number | null => {
  const value = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= 60 ? value : null
}

const SIGN = { before: -1, on: 0, after: 1 } as const

/** The stage that a form means; null while a number cannot be read or nobody is named. */
export function stageOf({ subject, level, when, days, to, notice, issue, answerWithin }: StageDraft): UrgeRule | null {
  const [count, answer] = [when === 'on' ? 0 : workdaysIn(days), notice === 'none' ? 1 : workdaysIn(answerWithin)]
  if (count === null || answer === null || to.length === 0) return null
  return {
    subject,
    level: subject === 'answer' ? level : null,
    offsetWorkdays: SIGN[when] * count + 0,
    to,
    notice: notice === 'none' || subject === 'sheet' ? null : { level: notice, issue, answerWithinWorkdays: answer },
  }
}
