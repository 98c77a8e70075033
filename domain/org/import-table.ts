import { ROLES, type Role } from '../access/actor.ts'
import { labelFor } from '../glossary.ts'
import { listed } from '../listed.ts'
import type { Language } from '../refusal.ts'
import { UNIT_KINDS, type UnitKind } from './unit.ts'

/** The two lists that can be imported. */
const ORG_LISTS = ['units', 'people'] as const
export type OrgList = (typeof ORG_LISTS)[number]

type Heading = { zh: string; en: string; also?: readonly string[]; width: number }

/** The columns of each list by their headings in both languages; a file may also use the other words. */
export const COLUMNS = {
  units: {
    name: { zh: '单位名称', en: 'Unit', also: ['名称', '单位', '单位全称', '全称', 'name'], width: 28 },
    shortName: { zh: '简称', en: 'Short name', also: ['单位简称'], width: 14 },
    aliases: { zh: '别名', en: 'Aliases', also: ['其他叫法', '曾用名'], width: 28 },
    kind: { zh: '类别', en: 'Kind', also: ['单位类别', '性质'], width: 12 },
    group: { zh: '分组', en: 'Group', also: ['单位分组'], width: 14 },
  },
  people: {
    name: { zh: '姓名', en: 'Name', also: [], width: 12 },
    userName: { zh: '用户名', en: 'User name', also: ['账号', '登录名', 'username'], width: 16 },
    phone: { zh: '电话', en: 'Telephone', also: ['手机', '手机号', '联系电话', 'phone'], width: 16 },
    role: { zh: '角色', en: 'Role', also: ['岗位'], width: 14 },
    unit: { zh: '所在单位', en: 'Unit', also: ['单位', '单位名称', '工作单位'], width: 28 },
    title: { zh: '职务', en: 'Title', also: ['职务名称'], width: 18 },
  },
} as const satisfies Record<OrgList, Record<string, Heading>>

export type ColumnOf<List extends OrgList> = keyof (typeof COLUMNS)[List]
/** One row of a list: its number in the file (the first is 1) and its trimmed cells; a missing column is empty. */
export type OrgRow<List extends OrgList> = { row: number; cells: Record<ColumnOf<List>, string> }
export type OrgTables = { units: OrgRow<'units'>[]; people: OrgRow<'people'>[] }

/** A sheet as it was read: cells by row, from the file's first row on. */
export type Grid = readonly (readonly string[])[]

const HEAD_WITHIN = 10
/** Rows of the template that only show how it is done. */
const EXAMPLE = /^(例|e\.g\.)[:：]/i

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊（）()]/g, '')

/** Every way to write a heading, folded, with the column it means. */
const headingsOf = (list: OrgList): Map<string, string> =>
  new Map(
    Object.entries<Heading>(COLUMNS[list]).flatMap(([column, { zh, en, also = [] }]) =>
      [zh, en, ...also].map((word) => [folded(word), column] as const),
    ),
  )

const HEADINGS = { units: headingsOf('units'), people: headingsOf('people') }
/** What a head must have to be this list's; people first, for both lists know a unit. */
const NEEDED = [
  { list: 'people', columns: ['name', 'userName', 'role'] },
  { list: 'units', columns: ['name'] },
] as const

/** Where each column of a list stands in a head row; null when the row is not its head. */
function columnsIn(cells: readonly string[], list: OrgList, needed: readonly string[]): Map<string, number> | null {
  const found = new Map<string, number>()
  cells.forEach((cell, index) => {
    const column = HEADINGS[list].get(folded(cell))
    if (column && !found.has(column)) found.set(column, index)
  })
  return needed.every((column) => found.has(column)) ? found : null
}

type Head = { at: number; list: OrgList; columns: Map<string, number> }

/** Finds the lists in a file's sheets by their heads; sheets without a head are passed over. */
export function readOrgTables(grids: readonly Grid[]): OrgTables {
  const tables: OrgTables = { units: [], people: [] }
  for (const grid of grids) {
    const head = headOf(grid)
    if (!head) continue
    const rows = grid.slice(head.at + 1).map((cells, index) => ({
      row: head.at + index + 2,
      at: (column: string) => cells[head.columns.get(column) ?? -1]?.trim() ?? '',
    }))
    for (const { row, at } of rows) {
      if (EXAMPLE.test(at('name'))) continue
      if (head.list === 'units') {
        const cells = {
          name: at('name'),
          shortName: at('shortName'),
          aliases: at('aliases'),
          kind: at('kind'),
          group: at('group'),
        }
        if (Object.values(cells).some(Boolean)) tables.units.push({ row, cells })
      } else {
        const own = { name: at('name'), userName: at('userName'), phone: at('phone') }
        const cells = { ...own, role: at('role'), unit: at('unit'), title: at('title') }
        if (Object.values(cells).some(Boolean)) tables.people.push({ row, cells })
      }
    }
  }
  return tables
}

/** The head is the row that knows most columns: a title may be one of their words too. */
function headOf(grid: Grid): Head | null {
  const heads = grid.slice(0, HEAD_WITHIN).flatMap((cells, at) =>
    NEEDED.flatMap(({ list, columns: needed }) => {
      const columns = columnsIn(cells, list, needed)
      return columns ? [{ at, list, columns }] : []
    }),
  )
  return heads.reduce<Head | null>((best, head) => (best && best.columns.size >= head.columns.size ? best : head), null)
}

type Words = { zh: string; en: string; also: readonly string[] }

/** Other words for a role in a file, besides the glossary's. */
const ROLE_ALSO: Record<Role, readonly string[]> = {
  supervisionOffice: ['督查办', '目标办'],
  principalLeader: [],
  leaderInCharge: [],
  unitHead: ['单位正职', '正职', '一把手', '主要负责人'],
  liaison: ['督查员'],
  assignee: ['经办人', '具体责任人'],
  sysAdmin: [],
  securityAdmin: ['安全保密管理员'],
  auditAdmin: ['安全审计员'],
}
const roleWords = (role: Role): Words => ({
  zh: labelFor(role, 'zh'),
  en: labelFor(role, 'en'),
  also: ROLE_ALSO[role],
})
/** The words for a role in a file; the glossary's is the one in the template. */
export const ROLE_WORDS = Object.fromEntries(ROLES.map((role) => [role, roleWords(role)])) as Record<Role, Words>

/** The words for a unit's kind in a file. */
export const KIND_WORDS: Record<UnitKind, Words> = {
  party: { zh: '党群机关', en: 'Party', also: ['党群', '党委部门', '党委'] },
  government: { zh: '政府部门', en: 'Government', also: ['政府', '部门'] },
  town: { zh: '乡镇', en: 'Town', also: ['镇', '乡'] },
  street: { zh: '街道', en: 'Street', also: ['街道办', '街道办事处'] },
  enterprise: { zh: '国有企业', en: 'Enterprise', also: ['国企', '企业', '平台公司'] },
  other: { zh: '其他', en: 'Other', also: ['其它', '事业单位', '垂管单位'] },
}

/** What can be written in a column, in each language. */
export const choicesOf = (words: Record<string, Words>): Record<Language, string> => {
  const inOne = (language: Language) =>
    listed(
      language,
      Object.values(words).map((one) => one[language]),
    )
  return { zh: inOne('zh'), en: inOne('en') }
}

const byWord = <Key extends string>(keys: readonly Key[], words: Record<Key, Words>): Map<string, Key> =>
  new Map(
    keys.flatMap((key) => [key, words[key].zh, words[key].en, ...words[key].also].map((word) => [folded(word), key])),
  )
const ROLE_BY_WORD = byWord(ROLES, ROLE_WORDS)
const KIND_BY_WORD = byWord(UNIT_KINDS, KIND_WORDS)

export const readRole = (word: string): Role | undefined => ROLE_BY_WORD.get(folded(word))
export const readKind = (word: string): UnitKind | undefined => KIND_BY_WORD.get(folded(word))

/** The heading of a column, as the template writes it. */
export const headingOf = <List extends OrgList>(list: List, column: ColumnOf<List>, language: Language): string => {
  const headings: Record<string, Heading> = COLUMNS[list]
  return headings[String(column)]?.[language] ?? String(column)
}
