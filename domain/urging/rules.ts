import { z } from 'zod'
import type { Day } from '../calendar/calendar.ts'
import { CONCERNED } from '../messages/recipients.ts'
import { NOTICE_LEVELS } from '../notices/notice.ts'

/** What people are urged about. */
export const URGE_SUBJECTS = ['milestone', 'acknowledgement', 'sheet', 'answer'] as const
export type UrgeSubject = (typeof URGE_SUBJECTS)[number]

/** A notice that a stage brings: confirmed by the office first, or issued by itself. */
const StageNotice = z.object({
  level: z.enum(NOTICE_LEVELS),
  issue: z.enum(['confirmed', 'automatic']),
  answerWithinWorkdays: z.int().min(1).max(60),
})

/** One stage of urging. */
export const UrgeRule = z.object({
  subject: z.enum(URGE_SUBJECTS),
  /** Working days from the day it is due by: −7 seven before, 0 on the day, 1 the day after. */
  offsetWorkdays: z.int().min(-60).max(60),
  /** Of an answer that is waited for: to a notice of which level. */
  level: z.enum(NOTICE_LEVELS).nullable(),
  to: z.array(z.enum(CONCERNED)).min(1).max(CONCERNED.length),
  notice: StageNotice.nullable(),
})
export type UrgeRule = z.infer<typeof UrgeRule>

/** All that decides who is urged when, as data. */
export const UrgeRules = z
  .object({
    stages: z.array(UrgeRule).max(40),
    /** By hand: once in so many working days for a task, and whom it reaches. */
    byHand: z.object({
      everyWorkdays: z.int().min(1).max(20),
      to: z.array(z.enum(CONCERNED)).min(1).max(CONCERNED.length),
    }),
    /** Before the year in a notice's number; empty for the place's first character and 督. */
    noticePrefix: z.string().trim().max(10),
  })
  .meta({ id: 'UrgeRules' })
export type UrgeRules = z.infer<typeof UrgeRules>

/** Rules with the day from which they hold; version 0 is what comes with the product. */
export type UrgeRuleSet = { version: number; effectiveOn: Day; rules: UrgeRules }

const stage = (
  subject: UrgeSubject,
  offsetWorkdays: number,
  to: UrgeRule['to'],
  notice: UrgeRule['notice'] = null,
): UrgeRule => ({ subject, offsetWorkdays, level: null, to, notice })

const unanswered = (
  level: (typeof NOTICE_LEVELS)[number],
  offsetWorkdays: number,
  to: UrgeRule['to'],
  notice: UrgeRule['notice'] = null,
): UrgeRule => ({ ...stage('answer', offsetWorkdays, to, notice), level })

const proposed = (level: (typeof NOTICE_LEVELS)[number], answerWithinWorkdays: number): UrgeRule['notice'] => ({
  level,
  issue: 'confirmed',
  answerWithinWorkdays,
})

const BY_HAND: UrgeRules['byHand'] = { everyWorkdays: 1, to: ['assignee', 'liaison', 'unitHead'] }

const AHEAD: readonly UrgeRule[] = [
  stage('milestone', -7, ['assignee', 'liaison']),
  stage('milestone', -3, ['assignee', 'liaison']),
  stage('milestone', 0, ['assignee', 'liaison', 'unitHead']),
]
const OTHERS: readonly UrgeRule[] = [
  stage('acknowledgement', 1, ['liaison', 'unitHead']),
  stage('acknowledgement', 3, ['unitHead', 'leaderInCharge']),
  stage('sheet', -2, ['liaison', 'unitHead']),
  stage('sheet', 0, ['liaison', 'unitHead']),
]
const HEAD_AND_LEADER: UrgeRule['to'] = ['assignee', 'liaison', 'unitHead', 'leaderInCharge']

/**
 * Sets to begin with. `standard`: before a date whoever does the work is reminded, after it the head, then the leader in
 * charge is copied (DOMAIN.md b.0: written the day after, criticism after more than five working days). `ladder`: each
 * colour follows only when the one before was not answered (b.7, 三明). `early`: blue before the date, yellow the day
 * after, red on the fifth (b.7, 宿迁).
 */
export const URGE_PRESETS = {
  standard: {
    stages: [
      ...AHEAD,
      stage('milestone', 1, ['assignee', 'liaison', 'unitHead'], proposed('blue', 3)),
      stage('milestone', 5, HEAD_AND_LEADER, proposed('yellow', 3)),
      ...OTHERS,
      unanswered('blue', 1, ['liaison', 'unitHead']),
      unanswered('yellow', 1, ['unitHead', 'leaderInCharge'], proposed('red', 2)),
    ],
    byHand: BY_HAND,
    noticePrefix: '',
  },
  ladder: {
    stages: [
      ...AHEAD,
      stage('milestone', 1, ['assignee', 'liaison', 'unitHead'], proposed('blue', 5)),
      stage('milestone', 5, HEAD_AND_LEADER),
      ...OTHERS,
      unanswered('blue', 1, ['unitHead', 'leaderInCharge'], proposed('yellow', 3)),
      unanswered('yellow', 1, ['unitHead', 'leaderInCharge'], proposed('red', 2)),
    ],
    byHand: BY_HAND,
    noticePrefix: '',
  },
  early: {
    stages: [
      stage('milestone', -7, ['assignee', 'liaison']),
      stage('milestone', -3, ['assignee', 'liaison', 'unitHead'], proposed('blue', 3)),
      stage('milestone', 0, ['assignee', 'liaison', 'unitHead']),
      stage('milestone', 1, HEAD_AND_LEADER, proposed('yellow', 3)),
      stage('milestone', 5, HEAD_AND_LEADER, proposed('red', 2)),
      ...OTHERS,
    ],
    byHand: BY_HAND,
    noticePrefix: '',
  },
} as const satisfies Record<string, UrgeRules>
export type UrgePreset = keyof typeof URGE_PRESETS
/** The presets by name, in the order in which they are offered. */
export const URGE_PRESET_NAMES = Object.keys(URGE_PRESETS) as UrgePreset[]

/** What holds where the office has set nothing. */
export const STANDARD_URGE_RULES: UrgeRuleSet = {
  version: 0,
  effectiveOn: '2026-01-01',
  rules: URGE_PRESETS.standard,
}

/** The set that holds on a day: of those in effect the latest version. */
export function rulesOn(sets: readonly UrgeRuleSet[], on: Day): UrgeRuleSet {
  let found = STANDARD_URGE_RULES
  for (const set of sets) if (set.effectiveOn <= on && set.version > found.version) found = set
  return found
}

/** Stages that say the same moment twice, as `subject level offset`: only one of them could ever be sent. */
export function stagesTwice(stages: readonly UrgeRule[]): UrgeRule[] {
  const seen = new Set<string>()
  return stages.filter(({ subject, level, offsetWorkdays }) => {
    const moment = `${subject} ${level ?? ''} ${offsetWorkdays}`
    if (!seen.has(moment)) return void seen.add(moment)
    return true
  })
}

/** Whether two sets of rules say the same. */
export const isSameRules = (a: UrgeRules, b: UrgeRules): boolean =>
  JSON.stringify(UrgeRules.parse(a)) === JSON.stringify(UrgeRules.parse(b))
