import { expect, test } from 'vitest'
import { UNIT_KINDS } from '../org/unit.ts'
import { membersOf } from './collective.ts'
import { read } from './examples/read.ts'

const units = UNIT_KINDS.map((kind) => ({ id: kind, kind, name: kind, shortName: kind, aliases: [] }))

test.each([
  ['各镇（街道）', ['town', 'street']],
  ['各镇街', ['town', 'street']],
  ['各乡镇', ['town']],
  ['各街道', ['street']],
  ['沿线乡镇', ['town']],
  ['有关镇（街道）', ['town', 'street']],
  ['各部门', ['party', 'government']],
  ['区直各单位', ['party', 'government']],
  ['区直各部门', ['party', 'government']],
  ['各单位', ['party', 'government', 'town', 'street']],
  ['区属国有企业', ['enterprise']],
  ['各有关部门', []],
  ['相关单位', []],
  ['区直有关部门', []],
])('%s means %j', (name, kinds) => {
  expect(membersOf(name, { units }).map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  ['下雪天各街道', '各街道'],
  ['采暖季各镇（街道）', '各镇（街道）'],
  ['节假日期间各部门', '各部门'],
  ['入冬以来各有关单位', '各有关单位'],
  ['区直各部门', '区直各部门'],
  ['区政府各部门', '区政府各部门'],
  ['清源区各镇街', '清源区各镇街'],
  ['市属各企业', '市属各企业'],
  ['沿线各乡镇', '沿线各乡镇'],
])('whoever %s are, %s lead: when is no part of their name, whose they are is', (written, lead) => {
  for (const text of [
    `1.清扫道路30条。（${written}负责，12月底前完成）`,
    `1.${written}负责清扫道路30条，12月底前完成。`,
  ])
    expect(read(text, { planYear: 2026 }).drafts.map((draft) => draft.lead)).toEqual([[lead]])
})
