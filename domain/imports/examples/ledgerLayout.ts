import type { ColumnKind, Written } from './ledgerPool.ts'
import type { Traits } from './ledgerTraits.ts'

/** `row, column, rows, columns` from 0. */
export type Merge = readonly [number, number, number, number]

export interface LedgerSheet {
  readonly name: string
  readonly rows: string[][]
  readonly merges: Merge[]
}

/** A row before it is laid out. */
export interface Drawn {
  readonly group: string
  readonly task: string
  readonly target: string
  readonly lead: readonly string[]
  readonly supporting: readonly string[]
  readonly leader: string
  readonly person: string
  readonly day: Written
  readonly doubts: readonly string[]
  /** Same units and day as the row above. */
  readonly again: boolean
}

export interface Layout {
  readonly traits: Traits
  readonly columns: readonly ColumnKind[]
  readonly names: ReadonlyMap<ColumnKind, string>
}

function ownersIn({ who, separator }: Traits, { lead, supporting }: Drawn): string {
  const all = [...lead, ...supporting]
  if (all.length === 0) return ''
  // A blank or a bar cannot part names inside a sentence.
  const comma = '、'
  if (who === 'said in the cell')
    return supporting.length === 0
      ? `${lead.join(comma)}牵头`
      : `${lead.join(comma)}牵头，${supporting.join(comma)}配合`
  if (who === 'marked in the cell')
    return supporting.length === 0 ? lead.join(comma) : `${lead.join(comma)}（牵头）${comma}${supporting.join(comma)}`
  if (who === 'labels in the cell')
    return `牵头单位：${lead.join(comma)}${supporting.length === 0 ? '' : `\n配合单位：${supporting.join(comma)}`}`
  return all.join(separator)
}

function cellOf(kind: ColumnKind, row: Drawn, number: number, { traits }: Layout): string {
  const cells: Record<ColumnKind, () => string> = {
    number: () => traits.number(number),
    pillar: () => row.group,
    task: () => (traits.wraps ? `${row.task.slice(0, 4)}\n${row.task.slice(4)}` : row.task),
    target: () => row.target,
    lead: () => row.lead.join(traits.separator),
    owner: () =>
      traits.personBehind && row.lead.length > 0 ? `${ownersIn(traits, row)}\n${row.person}` : ownersIn(traits, row),
    support: () => row.supporting.join(traits.separator),
    leader: () => (number % 3 === 0 ? ` ${row.leader} ` : row.leader),
    person: () => (traits.phone ? row.person : `${row.person} 0551-6600${1000 + number}`),
    deadline: () => row.day.text,
    progress: () => (number % 2 === 0 ? '3月15日完成招标，正在施工' : '已完成20%'),
    remark: () => (number % 4 === 0 ? '列入2026年政府工作报告' : ''),
    phone: () => `6600${1000 + number}`,
    quarter1: () => stageIn(row, 1),
    quarter2: () => stageIn(row, 2),
    quarter3: () => stageIn(row, 3),
    quarter4: () => stageIn(row, 4),
    money: () => String(number * 1250),
  }
  return cells[kind]()
}

/** What is to be done by the end of a quarter; nothing behind the one that the task ends in. */
function stageIn({ day }: Drawn, quarter: number): string {
  const last = day.on === null ? 0 : Math.ceil(Number(day.on.slice(5, 7)) / 3)
  return quarter > last
    ? ''
    : quarter === last
      ? '全部完成'
      : (['', '完成前期手续', '进场施工', '完成主体'][quarter] ?? '')
}

const SPOKEN = '一二三四五六七八九十'

/** Lays rows out as a sheet: titles above, a header, groups, and what stands below. */
export function sheetOf(name: string, drawn: readonly Drawn[], layout: Layout): LedgerSheet {
  const { traits, columns } = layout
  const rows: string[][] = []
  const merges: Merge[] = []
  const width = columns.length
  const from = traits.fromColumn
  const put = (cells: readonly string[]) => rows.push([...Array.from({ length: from }, () => ''), ...cells])
  const alone = (text: string, at = 0) => put(columns.map((_, column) => (column === at ? text : '')))
  const across = (text: string) => {
    merges.push([rows.length, from, 1, width])
    alone(text)
  }
  const titles = [
    '云泽区2026年度重点工作任务台账',
    '填报单位：云泽区人民政府办公室    填报日期：2026年2月20日',
    '单位：万元、个',
  ]
  for (const title of titles.slice(0, traits.titleRows)) across(title)
  const header = () => putHeader(rows, merges, layout, put)
  header()
  let group = ''
  let number = 0
  for (const [at, row] of drawn.entries()) {
    if (row.group !== group) {
      group = row.group
      const turn = [...new Set(drawn.map((one) => one.group))].indexOf(group)
      if (traits.groups === 'section rows') across(`${SPOKEN[turn] ?? ''}、${group}`)
      if (traits.groups === 'two levels') {
        alone(`${SPOKEN[turn] ?? ''}、${group}`, turn % 2)
        alone(`（一）${group}重点事项`, turn % 2)
      }
      if (traits.restarts) number = 0
      if (traits.groups === 'merged column') {
        const tall = drawn.filter((one) => one.group === group).length
        if (tall > 1) merges.push([rows.length, from + columns.indexOf('pillar'), tall, 1])
      }
    }
    number++
    if (row.again && traits.again === 'merged' && traits.groups !== 'two levels') mergeAbove(rows, merges, layout)
    put(columns.map((kind) => shown(kind, row, number, drawn[at - 1], layout)))
    const last = drawn[at + 1]?.group !== group
    if (traits.totals && last && traits.groups !== 'merged column')
      put(columns.map((_, column) => (column === 0 ? '小计' : column === 1 ? `${number}项` : '')))
    if (traits.blankRows && last) put([])
    if (traits.header === 'repeated' && at === 7 && traits.groups !== 'merged column') header()
  }
  if (traits.notes) {
    alone('注：1.本台账每月25日前更新。2.完成时限为最迟时间。')
    alone('填表人：李明    审核人：程远    联系电话：66001234')
  }
  return { name, rows, merges }
}

const SAME: readonly ColumnKind[] = ['lead', 'support', 'owner', 'deadline']

/** The cells of the row above go over the next one too. */
function mergeAbove(rows: readonly string[][], merges: Merge[], { traits, columns }: Layout): void {
  for (const [column, kind] of columns.entries())
    if (SAME.includes(kind)) merges.push([rows.length - 1, traits.fromColumn + column, 2, 1])
}

const shown = (kind: ColumnKind, row: Drawn, number: number, above: Drawn | undefined, layout: Layout): string => {
  const { again, groups } = layout.traits
  if (row.again && again !== 'written out' && SAME.includes(kind) && groups !== 'two levels')
    return again === 'merged' ? '' : cellOf(kind, row, number, layout) === '' ? '' : '同上'
  const covered = layout.traits.groups === 'merged column' || layout.traits.groups === 'first row only'
  if (kind === 'pillar' && covered && above?.group === row.group) return ''
  return cellOf(kind, row, number, layout)
}

const UNDER: readonly ColumnKind[] = ['leader', 'lead', 'support', 'owner', 'person', 'phone']

/** One row of names, or two: 责任分工 over who leads and supports; names that stand alone cover both rows. */
function putHeader(
  rows: readonly string[][],
  merges: Merge[],
  layout: Layout,
  put: (cells: readonly string[]) => void,
) {
  const { traits, columns, names } = layout
  const nameOf = (kind: ColumnKind) => names.get(kind) ?? ''
  const at = rows.length
  if (!traits.header.startsWith('two rows')) return put(columns.map(nameOf))
  const grouped = columns.filter((kind) => UNDER.includes(kind))
  const first = columns.findIndex((kind) => UNDER.includes(kind))
  put(columns.map((kind, column) => (grouped.includes(kind) ? (column === first ? '责任分工' : '') : nameOf(kind))))
  put(columns.map((kind) => (grouped.includes(kind) ? nameOf(kind) : '')))
  merges.push([at, traits.fromColumn + first, 1, grouped.length])
  if (traits.header !== 'two rows, merged upright') return
  for (const [column, kind] of columns.entries())
    if (!grouped.includes(kind)) merges.push([at, traits.fromColumn + column, 2, 1])
}
