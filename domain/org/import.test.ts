import { expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'
import { planOrgImport, type OrgKnown } from './import-plan.ts'
import { readOrgTables } from './import-table.ts'

const UNIT_HEAD = ['单位名称', '简称', '别名', '类别', '分组']
const PEOPLE_HEAD = ['姓名', '用户名', '电话', '角色', '所在单位', '职务']

const known: OrgKnown = {
  units: [
    { id: 'fgj', name: '发展和改革局', shortName: '发改局', aliases: ['计委'], kind: 'government', group: '政府部门' },
  ],
  people: [
    {
      id: 'me',
      name: '高明',
      userName: 'gaoming',
      phone: null,
      disabled: false,
      posts: [{ role: 'sysAdmin', unitName: null, title: '' }],
    },
    {
      id: 'li',
      name: '李明',
      userName: 'liming',
      phone: '138',
      disabled: false,
      posts: [{ role: 'liaison', unitName: '发展和改革局', title: '' }],
    },
    { id: 'off', name: '旧人', userName: 'jiuren', phone: null, disabled: true, posts: [] },
  ],
  takenUserNames: new Set(['elsewhere']),
  selfId: 'me',
}
const plan = (...grids: string[][][]) => planOrgImport(readOrgTables(grids), known, 'zh')
const units = (...rows: string[][]) => plan([UNIT_HEAD, ...rows])
const people = (...rows: string[][]) => plan([PEOPLE_HEAD, ...rows])

test('a new unit takes its short name from its name, and its kind where none is said', () => {
  expect(units(['教育局', '', '教体局、教委', '', '']).units).toEqual([
    {
      row: 2,
      id: null,
      before: null,
      after: { name: '教育局', shortName: '教育局', aliases: ['教体局', '教委'], kind: 'government', group: '' },
    },
  ])
})

test('a short name made of a long one ends with a whole character', () => {
  expect(units([`甲${'𠮷'.repeat(20)}局`, '', '', '', '']).units[0]?.after.shortName).toBe(`甲${'𠮷'.repeat(14)}`)
})

test('a known unit keeps what the file leaves empty', () => {
  const [planned] = units(['发展和改革局', '', '', '党群', '']).units
  expect(planned).toMatchObject({
    id: 'fgj',
    after: { shortName: '发改局', aliases: ['计委'], kind: 'party', group: '政府部门' },
  })
})

test.each([
  ['a name that another unit goes by', [['发改局', '', '', '', '']], '发展和改革局'],
  [
    'a name twice',
    [
      ['教育局', '', '', '', ''],
      ['教育局', '', '', '', ''],
    ],
    '第 2 行重复',
  ],
  ['no name', [['', '教育', '', '', '']], '请填名称'],
  ['a kind nobody knows', [['教育局', '', '', '部委', '']], '党群机关'],
  ['a short name of 31 characters', [['教育局', '长'.repeat(31), '', '', '']], '30 个字以内'],
])('%s is a problem of its cell', (_, rows, words) => {
  expect(
    units(...rows)
      .problems.map((problem) => problem.message)
      .join(),
  ).toContain(words)
})

test('what may be written is said in the asker’s language', () => {
  const { problems } = planOrgImport(readOrgTables([[UNIT_HEAD, ['School', '', '', 'x', '']]]), known, 'en')
  expect(problems.map(({ message }) => message)).toEqual([
    'Write one of: Party, Government, Town, Street, Enterprise, Other.',
  ])
})

test('rows of one user name are one person with several posts', () => {
  const { people: planned, problems } = people(
    ['王芳', 'wangfang', '', '联络员', '发改局', '主任'],
    ['王芳', 'WangFang', '139', '承办人', '计委', ''],
  )
  expect(problems).toEqual([])
  expect(planned).toHaveLength(1)
  expect(planned[0]?.after).toEqual({
    name: '王芳',
    userName: 'wangfang',
    phone: '139',
    posts: [
      { role: 'assignee', unitName: '发展和改革局', title: '' },
      { role: 'liaison', unitName: '发展和改革局', title: '主任' },
    ],
  })
})

test('a person of the same file finds a unit of the same file', () => {
  const { problems } = plan(
    [UNIT_HEAD, ['教育局', '教育', '', '', '']],
    [PEOPLE_HEAD, ['王芳', 'wangfang', '', '联络员', '教育', '']],
  )
  expect(problems).toEqual([])
})

test.each([
  ['a role nobody knows', ['王芳', 'wangfang', '', '处长', '发改局', ''], '角色'],
  ['a liaison without a unit', ['王芳', 'wangfang', '', '联络员', '', ''], '所在单位'],
  ['a unit nobody knows', ['王芳', 'wangfang', '', '联络员', '水务局', ''], '所在单位'],
  ['no user name', ['王芳', '', '', '联络员', '发改局', ''], '用户名'],
  ['a user name with a space', ['王芳', 'wang fang', '', '联络员', '发改局', ''], '用户名'],
  ['a user name of another organization', ['王芳', 'Elsewhere', '', '联络员', '发改局', ''], '用户名'],
  ['a disabled account', ['旧人', 'jiuren', '', '联络员', '发改局', ''], '用户名'],
  ['no name', ['', 'wangfang', '', '联络员', '发改局', ''], '姓名'],
  ['the own posts', ['高明', 'gaoming', '', '审计管理员', '', ''], '角色'],
])('%s is a problem of its cell', (_, row, column) => {
  expect(people(row).problems).toMatchObject([{ list: 'people', row: 2, column }])
})

test('三员 exclude each other and business over the rows of one person', () => {
  const { problems } = people(
    ['王芳', 'wangfang', '', '审计管理员', '', ''],
    ['王芳', 'wangfang', '', '联络员', '发改局', ''],
  )
  expect(problems.map((problem) => problem.message).join()).toContain('三员')
})

test('what is there already changes nothing', () => {
  const { people: planned } = people(['李明', 'liming', '', '联络员', '发改局', ''])
  expect(planned[0]?.before).toEqual(planned[0]?.after)
})

test('heads are found below titles, by other words, in either language; examples are passed over', () => {
  const { units: found } = readOrgTables([
    [['某区单位一览表'], [], ['序号', '单位全称＊', ' 简 称 '], ['1', '例：教育局', ''], ['2', '水务局', '水务']],
    [
      ['Unit', 'Short name'],
      ['Water', ''],
    ],
    [['没有', '表头']],
  ])
  expect(found.map((row) => [row.row, row.cells.name])).toEqual([
    [5, '水务局'],
    [2, 'Water'],
  ])
})

test('csv comes back as it was written, whatever the cells hold', () => {
  const rows = [
    ['a', 'b'],
    ['一、"二"', 'x,y'],
    ['line\nbreak', ''],
  ]
  expect(readCsv(writeCsv(rows)).slice(0, 3)).toEqual(rows)
  expect(readCsv('a;b\r\n1;2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})
