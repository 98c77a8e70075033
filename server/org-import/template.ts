import { writeCsv } from '#domain/org/csv.ts'
import { choicesOf, COLUMNS, KIND_WORDS, ROLE_WORDS, type OrgList } from '#domain/org/import-table.ts'
import type { Language } from '#domain/refusal.ts'
import { writeXlsx, type Sheet } from '../exports/xlsx.ts'
import type { FileAnswer } from '../http/context.ts'

const NAMES = { units: { zh: '单位', en: 'Units' }, people: { zh: '人员', en: 'People' } } as const

const TITLES = {
  units: {
    zh: `单位：每行一个，行序即新单位的官方顺序；别名用顿号隔开；类别写 ${choicesOf(KIND_WORDS).zh}。以“例：”开头的行不会导入。`,
    en: `Units: one a row, new ones in the official order; aliases parted by commas; kinds: ${choicesOf(KIND_WORDS).en}. Rows beginning with “e.g.:” are not imported.`,
  },
  people: {
    zh: `人员：每行一个岗位，一人多岗写多行（用户名相同）；角色写 ${choicesOf(ROLE_WORDS).zh}。以“例：”开头的行不会导入。`,
    en: `People: one post a row, several rows with one user name for several posts; roles: ${choicesOf(ROLE_WORDS).en}. Rows beginning with “e.g.:” are not imported.`,
  },
} as const

const EXAMPLES = {
  units: {
    zh: ['例：发展和改革局', '发改局', '发改委、计委', '政府部门', '政府部门'],
    en: ['e.g.: Development and Reform Bureau', 'Development', 'Planning Commission', 'Government', 'Government'],
  },
  people: {
    zh: ['例：李明', 'liming', '', '联络员', '发展和改革局', '办公室主任'],
    en: ['e.g.: Li Ming', 'liming', '', 'Liaison', 'Development and Reform Bureau', 'Head of office'],
  },
} as const

const headingsOf = (list: OrgList) => Object.values<{ zh: string; en: string; width: number }>(COLUMNS[list])

const sheetOf = (list: OrgList, language: Language): Sheet => ({
  name: NAMES[list][language],
  title: TITLES[list][language],
  columns: headingsOf(list).map((heading) => ({ heading: heading[language], width: heading.width, kind: 'text' })),
  rows: [[...EXAMPLES[list][language]]],
})

/** The file to fill in, in the asker's language: a workbook with both lists, or one list as comma separated text. */
export async function orgTemplate(format: 'xlsx' | 'csv', list: OrgList, language: Language): Promise<FileAnswer> {
  if (format === 'xlsx') {
    const bytes = await writeXlsx(sheetOf('units', language), sheetOf('people', language))
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: language === 'zh' ? '单位人员导入模板.xlsx' : 'units-and-people.xlsx', mediaType, bytes }
  }
  const head = headingsOf(list).map((heading) => heading[language])
  const bytes = new TextEncoder().encode(writeCsv([head, EXAMPLES[list][language]]))
  return { name: `${NAMES[list][language]}.csv`, mediaType: 'text/csv; charset=utf-8', bytes }
}
