import { expect, test } from 'vitest'
import { UNIT_KINDS } from '../org/unit.ts'
import { membersOf } from './collective.ts'

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
