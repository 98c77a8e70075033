import type { Day } from '../calendar/calendar.ts'
import type { Milestone } from '../tasks/task.ts'
import { COPIED_FROM, likeness } from './similarity.ts'

/** The unit's own confidence that the year's result will be reached. */
export const CONFIDENCES = ['green', 'amber', 'red'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** At most so many things done are told per row. */
const DONE_LIMIT = 3

/** What a unit fills in for one task in one period. */
export type ReportRow = {
  /** Points of 100. */
  actualShare: number | null
  /** In the measure of the task's target. */
  actualValue: number | null
  done: readonly string[]
  nextStep: string
  difficulty: string
  suggestion: string
  /** References to evidence; what a reference is, the caller knows. */
  evidence: readonly string[]
  confidence: Confidence | null
  /** Milestones the unit says it has reached. */
  claimedMilestoneIds: readonly string[]
}
export type RowField = keyof ReportRow

/** The cells of a row in the order of the form. */
export const ROW_FIELDS = [
  'actualShare',
  'actualValue',
  'done',
  'nextStep',
  'difficulty',
  'suggestion',
  'evidence',
  'confidence',
  'claimedMilestoneIds',
] as const satisfies readonly RowField[]

/** A row that says nothing yet; shares and values are null, not 0. */
export const EMPTY_ROW: ReportRow = {
  actualShare: null,
  actualValue: null,
  done: [],
  nextStep: '',
  difficulty: '',
  suggestion: '',
  evidence: [],
  confidence: null,
  claimedMilestoneIds: [],
}

/** The row a unit starts from: the last numbers stand, the last next step is the draft of what was done. */
export function prefillRow(previous: ReportRow | null): ReportRow {
  if (previous === null) return EMPTY_ROW
  const { actualShare, actualValue, nextStep, confidence } = previous
  return { ...EMPTY_ROW, actualShare, actualValue, confidence, done: nextStep.trim() === '' ? [] : [nextStep] }
}

const asText = (value: ReportRow[RowField]): string =>
  value instanceof Array ? value.map((part) => part.trim()).join('\n') : String(value ?? '').trim()

const isSame = (a: ReportRow[RowField], b: ReportRow[RowField]): boolean => asText(a) === asText(b)

/** The fields whose content differs from another row, usually the prefilled one. */
export const changedFields = (row: ReportRow, from: ReportRow): RowField[] =>
  ROW_FIELDS.filter((field) => !isSame(row[field], from[field]))

/** What a row is checked against. */
export type RowContext = {
  /** True where the task is measured by a number of its own. */
  hasTarget: boolean
  periodEndsOn: Day
  milestones: readonly Pick<Milestone, 'id' | 'title' | 'currentDueOn' | 'state'>[]
  previous: ReportRow | null
}

/** What is wrong with a row; `blocks` keeps the sheet from being signed, `asks` is shown to the author first. */
export type RowProblem = {
  code: RowProblemCode
  field: RowField
  weight: 'blocks' | 'asks'
  facts: Record<string, string | number>
}

type Finding = Omit<RowProblem, 'code' | 'weight'>
type Check = (row: ReportRow, context: RowContext) => Finding[]

const when = (holds: boolean, field: RowField, facts: RowProblem['facts'] = {}): Finding[] =>
  holds ? [{ field, facts }] : []

const claimed = ({ claimedMilestoneIds }: ReportRow, { milestones }: RowContext) =>
  milestones.filter(({ id }) => claimedMilestoneIds.includes(id))

const wordsOf = ({ done, nextStep }: ReportRow): string => [...done, nextStep].join('')

const CHECKS = {
  no_number: {
    weight: 'blocks',
    find: ({ actualShare, actualValue }, { hasTarget }) =>
      hasTarget
        ? when(actualValue === null && actualShare === null, 'actualValue')
        : when(actualShare === null, 'actualShare'),
  },
  share_out_of_range: {
    weight: 'blocks',
    find: ({ actualShare }) =>
      actualShare === null ? [] : when(!(actualShare >= 0 && actualShare <= 100), 'actualShare', { actualShare }),
  },
  no_evidence: {
    weight: 'blocks',
    find: ({ claimedMilestoneIds, evidence }) =>
      when(claimedMilestoneIds.length > 0 && evidence.length === 0, 'evidence'),
  },
  too_many_done: {
    weight: 'blocks',
    find: ({ done }) => when(done.length > DONE_LIMIT, 'done', { limit: DONE_LIMIT }),
  },
  milestone_unknown: {
    weight: 'blocks',
    find: ({ claimedMilestoneIds }, { milestones }) =>
      when(
        claimedMilestoneIds.some((claimedId) => milestones.every(({ id }) => id !== claimedId)),
        'claimedMilestoneIds',
      ),
  },
  milestone_accepted_already: {
    weight: 'blocks',
    find: (row, context) =>
      claimed(row, context)
        .filter(({ state }) => state === 'accepted')
        .map(({ title }) => ({ field: 'claimedMilestoneIds', facts: { title } })),
  },
  milestone_not_due: {
    weight: 'asks',
    find: (row, context) =>
      claimed(row, context)
        .filter(({ state, currentDueOn }) => state !== 'accepted' && currentDueOn > context.periodEndsOn)
        .map(({ title, currentDueOn }) => ({ field: 'claimedMilestoneIds', facts: { title, dueOn: currentDueOn } })),
  },
  copied: {
    weight: 'asks',
    find: (row, { previous }) => {
      const alike = previous === null ? 0 : likeness(wordsOf(row), wordsOf(previous))
      return when(alike >= COPIED_FROM, 'done', { percent: Math.round(alike * 100) })
    },
  },
  share_falls: {
    weight: 'asks',
    find: ({ actualShare }, { previous }) => {
      const before = previous?.actualShare ?? null
      return before === null || actualShare === null
        ? []
        : when(actualShare < before, 'actualShare', { before, now: actualShare })
    },
  },
  share_left_behind: {
    weight: 'asks',
    find: ({ actualShare: share, actualValue: now }, { previous }) => {
      const before = previous?.actualValue ?? null
      return share === null || now === null || before === null || share !== previous?.actualShare
        ? []
        : when(now !== before, 'actualShare', { before, now, share })
    },
  },
} as const satisfies Record<string, { weight: RowProblem['weight']; find: Check }>

export type RowProblemCode = keyof typeof CHECKS

/** Every kind of problem, in the order they are shown. */
export const ROW_PROBLEMS = [
  'no_number',
  'share_out_of_range',
  'no_evidence',
  'too_many_done',
  'milestone_unknown',
  'milestone_accepted_already',
  'milestone_not_due',
  'copied',
  'share_falls',
  'share_left_behind',
] as const satisfies readonly RowProblemCode[]

/** All problems of a row, in the order of {@link ROW_PROBLEMS}. */
export const checkRow = (row: ReportRow, context: RowContext): RowProblem[] =>
  ROW_PROBLEMS.flatMap((code) => {
    const { weight, find } = CHECKS[code]
    return find(row, context).map((finding) => ({ code, weight, ...finding }))
  })

/** Whether the problems keep the sheet from being signed. */
export const isBlocked = (problems: readonly RowProblem[]): boolean =>
  problems.some(({ weight }) => weight === 'blocks')
