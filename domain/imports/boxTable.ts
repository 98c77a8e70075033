import type { Grid, GridCell } from './grid.ts'
import type { SourceLine } from './source.ts'
import { cellsAt } from './textCells.ts'

const BOX = /[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]/

const UPRIGHT = /[│┃║]/g

/** Tables drawn with ┌─┬─┐: lines between two rules are one row; a rule that is open over a column continues its cell. */
export function boxGrids(lines: readonly SourceLine[]): Grid[] {
  const grids: Grid[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!/[┌╔]/.test(lines[at]?.text ?? '')) continue
    const rows: { cells: GridCell[] }[] = []
    const taken = new Set<number>()
    let open: GridCell[][] = []
    let held: ReadonlySet<number> = new Set()
    let next = at
    for (; next < lines.length; next++) {
      const line = lines[next]
      if (!line || !(BOX.test(line.text) || /[│┃║]/.test(line.text))) break
      taken.add(line.index)
      if (BOX.test(line.text) && /[─━═]{2}/.test(line.text)) {
        if (open.length > 0) rows.push({ cells: closeRow(open, rows.at(-1)?.cells, held) })
        open = []
        held = openColumns(line.text)
      } else open.push(cellsAt(line, UPRIGHT).slice(1, -1))
    }
    if (rows.length > 1) grids.push({ rows, lines: taken, sheet: null, exact: true })
    at = Math.max(at, next - 1)
  }
  return grids
}

/** Columns over which a rule is interrupted: ├───┤      ├────┤. */
function openColumns(rule: string): ReadonlySet<number> {
  const parts = rule.split(/[┌┬┐├┼┤└┴┘╠╬╣╦╩╔╗╚╝│┃║]/).slice(1, -1)
  return new Set(parts.flatMap((part, column) => (/[─━═]/.test(part) ? [] : [column])))
}

function closeRow(
  pieces: readonly GridCell[][],
  above: readonly GridCell[] | undefined,
  held: ReadonlySet<number>,
): GridCell[] {
  const width = Math.max(...pieces.map((piece) => piece.length))
  return Array.from({ length: width }, (_, column) => {
    const parts = pieces
      .map((piece) => piece[column])
      .filter((part): part is GridCell => part !== undefined && part.text !== '')
    const first = parts[0]
    const last = parts.at(-1)
    const over = held.has(column) ? above?.[column] : undefined
    if (!first || !last)
      return over
        ? { ...over, spread: true }
        : { text: '', start: pieces[0]?.[0]?.start ?? 0, end: pieces[0]?.[0]?.start ?? 0, spread: false }
    return { text: parts.map((part) => part.text).join(''), start: first.start, end: last.end, spread: false }
  })
}
