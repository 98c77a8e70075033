import { isBody, isStrongBody } from '#domain/imports/names.ts'
import { evenWidth } from '#domain/width.ts'
import { toSimplified } from '../traditional.ts'
import { type Line, linesOf, type PdfPage, type Placed, type Rule } from './page.ts'

/** A cell of a ruled table, with the places it covers. */
export interface PdfCell {
  text: string
  row: number
  readonly column: number
  rowSpan: number
  readonly columnSpan: number
}

/** A table drawn with lines. `edges` are its upright lines, by which a table on the next page is known to go on. */
export interface PdfTable {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly edges: readonly number[]
  readonly rows: number
  readonly cells: PdfCell[]
}

const NEAR = 3
const isNear = (a: number, b: number) => Math.abs(a - b) <= NEAR

/** Pieces of one line put together: drawing programs draw each cell's side for itself. */
function whole(rules: readonly Rule[]): Rule[] {
  const found: Rule[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const known = found.findIndex(
      (one) => isNear(one.at, rule.at) && rule.from <= one.to + NEAR && rule.to >= one.from - NEAR,
    )
    const one = found[known]
    if (one) found[known] = { ...one, from: Math.min(one.from, rule.from), to: Math.max(one.to, rule.to) }
    else found.push(rule)
  }
  return found
}

const crosses = (level: Rule, upright: Rule) =>
  level.from <= upright.at + NEAR &&
  level.to >= upright.at - NEAR &&
  upright.from <= level.at + NEAR &&
  upright.to >= level.at - NEAR

/** Lines that touch each other, group by group. */
function groupsOf(levels: readonly Rule[], uprights: readonly Rule[]): Rule[][] {
  const left = new Set([...levels, ...uprights])
  const groups: Rule[][] = []
  for (const first of left) {
    const group = [first]
    left.delete(first)
    for (const rule of group) {
      for (const other of rule.way === 'level' ? uprights : levels) {
        if (!left.has(other)) continue
        if (!(rule.way === 'level' ? crosses(rule, other) : crosses(other, rule))) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

/** Distances that are one line to the eye. */
function distinct(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last === undefined || value - last > NEAR) found.push(value)
  }
  return found
}

interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rules: readonly Rule[]
}

/** Whether a line parts two neighbouring places. */
const isParted = ({ rules }: Grid, way: Rule['way'], at: number, middle: number): boolean =>
  rules.some((rule) => rule.way === way && isNear(rule.at, at) && rule.from <= middle && rule.to >= middle)

function cellsOf(grid: Grid): { row: number; column: number; rowSpan: number; columnSpan: number }[] {
  const { xs, ys } = grid
  const taken = new Set<string>()
  const cells = []
  const middleX = (column: number) => ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
  const middleY = (row: number) => ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${row} ${column}`)) continue
      let columnSpan = 1
      while (
        column + columnSpan < xs.length - 1 &&
        !isParted(grid, 'upright', xs[column + columnSpan] ?? 0, middleY(row))
      )
        columnSpan++
      let rowSpan = 1
      while (row + rowSpan < ys.length - 1 && !isParted(grid, 'level', ys[row + rowSpan] ?? 0, middleX(column)))
        rowSpan++
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r} ${c}`)
      cells.push({ row, column, rowSpan, columnSpan })
    }
  }
  return cells
}

const PADDING = 11 // both sides together, as Word and WPS leave them

/** 区医保局 ⏎ 区财政局: names beneath each other in a column no wider than they are. */
function areNames(line: string, next: string): boolean {
  const [first, second] = [plain(line), plain(next)]
  if (!isStrongBody(first)) return false
  return isBody(second) || (/^[省市区县]/.test(first) && first[0] === second[0])
}
const plain = (text: string) => evenWidth(Array.from(text, toSimplified).join(''))

/** The lines of a cell: one that fills its cell runs on into the next, a shorter one was ended on purpose. */
function textOf(words: readonly Placed[], width: number): string {
  let text = ''
  let isFull = false
  let last = ''
  for (const line of linesOf(words)) {
    text += (text === '' || (isFull && !areNames(last, line.text)) ? '' : '\n') + line.text
    last = line.text
    isFull = width - PADDING - (line.right - line.left) < line.size * 1.1
  }
  return text
}

const LIGHT = /[\u0021-\u024f\s]/

/** Words that run across upright lines belong to more than one cell: they are cut where the line stands. */
export function cutAtEdges(word: Placed, edges: readonly number[]): Placed[] {
  const inside = edges.filter((edge) => edge > word.left + word.size * 0.5 && edge < word.right - word.size * 0.5)
  if (inside.length === 0) return [word]
  const weights = Array.from(word.text, (char) => (LIGHT.test(char) ? 0.5 : 1))
  const unit = (word.right - word.left) / weights.reduce((sum, weight) => sum + weight, 0)
  const pieces: { text: string; left: number; right: number }[] = []
  let at = word.left
  let before = -1
  for (const [index, char] of Array.from(word.text).entries()) {
    const to = at + (weights[index] ?? 1) * unit
    const cell = inside.filter((edge) => edge < (at + to) / 2).length
    const last = pieces.at(-1)
    if (last && cell === before) Object.assign(last, { text: last.text + char, right: to })
    else pieces.push({ text: char, left: at, right: to })
    before = cell
    at = to
  }
  return pieces
    .filter(({ text }) => text.trim() !== '')
    .map((piece) => ({ ...word, ...piece, text: piece.text.trim() }))
}

function tableOf(group: readonly Rule[], words: readonly Placed[]): PdfTable | null {
  const uprights = group.filter(({ way }) => way === 'upright')
  const levels = group.filter(({ way }) => way === 'level')
  const xs = distinct([...uprights.map(({ at }) => at), ...levels.flatMap(({ from, to }) => [from, to])])
  const ys = distinct([...levels.map(({ at }) => at), ...uprights.flatMap(({ from, to }) => [from, to])])
  // Of one column: a frame around words. Of one row: a box of titles.
  if (xs.length < 3 || ys.length < 2 || uprights.length < 1 || levels.length < 2) return null
  const grid = { xs, ys, rules: group }
  const inside = words.filter(
    ({ left, right, bottom }) =>
      bottom > (ys[0] ?? 0) - NEAR &&
      bottom < (ys.at(-1) ?? 0) + NEAR &&
      right > (xs[0] ?? 0) &&
      left < (xs.at(-1) ?? 0),
  )
  if (inside.length === 0) return null
  const cells = cellsOf(grid).map((cell) => {
    const [left, right] = [xs[cell.column] ?? 0, xs[cell.column + cell.columnSpan] ?? 0]
    const [top, bottom] = [ys[cell.row] ?? 0, ys[cell.row + cell.rowSpan] ?? 0]
    const own = inside.filter((word) => {
      const middle = (word.left + word.right) / 2
      const height = word.bottom - word.size * 0.35
      return middle >= left && middle < right && height >= top && height < bottom
    })
    return { ...cell, text: textOf(own, right - left) }
  })
  return {
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    edges: xs,
    rows: ys.length - 1,
    cells,
  }
}

/** The ruled tables of a page from top to bottom, and the words outside of them. */
export function tablesOf({ words, rules }: Pick<PdfPage, 'words' | 'rules'>): { tables: PdfTable[]; rest: Placed[] } {
  const levels = whole(rules.filter(({ way }) => way === 'level'))
  const uprights = whole(rules.filter(({ way }) => way === 'upright'))
  const edges = uprights.filter(({ from, to }) => to - from > 8)
  const cut = words.flatMap((word) =>
    cutAtEdges(
      word,
      edges.flatMap(({ at, from, to }) =>
        word.bottom - word.size * 0.35 > from && word.bottom - word.size * 0.35 < to ? [at] : [],
      ),
    ),
  )
  const tables = groupsOf(levels, uprights)
    .map((group) => tableOf(group, cut))
    .filter((table): table is PdfTable => table !== null)
    .sort((a, b) => a.top - b.top)
  const isIn = (word: Placed) =>
    tables.some(
      ({ top, bottom, left, right }) =>
        word.bottom > top - NEAR && word.bottom < bottom + NEAR && word.right > left && word.left < right,
    )
  return { tables, rest: tables.length === 0 ? [...words] : cut.filter((word) => !isIn(word)) }
}

const sameRow = (a: readonly PdfCell[], b: readonly PdfCell[]) =>
  a.length === b.length && a.every((cell, at) => cell.text === b[at]?.text)

const isOpenEnded = (text: string) => text !== '' && !/[。；！？.;]$/.test(text)

/** Puts a table that goes on over a page's end back together; the head that is repeated there counts once. */
export function withNextPage(table: PdfTable, next: PdfTable): PdfTable | null {
  if (table.edges.length !== next.edges.length || !table.edges.every((edge, at) => isNear(edge, next.edges[at] ?? 0)))
    return null
  const head = table.cells.filter(({ row }) => row === 0)
  const repeats = sameRow(
    head,
    next.cells.filter(({ row }) => row === 0),
  )
    ? 1
    : 0
  const cells = next.cells.filter(({ row }) => row >= repeats).map((cell) => ({ ...cell, row: cell.row - repeats }))
  const rows = next.rows - repeats
  if (rows === 0) return table
  const first = cells.filter(({ row }) => row === 0)
  const above = (column: number) =>
    table.cells.findLast((cell) => cell.column === column && cell.row + cell.rowSpan === table.rows)
  // A row cut by the page's end: its rest has no number, and words go on in mid sentence.
  const isRest =
    first.length > 1 &&
    first[0]?.text === '' &&
    first.some((cell) => cell.text !== '' && isOpenEnded(above(cell.column)?.text ?? '') && cell.text.length > 2) &&
    first.every((cell) => cell.rowSpan === 1 && above(cell.column) !== undefined)
  const shift = isRest ? table.rows - 1 : table.rows
  const kept: PdfCell[] = []
  for (const cell of cells) {
    const over = above(cell.column)
    if (cell.row === 0 && isRest && over) over.text += cell.text
    else if (cell.row === 0 && cell.text === '' && over && isLeading(cell, first)) over.rowSpan += cell.rowSpan
    else kept.push({ ...cell, row: cell.row + shift })
  }
  return { ...table, rows: shift + rows, cells: [...table.cells, ...kept] }
}

/** An empty cell at the row's beginning: a merged one goes on over the page's end. */
const isLeading = (cell: PdfCell, row: readonly PdfCell[]) =>
  row.every((other) => other.column > cell.column || other.text === '')

/** Fewest lines, and parts of each, that make columns of words a table though nobody drew lines. */
const FEWEST_LINES = 3
const FEWEST_PARTS = 3

const overlap = (a: Placed, b: Placed) => a.left < b.right && b.left < a.right

/** Lines from `at` on whose parts stand in columns beneath each other. */
export function unruledRows(lines: readonly Line[], at: number): readonly Line[] {
  const first = lines[at]
  if (!first || first.parts.length < FEWEST_PARTS) return []
  let end = at + 1
  while (end < lines.length) {
    const parts = lines[end]?.parts ?? []
    if (parts.length !== first.parts.length) break
    if (!parts.every((part, column) => overlap(part, first.parts[column] ?? part))) break
    end++
  }
  return end - at >= FEWEST_LINES ? lines.slice(at, end) : []
}
