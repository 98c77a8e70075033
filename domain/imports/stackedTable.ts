import { isTimeOnly } from './deadline.ts'
import type { Grid, GridCell } from './grid.ts'
import { columnRole } from './headerWords.ts'
import { isBody, isStrongBody, nameSpans } from './names.ts'
import { evenAt, pageOf } from './page.ts'
import type { SourceLine } from './source.ts'
import { evenWidth } from '../width.ts'

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
export function stackedGrids(lines: readonly SourceLine[]): Grid[] {
  const grids: Grid[] = []
  for (let at = 0; at < lines.length; at++) {
    const header = stackedHeader(lines, at)
    if (!header) continue
    const even = evenRows(lines, at, header)
    if (even) {
      grids.push(even)
      at += even.lines.size - 1
      continue
    }
    const roles = header.map((line) => columnRole(evenWidth(line.text)))
    const rows: Stacked[] = []
    const taken = new Set(header.map((line) => line.index))
    let next = at + header.length
    for (; next < lines.length; next++) {
      const line = lines[next]
      if (!line || line.kind === 'cell' || /^(?:备 *注|注|说明)[：:]?/.test(line.text) || line.text.length > 160) break
      if (/^[（(].*[）)]$/.test(line.text) && line.text.length > 20) break
      taken.add(line.index)
      const below = lines[next + 1]
      if (below && isBrokenName(line, below)) {
        taken.add(below.index)
        next++
        placeLine(rows, roles, { text: line.text + below.text, start: line.start, end: below.end, spread: false })
        continue
      }
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

const asCell = (line: SourceLine): GridCell => ({ text: line.text, start: line.start, end: line.end, spread: false })

/** Where every row has a line for each column, counted 1, 2, 3 in the first, nothing has to be guessed. */
function evenRows(lines: readonly SourceLine[], at: number, header: readonly SourceLine[]): Grid | null {
  const width = header.length
  if (columnRole(evenWidth(header[0]?.text ?? '')) !== 'number') return null
  const rows: GridCell[][] = []
  for (let from = at + width; ; from += width) {
    const row = lines.slice(from, from + width)
    if (row.length < width || row.some(({ kind }) => kind === 'cell')) break
    if (evenWidth(row[0]?.text ?? '').replace(/[.、]$/, '') !== String(rows.length + 1)) break
    rows.push(row.map(asCell))
  }
  const behind = lines[at + width * (rows.length + 1)]
  // A number further on: some row had another count of lines.
  const goesOn = behind !== undefined && (behind.text.length <= 12 || columnRole(evenWidth(behind.text)) !== null)
  if (rows.length < 2 || goesOn) return null
  const taken = lines.slice(at, at + width * (rows.length + 1)).map(({ index }) => index)
  return {
    rows: [header.map(asCell), ...rows].map((cells) => ({ cells })),
    lines: new Set(taken),
    sheet: null,
    exact: false,
  }
}

function stackedHeader(lines: readonly SourceLine[], at: number): SourceLine[] | null {
  const header: SourceLine[] = []
  for (let i = at; i < lines.length && i < at + 12; i++) {
    const line = lines[i]
    if (!line || line.kind === 'cell' || line.text.length > 10 || !columnRole(evenWidth(line.text))) break
    header.push(line)
  }
  const roles = new Set(header.map((line) => columnRole(evenWidth(line.text))))
  const responsible = roles.has('owner') || roles.has('lead') || roles.has('deadline')
  return header.length >= 3 && (roles.has('task') || roles.has('measure') || roles.has('target')) && responsible
    ? header
    : null
}

function placeLine(rows: Stacked[], roles: readonly (string | null)[], cell: GridCell): void {
  const row = rows.at(-1)
  const sort = row ? sortIn(row, sortOf(cell.text, roles), roles) : sortOf(cell.text, roles)
  const worded = (row?.parts.words?.length ?? 0) > 0
  const begun = row && worded && ((row.parts.units?.length ?? 0) > 0 || (row.parts.time?.length ?? 0) > 0)
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

const isOwner = (role: string | null) => role === 'owner' || role === 'lead' || role === 'support'
const isWork = (role: string | null) => role === 'task' || role === 'measure' || role === 'target'

/**
 * 县城第二水厂 behind a number is what is built there, no unit, where the column of words comes first. And 主体封顶 is as
 * short as a name: while a column of words is still empty, the last such line before the units is the leader, and where
 * leaders stand behind the units none before them is.
 */
function sortIn({ parts }: Stacked, sort: LineSort, roles: readonly (string | null)[]): LineSort {
  const isFirst = Object.keys(parts).join() === 'ordinal'
  if (isFirst && isWork(roles.find((role) => role !== 'number') ?? null)) return sort === 'ordinal' ? sort : 'words'
  if (sort !== 'person' || parts.units) return sort
  if (roles.indexOf('leader') > roles.findIndex(isOwner)) return 'words'
  const words = parts.words ?? []
  if (parts.person && words.length < roles.filter(isWork).length) {
    parts.words = [...words, ...parts.person]
    delete parts.person
  }
  return sort
}

/** 县城 ⏎ 管局: two short lines that make a body together, the first of which is none. */
function isBrokenName(line: SourceLine, below: SourceLine): boolean {
  if (line.kind === 'cell' || line.text.length > 7 || below.text.length > 6) return false
  const first = evenWidth(line.text)
  if (/^[省市县区]/.test(below.text) && isStrongBody(evenWidth(below.text))) return false // whole by itself
  return !isBody(first) && !/\d|[月季年。，]/.test(first) && isStrongBody(evenWidth(line.text + below.text))
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
  const first = roles.filter(isOwner).length > 1 ? 1 : units.length
  let unitsGiven = 0
  let wordsGiven = false
  return roles.map((role) => {
    if (role === 'number') return join(row.parts.ordinal, '')
    if (role === 'deadline') return join(row.parts.time, '，')
    if (role === 'leader') return join(row.parts.person, '、')
    if (isOwner(role)) {
      const part = unitsGiven === 0 ? units.slice(0, first) : units.slice(first)
      unitsGiven++
      return join(unitsGiven > 2 ? [] : part, '、')
    }
    if (isWork(role) && !wordsGiven) {
      wordsGiven = true
      return join(row.parts.words, '')
    }
    return join(undefined, '')
  })
}
