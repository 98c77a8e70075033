import type { Grid, GridCell, GridRow } from './grid.ts'
import { isBody, isStrongBody, nameSpans } from './names.ts'
import { evenAt, pageOf } from './page.ts'
import { labelRole } from './roles.ts'
import type { SourceLine } from './source.ts'
import { isTimeOnly } from './deadline.ts'
import { evenWidth } from './width.ts'

/*
 * Tables that were flattened to text: rows with bars, rows with tabs or wide blanks, box drawing, one cell a line.
 * Each finder takes all lines and gives the grids it sees; offsets stay those of the lines.
 */

const cellOf = (line: SourceLine, from: number, to: number): GridCell => {
  const raw = line.text.slice(from, to)
  const lead = raw.length - raw.trimStart().length
  const text = raw.trim()
  const start = line.start + from + lead
  return { text, start, end: start + text.length, spread: false }
}

function cellsAt(line: SourceLine, separator: RegExp): GridCell[] {
  const cells: GridCell[] = []
  let from = 0
  for (const found of line.text.matchAll(separator)) {
    cells.push(cellOf(line, from, found.index))
    from = found.index + found[0].length
  }
  cells.push(cellOf(line, from, line.text.length))
  return cells
}

const rolesOf = (cells: readonly GridCell[]) => cells.map((cell) => labelRole(evenWidth(cell.text)))
const isHeaderRow = (cells: readonly GridCell[]) => {
  const roles = rolesOf(cells).filter((role) => role !== null)
  return cells.length >= 2 && roles.length >= 2 && roles.length >= cells.filter((cell) => cell.text !== '').length / 2
}

/** Rows whose cells are parted by one mark: `|`, a tab, or two and more blanks. */
function separatedGrids(lines: readonly SourceLine[], separator: RegExp, outer: RegExp | null): Grid[] {
  const grids: Grid[] = []
  for (let at = 0; at < lines.length; at++) {
    const header = splitRow(lines[at], separator, outer) ?? looseHeader(lines[at])
    if (!header || !isHeaderRow(header)) continue
    const rows: GridRow[] = []
    const taken = new Set<number>()
    let next = at
    for (; next < lines.length; next++) {
      const line = lines[next]
      const cells =
        (next === at ? header : splitRow(line, separator, outer)) ?? sectionRow(lines, next, separator, outer)
      if (!line || !cells) break
      taken.add(line.index)
      if (!/^[\s|:：\-─—]*$/.test(line.text)) rows.push({ cells })
    }
    if (rows.length > 1) grids.push({ rows, lines: taken, sheet: null, exact: false })
    at = Math.max(at, next - 1)
  }
  return grids
}

/** Names of columns parted by single blanks: 工作任务 责任单位 完成时限. */
function looseHeader(line: SourceLine | undefined): GridCell[] | null {
  if (!line || line.kind === 'cell' || line.text.length > 80) return null
  const cells = cellsAt(line, /[ \u3000\t]+/g)
  return cells.length >= 3 && rolesOf(cells).every((role) => role !== null) ? cells : null
}

function splitRow(line: SourceLine | undefined, separator: RegExp, outer: RegExp | null): GridCell[] | null {
  if (!line || line.kind === 'cell' || !line.text.match(separator)) return null
  const cells = cellsAt(line, separator)
  if (outer?.test(line.text) && cells[0]?.text === '') cells.shift()
  if (outer && cells.at(-1)?.text === '' && cells.length > 1) cells.pop()
  return cells.length >= 2 ? cells : null
}

/** A short line between rows is a section's title. */
function sectionRow(
  lines: readonly SourceLine[],
  at: number,
  separator: RegExp,
  outer: RegExp | null,
): GridCell[] | null {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line || line.kind === 'cell' || line.text.length > 30 || /[。；]$/.test(line.text)) return null
  return next && splitRow(next, separator, outer) ? [cellOf(line, 0, line.text.length)] : null
}

const BOX = /[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]/
const UPRIGHT = /[│┃║]/g

/** Tables drawn with ┌─┬─┐: lines between two rules are one row; a rule that is open over a column continues its cell. */
function boxGrids(lines: readonly SourceLine[]): Grid[] {
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

const NO_FRAME = { year: null, on: null }
type LineSort = 'ordinal' | 'time' | 'units' | 'words' | 'person'

function sortOf(text: string, roles: readonly (string | null)[]): LineSort {
  const page = pageOf(text)
  const span = { start: 0, end: text.length }
  const even = page.even.trim()
  if (/^\d{1,3}[.、]?$/.test(even)) return 'ordinal'
  if (isTimeOnly(page, span, NO_FRAME)) return 'time'
  if (roles.includes('leader') && /^[\u4e00-\u9fff]{2,4}$/.test(even) && !isBody(even)) return 'person'
  const names = nameSpans(page, span)
  const strong = names.length > 0 && names.every((name) => isBody(evenAt(page, name)))
  return strong && even.length <= 60 && !/[。；]/.test(even) ? 'units' : 'words'
}

interface Stacked {
  readonly parts: Partial<Record<LineSort, GridCell[]>>
}

/**
 * One cell a line: the header's names follow each other, then the rows. Rows are rebuilt by what the lines are
 * (a number, words, units, a time), since merged cells left nothing behind and units are stacked.
 */
function stackedGrids(lines: readonly SourceLine[]): Grid[] {
  const grids: Grid[] = []
  for (let at = 0; at < lines.length; at++) {
    const header = stackedHeader(lines, at)
    if (!header) continue
    const roles = header.map((line) => labelRole(evenWidth(line.text)))
    const rows: Stacked[] = []
    const taken = new Set(header.map((line) => line.index))
    let next = at + header.length
    for (; next < lines.length; next++) {
      const line = lines[next]
      if (!line || line.kind === 'cell' || /^(?:备 *注|注|说明)[：:]?/.test(line.text) || line.text.length > 160) break
      if (/^[（(].*[）)]$/.test(line.text) && line.text.length > 20) break
      taken.add(line.index)
      placeLine(rows, roles, { text: line.text, start: line.start, end: line.end, spread: false })
    }
    const grid = rows.map((row) => ({ cells: stackedCells(row, roles) }))
    const headerRow = {
      cells: header.map((line) => ({ text: line.text, start: line.start, end: line.end, spread: false })),
    }
    if (grid.length > 0) grids.push({ rows: [headerRow, ...grid], lines: taken, sheet: null, exact: false })
    at = Math.max(at, next - 1)
  }
  return grids
}

function stackedHeader(lines: readonly SourceLine[], at: number): SourceLine[] | null {
  const header: SourceLine[] = []
  for (let i = at; i < lines.length && i < at + 12; i++) {
    const line = lines[i]
    if (!line || line.kind === 'cell' || line.text.length > 10 || !labelRole(evenWidth(line.text))) break
    header.push(line)
  }
  const roles = new Set(header.map((line) => labelRole(evenWidth(line.text))))
  const responsible = roles.has('owner') || roles.has('lead') || roles.has('deadline')
  return header.length >= 3 && (roles.has('task') || roles.has('measure') || roles.has('target')) && responsible
    ? header
    : null
}

function placeLine(rows: Stacked[], roles: readonly (string | null)[], cell: GridCell): void {
  const sort = sortOf(cell.text, roles)
  const row = rows.at(-1)
  const begun = row && ((row.parts.units?.length ?? 0) > 0 || (row.parts.time?.length ?? 0) > 0)
  if (sort === 'ordinal' || !row || (sort === 'words' && begun && !continuesUnit(row, cell))) {
    rows.push({ parts: { [sort]: [cell] } })
    return
  }
  if (sort === 'words' && begun) {
    const units = row.parts.units ?? []
    const last = units.pop()
    if (last) units.push({ ...last, text: last.text + cell.text, end: cell.end })
    return
  }
  const list = row.parts[sort] ?? []
  list.push(cell)
  row.parts[sort] = list
}

// 市生态环 ⏎ 境局: a short piece that makes one body with the unit before it.
function continuesUnit(row: Stacked, cell: GridCell): boolean {
  const last = row.parts.units?.at(-1)
  return (
    last !== undefined && cell.text.length <= 5 && !row.parts.time && isStrongBody(evenWidth(last.text + cell.text))
  )
}

function stackedCells(row: Stacked, roles: readonly (string | null)[]): GridCell[] {
  const from = Object.values(row.parts).flat()[0]?.start ?? 0
  const join = (cells: readonly GridCell[] | undefined, glue: string): GridCell => {
    const first = cells?.[0]
    const last = cells?.at(-1)
    if (!cells || !first || !last) return { text: '', start: from, end: from, spread: false }
    return { text: cells.map((cell) => cell.text).join(glue), start: first.start, end: last.end, spread: false }
  }
  const units = row.parts.units ?? []
  // With a column for the lead and one for the rest, the first line of units is the lead's.
  const first =
    roles.filter((role) => role === 'owner' || role === 'lead' || role === 'support').length > 1 ? 1 : units.length
  let unitsGiven = 0
  let wordsGiven = false
  return roles.map((role) => {
    if (role === 'number') return join(row.parts.ordinal, '')
    if (role === 'deadline') return join(row.parts.time, '，')
    if (role === 'leader') return join(row.parts.person, '、')
    if (role === 'owner' || role === 'lead' || role === 'support') {
      const part = unitsGiven === 0 ? units.slice(0, first) : units.slice(first)
      unitsGiven++
      return join(unitsGiven > 2 ? [] : part, '、')
    }
    if ((role === 'task' || role === 'measure' || role === 'target') && !wordsGiven) {
      wordsGiven = true
      return join(row.parts.words, '')
    }
    return join(undefined, '')
  })
}

/** All tables that the lines of a plain text hold, whatever they were drawn with. */
export function gridsOfText(lines: readonly SourceLine[]): Grid[] {
  const found: Grid[] = []
  const free = () => {
    const taken = new Set(found.flatMap((grid) => [...grid.lines]))
    return lines.filter((line) => !taken.has(line.index))
  }
  found.push(...boxGrids(lines))
  found.push(...separatedGrids(free(), /[|｜]/g, /^[|｜]/))
  found.push(...separatedGrids(free(), /\t/g, null))
  found.push(...separatedGrids(free(), /[ \u3000]{2,}/g, null))
  found.push(...stackedGrids(free()))
  return found
}
