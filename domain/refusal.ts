import { AUTH_REFUSALS } from './auth/auth.refusals.ts'
import { CHANNEL_REFUSALS } from './channels/channels.refusals.ts'
import { DIFFICULTY_REFUSALS } from './difficulties/difficulties.refusals.ts'
import { DIRECTIVE_REFUSALS } from './directives/directives.refusals.ts'
import { IMPORT_REFUSALS } from './imports/imports.refusals.ts'
import { MODEL_REFUSALS } from './imports/model.refusals.ts'
import { REVIEW_REFUSALS } from './imports/review.refusals.ts'
import { FEEDBACK_REFUSALS } from './feedback/feedback.refusals.ts'
import { HIGHLIGHT_REFUSALS } from './highlights/highlights.refusals.ts'
import { MEETING_REFUSALS } from './meetings/meetings.refusals.ts'
import { NOTICE_REFUSALS } from './notices/notices.refusals.ts'
import { ORG_REFUSALS } from './org/org.refusals.ts'
import { PAPER_REFUSALS } from './papers/papers.refusals.ts'
import { PLAN_REFUSALS } from './plan/plan.refusals.ts'
import { REPORT_REFUSALS } from './reports/reports.refusals.ts'
import { fillSentence, type SentenceFacts, type SentenceText } from './sentence.ts'
import { REQUEST_REFUSALS } from './requests/requests.refusals.ts'
import { RULE_REFUSALS } from './rules/rules.refusals.ts'
import { SUPPORT_REFUSALS } from './tasks/supports.refusals.ts'
import { TASK_REFUSALS } from './tasks/tasks.refusals.ts'
import { URGING_REFUSALS } from './urging/urging.refusals.ts'
import { WEBHOOK_REFUSALS } from './webhooks/webhooks.refusals.ts'

/** The languages every screen and every sentence exists in. */
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One way of saying no: the HTTP status and the sentence, which says what, why, and what to do or who can. */
export type RefusalText = SentenceText & { status: number }

const GENERAL_REFUSALS = {
  invalid_input: {
    status: 400,
    zh: '填写内容有误，请改正后再提交。',
    en: 'Something is not right. Correct it and send again.',
  },
  not_signed_in: {
    status: 401,
    zh: '登录已失效，请先登录。填了一半的内容还在本页：可在新标签页登录，再回来提交。',
    en: 'You are not signed in. What you typed is still on this page: sign in in a new tab, then come back and send it.',
  },
  not_allowed: {
    status: 403,
    zh: '您没有此项权限；如确需办理，请联系督查室。',
    en: 'You may not do this. If it must be done, ask the supervision office.',
  },
  foreign_origin: {
    status: 403,
    zh: '请求不是从本系统页面发出的，未予办理。请在本系统页面内操作。',
    en: 'The request did not come from this system’s own pages and was not carried out.',
  },
  not_found: { status: 404, zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  changed_meanwhile: {
    status: 409,
    zh: '{at} 已被{by}改过。看过差别再存。',
    en: 'Changed by {by} at {at}. Look at the difference, then save again.',
  },
  already_exists: { status: 409, zh: '“{value}”已经有了，请换一个。', en: '“{value}” exists already; choose another.' },
  still_used: {
    status: 409,
    zh: '还有 {count} 处在用，不能停用。',
    en: 'Still used in {count} places; it cannot be retired.',
  },
  key_reused: {
    status: 409,
    zh: '同一个幂等键用在了不同的请求上，请换一个键。',
    en: 'This idempotency key was used for a different request; use a new key.',
  },
  too_large: {
    status: 413,
    zh: '内容过大，请分批提交（上限 {limit}）。',
    en: 'Too large; send it in parts (limit {limit}).',
  },
  too_many_requests: {
    status: 429,
    zh: '操作太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  unexpected: {
    status: 500,
    zh: '系统出现问题，已记录（编号 {requestId}）。请稍后再试，或把编号告诉管理员。',
    en: 'Something went wrong and was recorded (number {requestId}). Try again later, or give the number to your administrator.',
  },
  unavailable: {
    status: 503,
    zh: '数据库暂时连不上，内容没有保存。请稍后再试。',
    en: 'The database cannot be reached; nothing was saved. Try again shortly.',
  },
  restarting: {
    status: 503,
    zh: '服务正在重启，这一次没有办完，内容没有保存。请过一分钟再试。',
    en: 'The server is restarting: this was not finished and nothing was saved. Try again in a minute.',
  },
  export_too_slow: {
    status: 422,
    zh: '要导出的内容太多，{seconds} 秒内没有做完，没有生成表格。请加上筛选（如板块、单位），分几次导出。',
    en: 'There is too much to export: it was not done within {seconds} seconds and no table was made. Filter the list (by pillar or unit) and export it in parts.',
  },
  export_too_heavy: {
    status: 422,
    zh: '要导出的内容太多，一次放不进一个表格，没有生成表格。请加上筛选（如板块、单位），分几次导出。',
    en: 'There is too much to export for one table, and none was made. Filter the list (by pillar or unit) and export it in parts.',
  },
  disk_full: {
    status: 507,
    zh: '服务器磁盘已满，没有保存。请联系系统管理员清理磁盘。',
    en: 'The server’s disk is full; nothing was saved. Ask the system administrator to free space.',
  },
} as const satisfies Record<string, RefusalText>

/** Every way of saying no, in one table; capabilities add theirs in a `*.refusals.ts` beside their rules. */
export const REFUSALS = {
  ...GENERAL_REFUSALS,
  ...AUTH_REFUSALS,
  ...ORG_REFUSALS,
  ...PAPER_REFUSALS,
  ...PLAN_REFUSALS,
  ...TASK_REFUSALS,
  ...REPORT_REFUSALS,
  ...CHANNEL_REFUSALS,
  ...DIFFICULTY_REFUSALS,
  ...DIRECTIVE_REFUSALS,
  ...REQUEST_REFUSALS,
  ...SUPPORT_REFUSALS,
  ...IMPORT_REFUSALS,
  ...MODEL_REFUSALS,
  ...REVIEW_REFUSALS,
  ...URGING_REFUSALS,
  ...WEBHOOK_REFUSALS,
  ...RULE_REFUSALS,
  ...NOTICE_REFUSALS,
  ...MEETING_REFUSALS,
  ...HIGHLIGHT_REFUSALS,
  ...FEEDBACK_REFUSALS,
} as const satisfies Record<string, RefusalText>
export type RefusalCode = keyof typeof REFUSALS

/** The values a refusal's sentence is filled with; also given to the browser, so never secrets. */
export type RefusalFacts = SentenceFacts

/** A field that must be corrected: `at` is its path (`tasks/3/dueOn`), `message` the sentence. */
export type RefusedField = { at: string; message: string }

// V8's own switch; other engines ignore it.
const traces = Error as { stackTraceLimit?: number | undefined }

/**
 * A business rule said no. Thrown where it is noticed, answered in exactly one place (server/http/errors.ts). It keeps no
 * stack: the code says all, and a task's page asks a dozen rules of which most say no.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly facts: RefusalFacts
  readonly fields: readonly RefusedField[]
  constructor(code: RefusalCode, facts: RefusalFacts = {}, fields: readonly RefusedField[] = []) {
    const { stackTraceLimit } = traces
    traces.stackTraceLimit = 0
    super(code)
    traces.stackTraceLimit = stackTraceLimit
    this.code = code
    this.facts = facts
    this.fields = fields
  }
}

/** The refusal's sentence in one language, its `{placeholders}` filled from the facts. */
export const refusalSentence = (code: RefusalCode, facts: RefusalFacts, language: Language): string =>
  fillSentence(REFUSALS[code], facts, language)
