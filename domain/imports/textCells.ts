import type { GridCell } from './grid.ts'
import { columnRole } from './headerWords.ts'
import type { SourceLine } from './source.ts'
import { evenWidth } from '../width.ts'

/*
 * Tables that were flattened to text: rows with bars, rows with tabs or wide blanks, box drawing, one cell a line.
 * Each finder takes all lines and gives the grids it sees; offsets stay those of the lines.
 */
export const cellOf = (line: SourceLine, from: number, to: number): GridCell => {
  const raw = line.text.slice(from, to)
  const lead = raw.length - raw.trimStart().length
  const text = raw.trim()
  const start = line.start + from + lead
  return { text, start, end: start + text.length, spread: false }
}

export function cellsAt(line: SourceLine, separator: RegExp): GridCell[] {
  const cells: GridCell[] = []
  let from = 0
  for (const found of line.text.matchAll(separator)) {
    cells.push(cellOf(line, from, found.index))
    from = found.index + found[0].length
  }
  cells.push(cellOf(line, from, line.text.length))
  return cells
}

export const rolesOf = (cells: readonly GridCell[]) => cells.map((cell) => columnRole(evenWidth(cell.text)))
