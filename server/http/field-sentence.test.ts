import { expect, test } from 'vitest'
import { fieldsSentence, unknownField } from './field-sentence.ts'

test.each([
  ['leadUnitId', '牵头单位：'],
  ['assignment/leadUnitIds/1', '牵头单位：'],
  ['changes/supports/2/unitId', '配合单位：'],
  ['cells/pillarId', '板块：'],
  ['participants/0', ''],
])('what is wrong at %s is said with the field’s own word', (at, word) => {
  expect(fieldsSentence([unknownField(at, 'zh')], 'zh')).toBe(`${word}没有这一项，或已停用，请另选。`)
})

test('the same said of several is said once, and a long list is cut', () => {
  const fields = ['supports/0/unitId', 'supports/1/unitId', 'leaderId'].map((at) => unknownField(at, 'en'))
  expect(fieldsSentence(fields, 'en').match(/Unknown/g)).toHaveLength(2)
  const many = ['a', 'b', 'c', 'd'].map((message) => ({ at: message, message }))
  expect(fieldsSentence(many, 'en')).toBe('a b c')
})
