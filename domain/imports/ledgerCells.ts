import type { CandidateWho } from './candidate.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import { readLabel } from './labels.ts'
import { type LedgerShape, WHO_ROLES } from './ledgerShape.ts'
import type { LabelRole } from './roles.ts'
import type { Span } from './source.ts'
import { evenWidth } from '../width.ts'

export interface RowState {
  path: string[]
  carried: Map<number, GridCell>
  /** What each column last said, for 同上. */
  said: Map<number, GridCell>
  /** Whom the section's row or the sheet's name charges with its rows, in a table without a column for that. */
  who: CandidateWho | null
}

export function pathWith(path: readonly string[], title: string): string[] {
  const rank = readLabel(evenWidth(title))?.rank ?? 1
  const kept = path.filter((heading) => (readLabel(evenWidth(heading))?.rank ?? 1) < rank)
  return [...kept, title]
}

const DITTO = /^(?:同上[一行格项]?|同前|〃|″|”|“|＂|"|々|同上。)$/

/** Fills what a category or, in flattened text, a lost merge left empty. */
export function carriedCells(row: GridRow, grid: Grid, shape: LedgerShape, state: RowState): readonly GridCell[] {
  const emptyWho = shape.roles.every((role, column) => !role || !WHO_ROLES.has(role) || !row.cells[column]?.text)
  const newWho = shape.roles.some((role, column) => role !== null && WHO_ROLES.has(role) && row.cells[column]?.text)
  return shape.roles.map((role, column) => {
    const own = row.cells[column] ?? { text: '', start: 0, end: 0, spread: false }
    const cell = DITTO.test(own.text.trim()) ? (state.said.get(column) ?? own) : own
    if (cell.text !== '') state.said.set(column, cell)
    const carries =
      role === 'pillar' || (!grid.exact && (role === 'leader' || (emptyWho && (role === 'lead' || role === 'owner'))))
    if (cell.text !== '') {
      state.carried.set(column, cell)
      return cell
    }
    if (newWho && role !== 'leader' && role !== 'pillar') state.carried.delete(column)
    return carries ? (state.carried.get(column) ?? cell) : cell
  })
}

interface Picked {
  readonly cell: GridCell
  readonly column: number
}

export const isSaid = (text: string) => text !== '' && !/^(?:[-—/\\·]+|无|暂无|\/)$/.test(text.trim())

export function pick(cells: readonly GridCell[], shape: LedgerShape, role: LabelRole): Picked[] {
  return cells.flatMap((cell, column) => (shape.roles[column] === role && isSaid(cell.text) ? [{ cell, column }] : []))
}

/** Lines of a cell that are each a piece of their own are parted by ；; a wrapped line goes on. */
export const oneLine = (text: string) =>
  text
    .replace(/([^\n]*[^\n，。；、：,;（(])[ \t]*\n\s*(?=[^，。；、）)\s][^\n]{3})/g, (_, line: string) =>
      line.length >= 6 ? `${line}；` : line,
    )
    .replace(/\s*\n\s*/g, '')
    .trim()

const unlabelled = (text: string) => {
  const label = readLabel(evenWidth(text))
  return label && label.rank >= 1 ? text.slice(label.length).trim() : text
}

/** The words of a row: the task, with its target or content where the task is but a name. */
export function wordsOf(
  cells: readonly GridCell[],
  shape: LedgerShape,
): { text: string; span: Span; group: string[]; target: string | null } | null {
  const tasks = pick(cells, shape, 'task')
  const targets = pick(cells, shape, 'target')
  const measures = pick(cells, shape, 'measure')
  const own = tasks.at(-1) ?? measures[0] ?? targets[0]
  if (!own) return null
  const group = tasks.slice(0, -1).map(({ cell }) => oneLine(cell.text))
  const name = unlabelled(oneLine(own.cell.text))
  const more = [...measures, ...targets].filter(({ cell }) => cell !== own.cell)
  const details =
    name.length <= 24 || !/[\d，。]/.test(name) ? more : more.filter(({ column }) => shape.roles[column] === 'target')
  const words = details.map(({ cell }) => oneLine(cell.text)).filter((text) => !name.includes(text))
  const text = [name, words.join('，')].map((part) => part.replace(/[。；：，]$/, '')).join('：')
  const last = details.at(-1)?.cell ?? own.cell
  const start = Math.min(own.cell.start, last.start)
  return {
    text: words.length > 0 ? text : name,
    span: { start, end: Math.max(own.cell.end, last.end) },
    group,
    target: targets[0] ? oneLine(targets[0].cell.text) : null,
  }
}
