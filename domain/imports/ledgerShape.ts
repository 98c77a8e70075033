import type { Grid, GridCell, GridRow } from './grid.ts'
import { columnRole } from './headerWords.ts'
import { readLabel } from './labels.ts'
import { stageMonth } from './stageMonth.ts'
import { type LabelRole, LEADER_IN_FRONT } from './roles.ts'
import { evenWidth } from '../width.ts'

const TASK_ROLES = new Set<LabelRole>(['task', 'target', 'measure'])

export const WHO_ROLES = new Set<LabelRole>(['lead', 'owner', 'support', 'split'])

const NOTE_ROW = /^(?:备 *注|注|说明|填表说明|填报人|审核人|制表|填表|联系人|合计|小计|总计)[：:\s（(]?/

export interface LedgerShape {
  /** The row that the header begins in, and the first row of content. */
  readonly headerRow: number
  readonly firstRow: number
  readonly roles: readonly (LabelRole | null)[]
  /** Columns that say what is done by the end of a quarter or half-year: the month it ends in. */
  readonly stages: readonly ({ readonly month: number; readonly name: string } | null)[]
  /** Columns of units with the person's name behind: 责任单位及责任人. */
  readonly withPeople: readonly boolean[]
  /** Columns with the leader's name in front of the units: 责任领导及责任单位. */
  readonly withLeaders: readonly boolean[]
}

export const evenOf = (cell: GridCell | undefined) => evenWidth(cell?.text ?? '').trim()

const roleOf = (cell: GridCell | undefined): LabelRole | null =>
  cell && cell.text.length <= 24 ? columnRole(evenOf(cell)) : null

/** Finds the header by meaning: the row (or two rows) with the most known names, within the first 15. */
export function findHeader(grid: Grid): LedgerShape | null {
  let best: { row: number; known: number } | null = null
  for (const [at, row] of grid.rows.slice(0, 15).entries()) {
    const roles = new Set(row.cells.map(roleOf).filter((role) => role !== null))
    if (roles.size >= 2 && roles.size > (best?.known ?? 1)) best = { row: at, known: roles.size }
  }
  if (!best) return null
  const top = grid.rows[best.row]?.cells ?? []
  const below = grid.rows[best.row + 1]?.cells ?? []
  // 3月 under 开工时间 is a day; under 进度安排, which covers several columns, it is a column's name.
  const isStage = (cell: GridCell, column: number) => {
    const over = top[column]?.text ?? ''
    return stageMonth(cell.text) !== null && [top[column - 1]?.text, top[column + 1]?.text, ''].includes(over)
  }
  const isName = (cell: GridCell, column: number) => roleOf(cell) !== null || isStage(cell, column)
  const second = below.filter((cell, column) => isName(cell, column) && cell.text !== top[column]?.text).length
  const twoLevels = second >= 2 && below.every((cell) => cell.text.length <= 16)
  const names = top.map((cell, column) => (twoLevels && below[column]?.text ? below[column] : cell))
  const stages = names.map(({ text }) => {
    const month = stageMonth(text)
    return month === null ? null : { month, name: text.replace(/\s+/g, '') }
  })
  const roles = names.map((cell, at) => (stages[at] ? null : (roleOf(cell) ?? roleOf(top[at]))))
  const withPeople = names.map(({ text }) => /(?:及|和|、|\/)(?:其)?(?:责任人|负责人|联系人)/.test(text))
  const withLeaders = names.map((cell) => LEADER_IN_FRONT.test(evenOf(cell).replace(/\s+/g, '')))
  const firstRow = best.row + (twoLevels ? 2 : 1)
  const shape = { headerRow: best.row, firstRow, roles, stages, withPeople, withLeaders }
  return isLedger(shape) ? shape : null
}

/** What is to be done, and who or when: without both it is another table, such as a matrix of targets. */
function isLedger({ roles, stages }: LedgerShape): boolean {
  const has = (of: ReadonlySet<LabelRole>) => roles.some((role) => role !== null && of.has(role))
  const timed =
    roles.some((role) => role === 'deadline' || role === 'leader' || role === 'person') ||
    stages.some((stage) => stage !== null)
  return has(TASK_ROLES) && (has(WHO_ROLES) || timed)
}

/** A section's title, `''` for a row that says nothing of tasks (a note, a sum), null for a row of content. */
export function sectionOf(row: GridRow, shape: LedgerShape): string | null {
  const filled = row.cells.filter((cell) => cell.text !== '')
  const texts = new Set(filled.map((cell) => cell.text))
  const first = filled[0]
  if (!first) return ''
  if (NOTE_ROW.test(evenOf(first)) && (texts.size === 1 || /^(?:合计|小计|总计|注|备 *注)/.test(evenOf(first))))
    return ''
  if (texts.size > 1) {
    // 一 | 工业强区: a numbered section in the first two cells
    const [mark, name, ...others] = filled
    const numbered =
      mark && /^(?:[一二三四五六七八九十]{1,3}|（[一二三四五六七八九十]{1,3}）)[、.]?$/.test(evenOf(mark))
    return numbered && name && others.length === 0 ? `${mark.text}、${name.text}`.replace('、、', '、') : null
  }
  const column = row.cells.indexOf(first)
  const label = readLabel(evenOf(first))
  if (row.cells.length === 2 && !label) return null
  const role = shape.roles[column] ?? null
  if (row.cells.length === 1) return first.text
  if (label && label.rank <= 2) return first.text
  const alone = filled.length === 1 && role === 'task' && column > 0 && first.text.length > 14
  return alone || first.text.length > 40 ? null : first.text
}

export const isHeaderAgain = (row: GridRow, shape: LedgerShape) =>
  row.cells.filter((cell, column) => cell.text !== '' && roleOf(cell) !== null && roleOf(cell) === shape.roles[column])
    .length >= 3
