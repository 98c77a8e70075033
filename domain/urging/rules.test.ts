import { expect, test } from 'vitest'
import { MESSAGE_KINDS } from '../messages/kinds.ts'
import { isSameRules, rulesOn, stagesTwice, URGE_PRESET_NAMES, URGE_PRESETS, UrgeRules } from './rules.ts'
import { noticeReasonCode, urgeKind } from './words.ts'

test.each(URGE_PRESET_NAMES)('the preset %s can be kept, says no moment twice, and climbs', (name) => {
  const rules: UrgeRules = UrgeRules.parse(URGE_PRESETS[name])
  expect(stagesTwice(rules.stages)).toEqual([])
  const bringing = rules.stages.flatMap(({ notice }) => notice?.level ?? [])
  expect(bringing).toEqual(['blue', 'yellow', 'red'])
  for (const { notice } of rules.stages) expect(notice?.issue ?? 'confirmed').toBe('confirmed')
})

test('the standard rules urge on the days that PRODUCT.md names, each time somebody higher', () => {
  const milestones = URGE_PRESETS.standard.stages.filter(({ subject }) => subject === 'milestone')
  expect(milestones.map(({ offsetWorkdays }) => offsetWorkdays)).toEqual([-7, -3, 0, 1, 5])
  expect(milestones.map(({ to }) => to.at(-1))).toEqual([
    'liaison',
    'liaison',
    'unitHead',
    'unitHead',
    'leaderInCharge',
  ])
})

test('of the sets in effect the latest version holds, and before all of them the standard one', () => {
  const set = (version: number, effectiveOn: string) => ({ version, effectiveOn, rules: URGE_PRESETS.ladder })
  const sets = [set(1, '2026-03-01'), set(2, '2026-06-01'), set(3, '2026-04-01')]
  const versions = ['2026-02-28', '2026-03-01', '2026-04-01', '2026-07-01'].map((on) => rulesOn(sets, on).version)
  expect(versions).toEqual([0, 1, 3, 3])
})

test('the same moment twice is found, and only then', () => {
  const [first, second] = URGE_PRESETS.standard.stages
  expect(stagesTwice([first, second])).toEqual([])
  expect(stagesTwice([first, second, { ...first, to: ['unitHead'] }])).toHaveLength(1)
})

test.each([
  ['milestone', 3, 'milestoneAhead', 'milestoneAhead'],
  ['milestone', 0, 'milestoneToday', 'milestoneAhead'],
  ['milestone', -1, 'milestoneOverdue', 'milestoneOverdue'],
  ['acknowledgement', -1, 'acknowledgementLate', 'acknowledgementLate'],
  ['acknowledgement', 1, 'acknowledgementAhead', 'acknowledgementLate'],
  ['sheet', 0, 'sheetClosing', null],
  ['sheet', -1, 'sheetMissed', null],
  ['answer', 0, 'answerAhead', 'answerMissing'],
  ['answer', -1, 'answerLate', 'answerMissing'],
] as const)('%s with %i working days left is said as %s', (subject, workdaysLeft, kind, reason) => {
  expect(urgeKind({ subject, workdaysLeft })).toBe(kind)
  expect(Object.keys(MESSAGE_KINDS)).toContain(kind)
  expect(noticeReasonCode({ subject, workdaysLeft })).toBe(reason)
})

test('rules that say the same are the same, in whatever order their fields stand', () => {
  const { stages, ...rest } = URGE_PRESETS.standard
  const turned = stages.map((stage) => Object.fromEntries(Object.entries(stage).reverse()))
  expect(isSameRules(UrgeRules.parse({ ...rest, stages: turned }), URGE_PRESETS.standard)).toBe(true)
  expect(isSameRules(URGE_PRESETS.ladder, URGE_PRESETS.standard)).toBe(false)
})
