import { boxGrids } from './boxTable.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import { labelRole } from './roles.ts'
import type { SourceLine } from './source.ts'
import { stackedGrids } from './stackedTable.ts'
import { cellOf, cellsAt, rolesOf } from './textCells.ts'
import { evenWidth } from '../width.ts'

/*
 * Tables that were flattened to text: rows with bars, rows with tabs or wide blanks, box drawing, one cell a line.
 * Each finder takes all lines and gives the grids it sees; offsets stay those of the lines.
 */

const isHeaderRow = (cells: readonly GridCell[]) => {
  const roles = rolesOf(cells).filter((role) => role !== null)
  return cells.length >= 2 && roles.length >= 2 && roles.length >= cells.filter((cell) => cell.text !== '').length / 2
}

/** Rows whose cells are parted by one mark: `|`, a tab, or two and more blanks. */
function separatedGrids(lines: readonly SourceLine[], separator: RegExp, outer: RegExp | null): Grid[] {
  const grids: Grid[] = []
  for (let at = 0; at < lines.length; at++) {
    const framed = outer !== null && outer.test(lines[at]?.text ?? '')
    const edge = framed ? outer : null
    const header = splitRow(lines[at], separator, edge) ?? looseHeader(lines[at])
    if (!header || !isHeaderRow(header)) continue
    const rows: GridRow[] = []
    const taken = new Set<number>()
    let next = at
    for (; next < lines.length; next++) {
      const line = lines[next]
      const cells =
        (next === at ? header : (splitRow(line, separator, edge) ?? looseRow(line, header))) ??
        sectionRow(lines, next, separator, edge, header)
      if (!line || !cells) break
      taken.add(line.index)
      if (!/^[\s|:：\-─—]*$/.test(line.text)) rows.push({ cells })
    }
    if (rows.length > 1) grids.push({ rows, lines: taken, sheet: null, exact: false })
    at = Math.max(at, next - 1)
  }
  return grids
}

/** A row parted by single blanks into as many cells as its header. */
function looseRow(line: SourceLine | undefined, header: readonly GridCell[]): GridCell[] | null {
  if (!line || line.kind === 'cell' || header.length < 3) return null
  const cells = cellsAt(line, /[ \u3000]+/g)
  return cells.length === header.length ? cells : null
}

/** Names of columns parted by single blanks: 工作任务 责任单位 完成时限. */
function looseHeader(line: SourceLine | undefined): GridCell[] | null {
  if (!line || line.kind === 'cell' || line.text.length > 80 || /[。；，,;]/.test(line.text)) return null
  const cells = cellsAt(line, /[ \u3000\t]+/g)
  return cells.length >= 3 && cells.every((cell) => labelRole(evenWidth(cell.text)) !== null) ? cells : null
}

function splitRow(line: SourceLine | undefined, separator: RegExp, outer: RegExp | null): GridCell[] | null {
  if (!line || line.kind === 'cell' || !line.text.match(separator)) return null
  const cells = cellsAt(line, separator)
  if (outer?.test(line.text) && cells[0]?.text === '') cells.shift()
  if (cells.at(-1)?.text === '' && cells.length > 2) cells.pop()
  return cells.length >= 2 ? cells : null
}

/** A short line between rows is a section's title. */
function sectionRow(
  lines: readonly SourceLine[],
  at: number,
  separator: RegExp,
  outer: RegExp | null,
  header: readonly GridCell[],
): GridCell[] | null {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line || line.kind === 'cell' || line.text.length > 30 || /[。；]$/.test(line.text)) return null
  const below = [next, lines[at + 2]].some((row) => row && (splitRow(row, separator, outer) ?? looseRow(row, header)))
  return below ? [cellOf(line, 0, line.text.length)] : null
}

/** Cells and bars on alternate lines; the header is as wide as the names it begins with. */
function alternateGrids(lines: readonly SourceLine[]): Grid[] {
  const at = lines.findIndex(
    (line, index) => isBar(lines[index + 1]) && isBar(lines[index + 3]) && labelRole(evenWidth(line.text)) !== null,
  )
  if (at < 0) return []
  const cells: GridCell[] = []
  const taken = new Set<number>()
  let words: SourceLine[] = []
  for (const line of lines.slice(at)) {
    if (line.text.length > 200) break
    taken.add(line.index)
    if (!isBar(line)) {
      words.push(line)
      continue
    }
    const [first] = words
    const last = words.at(-1)
    cells.push({
      text: words.map(({ text }) => text).join(''),
      start: first?.start ?? line.start,
      end: last?.end ?? line.start,
      spread: false,
    })
    words = []
  }
  const width = cells.findIndex((cell) => labelRole(evenWidth(cell.text)) === null)
  if (width < 2) return []
  const rows: GridRow[] = []
  for (let from = 0; from + width <= cells.length; from += width) rows.push({ cells: cells.slice(from, from + width) })
  return rows.length > 1 ? [{ rows, lines: taken, sheet: null, exact: false }] : []
}

const isBar = (line: SourceLine | undefined) => line !== undefined && /^[|｜]$/.test(line.text)

/** All tables that the lines of a plain text hold, whatever they were drawn with. */
export function gridsOfText(lines: readonly SourceLine[]): Grid[] {
  const found: Grid[] = []
  const free = () => {
    const taken = new Set(found.flatMap((grid) => [...grid.lines]))
    return lines.filter((line) => !taken.has(line.index))
  }
  found.push(...boxGrids(lines))
  found.push(...alternateGrids(free()))
  found.push(...separatedGrids(free(), /[|｜]/g, /^[|｜]/))
  found.push(...separatedGrids(free(), /\t/g, null))
  found.push(...separatedGrids(free(), /[ \u3000]{2,}/g, null))
  found.push(...stackedGrids(free()))
  return found
}
