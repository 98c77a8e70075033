import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchList, unitMatcher } from './unitMatch.ts'

const UNITS = [
  { id: 'dev', name: '区发展和改革局', shortName: '区发改局', aliases: ['发改委'] },
  { id: 'housing', name: '云泽区住房和城乡建设局', shortName: '住建局', aliases: [] },
  { id: 'market', name: '区市场监督管理局', shortName: '市场监管局', aliases: ['市监局'] },
  { id: 'bay', name: '月湾镇人民政府', shortName: '月湾镇', aliases: [] },
  { id: 'street', name: '南桥街道办事处', shortName: '南桥街道', aliases: [] },
  { id: 'party', name: '区委办公室', shortName: '区委办', aliases: ['综合办'] },
  { id: 'office', name: '区政府办公室', shortName: '区政府办', aliases: ['综合办'] },
]
const match = unitMatcher(UNITS, '云泽区')

describe('a written name means one unit by its name, short name or alias, with or without place and level', () => {
  test.each([
    ['区发展和改革局', 'dev'],
    ['区发展改革局', 'dev'],
    ['区发改局', 'dev'],
    ['发改局', 'dev'],
    ['云泽区发改局', 'dev'],
    ['发改委', 'dev'],
    ['住房和城乡建设局', 'housing'],
    ['区住房城乡建设局', 'housing'],
    ['区住建局', 'housing'],
    ['市场监管局', 'market'],
    ['区市场监管局', 'market'],
    ['市监局', 'market'],
    ['月湾镇', 'bay'],
    ['月湾镇人民政府', 'bay'],
    ['南桥街道', 'street'],
    ['区 委 办', 'party'],
    ['区发改局（区统计局）', 'dev'],
  ])('%s → %s', (written, unitId) => {
    expect(match(written)).toEqual({ kind: 'unit', unitId })
  })
})

test('two units for one name are left to a person', () => {
  expect(match('综合办')).toEqual({ kind: 'several', unitIds: ['party', 'office'] })
})

test.each(['各镇（街道）', '各有关单位', '区直各部门', '各县（市、区）', '各部门', '区直各单位', '各乡镇'])(
  '%s stands for several units',
  (written) => {
    expect(match(written)).toEqual({ kind: 'collective' })
  },
)

test.each(['省水利厅', '国网云泽供电公司', '人民银行云泽支行'])('%s is outside the organization', (written) => {
  expect(match(written)).toEqual({ kind: 'outside' })
})

test.each(['市发改局', '市住房和城乡建设局', '省发展和改革局'])(
  "%s is a body of another level, not the district's",
  (written) => {
    expect(match(written)).toEqual({ kind: 'outside' })
  },
)

test("in a city, a district's body is not the city's; a unit that bears another level in its name is found by it", () => {
  const units = [
    { id: 'money', name: '市财政局', shortName: '财政局', aliases: [] },
    { id: 'land', name: '省自然资源厅执法队', shortName: '执法队', aliases: ['区土地所'] },
  ]
  const inCity = unitMatcher(units, '澜江市')
  expect(['财政局', '市财政局', '区财政局', '区土地所'].map((name) => inCity(name).kind)).toEqual([
    'unit',
    'unit',
    'outside',
    'unit',
  ])
})

describe('a level in front of a list is carried along', () => {
  test.each([
    [
      ['区发改局', '住建局'],
      ['unit', 'unit'],
    ],
    // 市住建局, or the district's own: nobody can tell from the words.
    [
      ['市公安局', '住建局'],
      ['outside', 'unknown'],
    ],
    [
      ['市公安局', '区住建局', '市场监管局'],
      ['outside', 'unit', 'unit'],
    ],
    [
      ['市公安局', '月湾镇'],
      ['outside', 'unit'],
    ],
    [
      ['市公安局', '各镇（街道）', '住建局'],
      ['outside', 'collective', 'unit'],
    ],
  ])('%j → %j', (names, kinds) => {
    expect(matchList(names, match).map(({ kind }) => kind)).toEqual(kinds)
  })
})

test.each(['区教育局', '市容管理处', '发改', ''])('%s means nothing known', (written) => {
  expect(match(written)).toEqual({ kind: 'unknown' })
})

test('a unit is always found by each of its own names that no other unit has', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code))
  const name = fc.array(han, { minLength: 3, maxLength: 10 }).map((chars) => `${chars.join('')}局`)
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), (names) => {
      const units = names.map((each, at) => ({ id: String(at), name: each, shortName: each, aliases: [] }))
      const matching = unitMatcher(units)
      for (const [at, each] of names.entries()) {
        const found = matching(each)
        expect(found.kind === 'unit' ? [found.unitId] : found.kind === 'several' ? found.unitIds : []).toContain(
          String(at),
        )
      }
    }),
  )
})
