import { expect, test } from 'vitest'
import { LIGHT_RULE_PRESETS } from '../lights/rules.ts'
import {
  difficultyRulesOf,
  isSameRule,
  ladderOn,
  lightRulesOn,
  PART_PRESETS,
  RULE_PARTS,
  ruleClash,
  ruleSetOn,
  standardRules,
  stepLimitsOf,
  StoredRules,
  SupervisionRules,
} from './rules.ts'

const wide = standardRules('wide')
const set = (version: number, effectiveOn: string, rules = wide) => ({ version, effectiveOn, rules })

test('every preset of every part can be kept beside the standard of the others', () => {
  for (const part of RULE_PARTS) {
    for (const preset of Object.values(PART_PRESETS[part])) {
      const rules = { ...standardRules('standard'), [part]: preset }
      expect(SupervisionRules.parse(rules)).toEqual(rules)
      expect(ruleClash(SupervisionRules.parse(rules))).toBeNull()
    }
  }
})

test('of the sets in effect the latest version holds; before all of them what the product brings', () => {
  const sets = [set(1, '2026-03-01'), set(2, '2026-06-01'), set(3, '2026-04-01')]
  const versions = ['2026-02-28', '2026-03-01', '2026-04-01', '2026-07-01'].map((on) => ruleSetOn(sets, on)?.version)
  expect(versions).toEqual([undefined, 1, 3, 3])
  expect(ruleSetOn([...sets].reverse(), '2026-07-01')?.version).toBe(3)
})

test('lights, ladder and clocks go by the set of the day, each under its version', () => {
  const rules = { ...wide, ladder: PART_PRESETS.ladder.short, difficulties: PART_PRESETS.difficulties.weekly }
  const sets = [set(1, '2026-03-01', rules)]
  expect(lightRulesOn(sets, 'standard', '2026-02-28')).toBe(LIGHT_RULE_PRESETS.standard)
  expect(lightRulesOn(sets, 'standard', '2026-03-01')).toMatchObject({
    version: 'S1',
    trajectory: { redAbovePoints: 30 },
  })
  expect(ladderOn(sets, '2026-02-28')).toMatchObject({ version: '1', officeMostWorkdays: 10 })
  expect(ladderOn(sets, '2026-03-01')).toMatchObject({ version: 'S1', officeMostWorkdays: 7 })
  expect(difficultyRulesOf(sets)('2026-02-28').levelWorkdays[1]).toBe(3)
  expect(difficultyRulesOf(sets)('2026-03-01').levelWorkdays[1]).toBe(5)
})

test('red before yellow and a ladder that skips a step are found', () => {
  const { lights, ladder } = wide
  const flat = { ...lights, trajectory: { yellowAbovePoints: 20, redAbovePoints: 20 } }
  expect(ruleClash({ ...wide, lights: flat })).toBe('trajectory')
  expect(ruleClash({ ...wide, ladder: { ...ladder, principalFromOrdinal: 2 } })).toBe('ladder')
})

test('rules that say the same are the same, in whatever order their fields stand', () => {
  const turned = Object.fromEntries(Object.entries(wide).reverse())
  expect(isSameRule(turned, wide)).toBe(true)
  expect(isSameRule(standardRules('standard'), wide)).toBe(false)
})

test('a step’s limit is that of the day its clock began; versions from before they could be set have the product’s', () => {
  const { steps, ...before } = standardRules('standard')
  const later = { ...standardRules('standard'), steps: { ...steps, acknowledgeWorkdays: 1 } }
  const sets = [set(1, '2026-03-01', StoredRules.parse(before)), set(2, '2026-06-01', later)]
  const days = ['2026-02-28', '2026-05-31', '2026-06-01'].map((on) => stepLimitsOf(sets)(on).acknowledgeWorkdays)
  expect(days).toEqual([2, 2, 1])
  expect(SupervisionRules.safeParse(before).success).toBe(false)
})
