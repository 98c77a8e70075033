import type { SourceLine, Span } from './source.ts'

/** A cell of a table, however the table was written down. */
export interface GridCell extends Span {
  readonly text: string
  /** True where a merged cell's words were put into a place that it covers. */
  readonly spread: boolean
}

export interface GridRow {
  readonly cells: readonly GridCell[]
}

/** A table: rows of cells, with the lines that it took up. */
export interface Grid {
  readonly rows: readonly GridRow[]
  readonly lines: ReadonlySet<number>
  readonly sheet: string | null
  /** True where merges are known; false for flattened text, where an empty cell can be a lost merge. */
  readonly exact: boolean
}

/** The tables that a reader of files found, from its cells. */
export function gridsOfCells(lines: readonly SourceLine[]): Grid[] {
  const tables = new Map<number, SourceLine[]>()
  for (const line of lines) {
    if (!line.table) continue
    const cells = tables.get(line.table.table)
    if (cells) cells.push(line)
    else tables.set(line.table.table, [line])
  }
  return [...tables.values()].map(gridOf)
}

function gridOf(cells: readonly SourceLine[]): Grid {
  const rows = new Map<number, GridCell[]>()
  for (const cell of cells) {
    if (!cell.table) continue
    const row = rows.get(cell.table.row) ?? []
    row[cell.table.column] = { text: cell.text, start: cell.start, end: cell.end, spread: cell.table.spread ?? false }
    rows.set(cell.table.row, row)
  }
  const ordered = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => ({ cells: filled(row) }))
  const sheet = cells[0]?.table?.sheet ?? null
  return { rows: ordered, lines: new Set(cells.map((cell) => cell.index)), sheet, exact: true }
}

function filled(row: readonly (GridCell | undefined)[]): GridCell[] {
  let at = row.find((cell) => cell !== undefined)?.start ?? 0
  return Array.from(row, (cell) => {
    if (cell) {
      at = cell.end
      return cell
    }
    return { text: '', start: at, end: at, spread: false }
  })
}
