import { expect, test } from 'vitest'
import { PART_PRESETS, standardRules } from '#domain/rules/rules.ts'
import { draftOf, draftOfPart, rulesIn } from './fields.ts'

test('every figure of the rules has a field, and what is not changed means what it meant', () => {
  for (const preset of ['standard', 'wide'] as const) {
    const rules = standardRules(preset)
    expect(rulesIn(draftOf(rules))).toEqual({ rules, unread: new Set() })
  }
})

test.each(['', 'x', '0', '61', '-3', '3.5'])('“%s” is no limit, and its field is named', (typed) => {
  const draft = draftOf(standardRules('standard'))
  const read = rulesIn({ ...draft, difficulties: { ...draft.difficulties, 'levelWorkdays.2': typed } })
  expect(read).toEqual({ rules: null, unread: new Set(['difficulties.levelWorkdays.2']) })
})

test('a part can be taken from another place without the rest', () => {
  const draft = draftOf(standardRules('standard'))
  const { rules } = rulesIn({ ...draft, ladder: draftOfPart('ladder', PART_PRESETS.ladder.short) })
  expect(rules).toEqual({ ...standardRules('standard'), ladder: PART_PRESETS.ladder.short })
})
