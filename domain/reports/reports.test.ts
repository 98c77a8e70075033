import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, ActorPost } from '../access/actor.ts'
import { addDays, type Day, workingCalendar } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import type { Verdict } from '../verdict.ts'
import { closedPeriods, currentPeriod, periodName, periodsOf, periodState, STANDARD_PERIOD_RULE } from './period.ts'
import { problemSentence } from './problem-sentence.ts'
import {
  changedFields,
  checkRow,
  EMPTY_ROW,
  isBlocked,
  prefillRow,
  type ReportRow,
  ROW_PROBLEMS,
  type RowContext,
} from './row.ts'
import {
  acceptRow,
  canDecideRow,
  canEditRow,
  canEditSheet,
  canSignSheet,
  signAgainBy,
  returnRow,
  ROW_STATES,
  type SheetFacts,
  sheetState,
  isSubmittedBySigning,
} from './sheet.ts'
import { likeness } from './similarity.ts'

const CALENDAR = workingCalendar(
  ['01', '02', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, workday: false, name: '国庆节' })),
)

describe('the window of a period is set by working days', () => {
  const quarters = periodsOf(2026, STANDARD_PERIOD_RULE, CALENDAR)
  test('it opens on the fifth last working day and closes five working days after, holidays apart', () => {
    expect(quarters[2]).toMatchObject({
      startsOn: '2026-07-01',
      endsOn: '2026-09-30',
      opensOn: '2026-09-24',
      closesOn: '2026-10-14',
    })
  })
  test('months by choice', () => {
    const months = periodsOf(2026, { ...STANDARD_PERIOD_RULE, every: 'month', opensOnLastWorkday: 1 }, CALENDAR)
    expect(months).toHaveLength(12)
    expect(months[1]).toMatchObject({ endsOn: '2026-02-28', opensOn: '2026-02-27' })
  })
  test.each([
    ['2026-09-23', 'notDue'],
    ['2026-09-24', 'open'],
    ['2026-10-14', 'open'],
    ['2026-10-15', 'closed'],
  ] as const)('on %s it is %s', (today, state) => {
    const third = quarters[2]
    expect(third && periodState(third, today)).toBe(state)
  })
  test('the current period is the open one, then the next', () => {
    expect(currentPeriod(quarters, '2026-10-14')?.number).toBe(3)
    expect(currentPeriod(quarters, '2026-10-15')?.number).toBe(4)
    expect(closedPeriods(quarters, '2026-10-15').map(({ number }) => number)).toEqual([1, 2, 3])
  })
  test.each([
    ['quarter', 3, '2026 年第三季度', 'Q3 2026'],
    ['month', 7, '2026 年 7 月', 'July 2026'],
  ] as const)('%s %i has a name', (every, number, zh, en) => {
    const period = { year: 2026, every, number }
    expect([periodName(period, 'zh'), periodName(period, 'en')]).toEqual([zh, en])
  })
})

const person = (personId: string, ...posts: ActorPost[]): Actor => ({
  organizationId: 'qingyuan',
  personId,
  name: personId,
  posts,
  portfolio: { unitIds: [], pillarIds: [] },
})
const OFFICE = person('office', { role: 'supervisionOffice', unitId: null })
const HEAD = person('head', { role: 'unitHead', unitId: 'works' })
const LIAISON = person('liaison', { role: 'liaison', unitId: 'works' })
const NEIGHBOUR = person('neighbour', { role: 'liaison', unitId: 'finance' })

const BEFORE: Day = '2026-09-01'
const DURING: Day = '2026-09-28'
const AFTER: Day = '2026-11-01'

const codeOf = (verdict: Verdict): string => (verdict.allowed ? 'allowed' : verdict.refusal.code)

const sheet = (fields: Partial<SheetFacts> = {}): SheetFacts => ({
  unitId: 'works',
  period: { opensOn: '2026-09-24', closesOn: '2026-10-14' },
  rowStates: ['empty', 'empty'],
  signedOn: null,
  submittedOn: null,
  signAgainBy: null,
  isSuperseded: false,
  ...fields,
})
const signed = (...rowStates: SheetFacts['rowStates']) => sheet({ rowStates, signedOn: DURING, submittedOn: DURING })

describe('the state of a sheet follows from its rows, its signature and the window', () => {
  test.each([
    ['before the window', sheet(), BEFORE, 'notDue'],
    ['a unit without tasks', sheet({ rowStates: [] }), DURING, 'notDue'],
    ['untouched', sheet(), DURING, 'open'],
    ['begun', sheet({ rowStates: ['draft', 'empty'] }), DURING, 'draft'],
    ['signed, not sent', sheet({ rowStates: ['draft'], signedOn: DURING }), DURING, 'signed'],
    ['sent', signed('submitted', 'accepted'), AFTER, 'submitted'],
    ['all accepted', signed('accepted', 'accepted'), AFTER, 'accepted'],
    ['one row returned', signed('accepted', 'returned'), AFTER, 'returned'],
    ['a returned row being corrected', signed('accepted', 'draft'), AFTER, 'returned'],
    ['begun, never signed', sheet({ rowStates: ['draft'] }), AFTER, 'missed'],
    ['replaced', sheet({ isSuperseded: true }), DURING, 'superseded'],
  ] as const)('%s', (_, facts, today, state) => {
    expect(sheetState(facts, today)).toBe(state)
  })
  test('the head’s signature submits what is open, and what was untouched only the first time', () => {
    const submitted = (isSigned: boolean) => ROW_STATES.filter((state) => isSubmittedBySigning(state, isSigned))
    expect(submitted(false)).toEqual(['empty', 'draft', 'returned'])
    expect(submitted(true)).toEqual(['draft', 'returned'])
  })
})

describe('returned rows stay open for three working days, and never less than the window', () => {
  const period = { closesOn: '2026-10-14' }
  test.each<[string, Day[], Day | null]>([
    ['nothing returned', [], null],
    ['returned inside the window', ['2026-09-25'], '2026-10-14'],
    ['returned after it', ['2026-10-16'], '2026-10-21'],
    ['returned twice: the latest counts', ['2026-10-20', '2026-10-16'], '2026-10-23'],
  ])('%s', (_, returnedOn, until) => {
    expect(signAgainBy(period, returnedOn, CALENDAR)).toBe(until)
  })
  test.each([
    ['2026-10-21', 'allowed'],
    ['2026-10-22', 'sign_again_closed'],
  ])('on %s: %s', (today, code) => {
    const facts = { ...signed('accepted', 'returned'), signAgainBy: '2026-10-21' }
    expect(codeOf(canSignSheet(HEAD, facts, today))).toBe(code)
  })
})

describe('who fills, signs and decides', () => {
  test.each([
    ['the liaison fills', canEditSheet(LIAISON, sheet(), DURING), 'allowed'],
    ['another unit does not', canEditSheet(NEIGHBOUR, sheet(), DURING), 'not_own_sheet'],
    ['the office does not', canEditSheet(OFFICE, sheet(), DURING), 'not_own_sheet'],
    ['not before the window', canEditSheet(LIAISON, sheet(), BEFORE), 'window_not_open'],
    ['not after it', canEditSheet(LIAISON, sheet(), AFTER), 'window_closed'],
    ['not what is before the office', canEditSheet(HEAD, signed('submitted'), DURING), 'sheet_not_editable'],
    ['what was returned, also after the window', canEditSheet(LIAISON, signed('returned'), AFTER), 'allowed'],
    ['the returned row', canEditRow(LIAISON, signed('returned', 'accepted'), 'returned', AFTER), 'allowed'],
    [
      'not the accepted one',
      canEditRow(LIAISON, signed('returned', 'accepted'), 'accepted', AFTER),
      'sheet_not_editable',
    ],
    [
      'nor the one before the office',
      canEditRow(LIAISON, signed('returned', 'submitted'), 'submitted', AFTER),
      'sheet_not_editable',
    ],
    ['the head signs', canSignSheet(HEAD, sheet(), DURING), 'allowed'],
    ['the liaison does not', canSignSheet(LIAISON, sheet(), DURING), 'head_signs'],
  ])('%s', (_, verdict, code) => {
    expect(codeOf(verdict)).toBe(code)
  })

  const row = { state: 'submitted', authorId: 'liaison', signedById: 'head' } as const
  test.each([
    ['the office decides', canDecideRow(OFFICE, row), 'allowed'],
    ['the unit does not', canDecideRow(HEAD, row), 'office_only'],
    ['nobody decides on their own', canDecideRow(OFFICE, { ...row, authorId: 'office' }), 'report_author_accepts'],
    ['nor on what they signed', canDecideRow(OFFICE, { ...row, signedById: 'office' }), 'report_author_accepts'],
    ['nothing is decided twice', canDecideRow(OFFICE, { ...row, state: 'accepted' }), 'row_not_submitted'],
  ])('%s', (_, verdict, code) => {
    expect(codeOf(verdict)).toBe(code)
  })
  test('a return has a reason', () => {
    expect(acceptRow(OFFICE, row)).toBe('accepted')
    expect(returnRow(OFFICE, row, 'noNumber')).toBe('returned')
    expect(() => returnRow(OFFICE, row, null)).toThrow(Refusal)
  })
})

const ROW: ReportRow = {
  ...EMPTY_ROW,
  actualShare: 60,
  done: ['完成 3 号楼主体结构施工'],
  nextStep: '组织二次结构砌筑',
  evidence: ['photo-1'],
  confidence: 'green',
}
const context = (fields: Partial<RowContext> = {}): RowContext => ({
  hasTarget: false,
  periodEndsOn: '2026-09-30',
  previous: null,
  milestones: [
    { id: 'm1', title: '封顶', currentDueOn: '2026-09-20', state: 'pending' },
    { id: 'm2', title: '竣工', currentDueOn: '2026-12-20', state: 'pending' },
    { id: 'm0', title: '开工', currentDueOn: '2026-03-20', state: 'accepted' },
  ],
  ...fields,
})

describe('a row is checked before the head signs', () => {
  test.each<[string, Partial<ReportRow>, Partial<RowContext>, string[]]>([
    ['in order', {}, {}, []],
    ['no share', { actualShare: null }, {}, ['no_number']],
    ['an indicator without a value', { actualShare: null }, { hasTarget: true }, ['no_number']],
    ['an indicator with a value', { actualShare: null, actualValue: 143.6 }, { hasTarget: true }, []],
    ['all of it', { actualShare: 100 }, {}, []],
    ['nothing of it', { actualShare: 0 }, {}, []],
    ['a share above 100', { actualShare: 101 }, {}, ['share_out_of_range']],
    ['a share that is no number', { actualShare: Number.NaN }, {}, ['share_out_of_range']],
    ['a claim without evidence', { claimedMilestoneIds: ['m1'], evidence: [] }, {}, ['no_evidence']],
    ['a claim with evidence', { claimedMilestoneIds: ['m1'] }, {}, []],
    ['a claim of nothing known', { claimedMilestoneIds: ['m9'] }, {}, ['milestone_unknown']],
    ['a claim of what is accepted', { claimedMilestoneIds: ['m0'] }, {}, ['milestone_accepted_already']],
    ['a claim ahead of its period', { claimedMilestoneIds: ['m2'] }, {}, ['milestone_not_due']],
    ['four things done', { done: ['甲', '乙', '丙', '丁'] }, {}, ['too_many_done']],
    ['the last period again', {}, { previous: ROW }, ['copied']],
    [
      'less than last time',
      {},
      { previous: { ...ROW, actualShare: 70, done: ['场地平整'], nextStep: '' } },
      ['share_falls'],
    ],
    [
      'a new value under the old share',
      { actualValue: 18 },
      { hasTarget: true, previous: { ...ROW, actualValue: 14, done: ['场地平整'], nextStep: '' } },
      ['share_left_behind'],
    ],
    [
      'a new value with its share',
      { actualValue: 18, actualShare: 90 },
      { hasTarget: true, previous: { ...ROW, actualValue: 14, done: ['场地平整'], nextStep: '' } },
      [],
    ],
  ])('%s', (_, row, given, codes) => {
    expect(checkRow({ ...ROW, ...row }, context(given)).map(({ code }) => code)).toEqual(codes)
  })
  test('a copy and a falling share ask, and keep nobody from signing', () => {
    expect(isBlocked(checkRow(ROW, context({ previous: { ...ROW, actualShare: 70 } })))).toBe(false)
    expect(isBlocked(checkRow({ ...ROW, actualShare: null }, context()))).toBe(true)
  })
})

test('every problem is said in both languages, with its facts in place', () => {
  const wrong: ReportRow = { ...ROW, actualShare: 120, evidence: [], claimedMilestoneIds: ['m0', 'm2', 'm9'] }
  const found = checkRow(
    { ...wrong, done: ['甲', '乙', '丙', '丁'] },
    context({ previous: { ...ROW, actualShare: 130, done: ['甲乙丙丁'] } }),
  )
  const left = checkRow({ ...ROW, actualValue: 18 }, context({ previous: { ...ROW, actualValue: 14 } }))
  const all = [...found, ...left, ...checkRow({ ...ROW, actualShare: null }, context({ previous: ROW }))]
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(ROW_PROBLEMS))
  for (const problem of all)
    for (const language of ['zh', 'en'] as const) expect(problemSentence(problem, language)).toMatch(/^[^{}]{6,}$/)
})

describe('likeness of two texts', () => {
  test.each([
    ['完成主体结构施工，正在砌筑。', '完成主体结构施工,正在砌筑', true],
    ['完成 3 号楼主体结构施工', '完成 4 号楼装饰装修工程', false],
    ['', '', false],
    ['无', '无', true],
  ])('%j and %j', (a, b, isCopy) => {
    expect(likeness(a, b) >= 0.9).toBe(isCopy)
  })
  test('is 1 for the same, the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1)
        expect([0, 1]).toContain(likeness(a, a))
      }),
    )
  })
})

describe('a row comes prefilled', () => {
  test('numbers stand, the last next step is the draft of what was done', () => {
    expect(prefillRow(ROW)).toEqual({
      ...EMPTY_ROW,
      actualShare: 60,
      confidence: 'green',
      done: ['组织二次结构砌筑'],
    })
    expect(prefillRow(null)).toEqual(EMPTY_ROW)
  })
  test('only what was changed counts as changed', () => {
    const prefilled = prefillRow(ROW)
    expect(changedFields({ ...prefilled, nextStep: ' ' }, prefilled)).toEqual([])
    expect(changedFields({ ...prefilled, actualShare: 75, nextStep: '竣工验收' }, prefilled)).toEqual([
      'actualShare',
      'nextStep',
    ])
  })
})

test('whatever rows and days, a sheet has one state and only its unit can write to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ROW_STATES), { maxLength: 6 }),
      fc.boolean(),
      fc.integer({ min: -40, max: 60 }),
      fc.constantFrom(OFFICE, HEAD, LIAISON, NEIGHBOUR),
      (rowStates, isSubmitted, passed, actor) => {
        const facts = isSubmitted ? signed(...rowStates) : sheet({ rowStates })
        const today = addDays('2026-09-24', passed)
        const isWritable = ['open', 'draft', 'returned'].includes(sheetState(facts, today))
        expect(canEditSheet(actor, facts, today).allowed).toBe(isWritable && [HEAD, LIAISON].includes(actor))
        expect(canSignSheet(actor, facts, today).allowed).toBe(isWritable && actor === HEAD)
      },
    ),
  )
})
