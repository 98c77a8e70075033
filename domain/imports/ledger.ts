import type { Candidate, CandidateWho } from './candidate.ts'
import { type DeadlineRead, readDeadlineField, readDeadlineSentence } from './deadline.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import { headingWho } from './headingWho.ts'
import { readLabel } from './labels.ts'
import { readUnitsValue } from './labelValues.ts'
import { carriedCells, isSaid, oneLine, pathWith, pick, type RowState, wordsOf } from './ledgerCells.ts'
import { evenOf, findHeader, isHeaderAgain, type LedgerShape, sectionOf, WHO_ROLES } from './ledgerShape.ts'
import { isBody, readPeople } from './names.ts'
import { stagesOf } from './ledgerStages.ts'
import { pageOf } from './page.ts'
import { EVERY_ROWS } from './progress.ts'
import type { LabelRole } from './roles.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { castParts, type ClauseRead } from './who.ts'

/** A task code of a ledger that this system exported: year, pillar's sign, number. */
const CODE = /^(?:\d{2}|\d{4})-[\u4e00-\u9fffA-Za-z]{1,6}-\d{1,5}$/

/** Reads a table of tasks: one candidate a row. Null where the table is none. */
export function readLedger(grid: Grid, frame: TimeFrame, atRow?: (row: number) => void): Candidate[] | null {
  const shape = findHeader(grid)
  if (!shape) return null
  const state: RowState = { path: [], carried: new Map(), said: new Map(), who: whoOfSheet(grid, shape, frame) }
  const candidates: Candidate[] = []
  for (const [at, row] of grid.rows.slice(shape.firstRow).entries()) {
    if (at % EVERY_ROWS === 0) atRow?.(shape.firstRow + at)
    const title = sectionOf(row, shape)
    if (title === '') continue
    if (title !== null) {
      state.path = pathWith(state.path, title)
      state.who = whoOfSection(row, shape, frame) ?? state.who
      state.carried.clear()
      continue
    }
    if (isHeaderAgain(row, shape)) continue
    const cells = carriedCells(row, grid, shape, state)
    const candidate = readRow(cells, grid, shape, state, frame)
    if (candidate) candidates.push(candidate)
  }
  return candidates
}

const namesNobody = ({ roles }: LedgerShape) => !roles.some((role) => role !== null && WHO_ROLES.has(role))

/** 区教育局 in a row of its own, in a table without a column of units. */
function whoOfSection(row: GridRow, shape: LedgerShape, frame: TimeFrame): CandidateWho | null {
  const cell = row.cells.findLast(({ text }) => text !== '')
  if (!cell || !namesNobody(shape)) return null
  const page = pageOf(cell.text)
  const start = readLabel(page.even)?.length ?? 0
  const read = headingWho(page, { start, end: cell.text.length }, frame)
  return read ? { ...read, rule: 'section_heading', span: { start: cell.start, end: cell.end } } : null
}

/** A sheet a unit, named by it. */
function whoOfSheet({ sheet, rows }: Grid, shape: LedgerShape, frame: TimeFrame): CandidateWho | null {
  const head = rows[shape.headerRow]?.cells.find(({ text }) => text !== '')
  if (sheet === null || !head || !namesNobody(shape)) return null
  const read = headingWho(pageOf(sheet), { start: 0, end: sheet.length }, frame)
  return read ? { ...read, rule: 'section_heading', span: { start: head.start, end: head.end } } : null
}

function withSection(own: CandidateWho | null, section: CandidateWho | null): CandidateWho | null {
  if (!own || !section || own.lead.length > 0) return own ?? section
  return { ...section, leaders: own.leaders, assignees: own.assignees }
}

function whoOf(cells: readonly GridCell[], shape: LedgerShape, frame: TimeFrame): CandidateWho | null {
  const roles = shape.roles.filter((role) => role !== null && WHO_ROLES.has(role))
  const alone = new Set(roles).size === 1
  const spans: Span[] = []
  const behind: string[] = []
  const inFront: string[] = []
  const clauses = cells.flatMap((cell, column) => {
    const role = shape.roles[column]
    if (!role || !WHO_ROLES.has(role) || !isSaid(cell.text)) return []
    spans.push(cell)
    // One column for all of them, whatever its name: the first leads. So does the first of 责任单位 without a 牵头单位.
    const part = role === 'support' ? 'support' : role === 'lead' && !alone ? 'lead' : 'owner'
    const units = shape.withLeaders[column] ? withoutLeader(cell.text, inFront) : cell.text
    const value = shape.withPeople[column] ? withoutPerson(units, behind) : units
    const read = readUnitsValue(pageOf(value), { start: 0, end: value.length }, part, frame)
    return shape.withPeople[column] ? read.map((clause) => withoutPeople(clause, behind)) : read
  })
  const people = (role: LabelRole) =>
    pick(cells, shape, role).flatMap(({ cell }) => {
      spans.push(cell)
      return readPeople(pageOf(cell.text), { start: 0, end: cell.text.length })
    })
  const leaders = [...inFront, ...people('leader')]
  const assignees = [...behind, ...people('person')]
  const first = spans[0]
  if (!first) return null
  const span = { start: Math.min(...spans.map((part) => part.start)), end: Math.max(...spans.map((part) => part.end)) }
  const cast = castParts(clauses)
  return { ...cast, leaders: [...new Set(leaders)], assignees: [...new Set(assignees)], rule: 'table_column', span }
}

const LEADER_BEFORE = /^\s*(?<name>[\u4e00-\u9fff]{2,4})\s*(?:[（(]|[：，、\s\n])(?<units>[^]+?)[）)]?\s*$/

/** 高岚（区住建局、区市场监管局）: the cell without the leader in front, who is kept. */
function withoutLeader(text: string, leaders: string[]): string {
  const found = LEADER_BEFORE.exec(text)?.groups
  if (!found?.['name'] || isBody(found['name'])) return text
  leaders.push(found['name'])
  return found['units'] ?? ''
}

const PERSON_BEHIND = /[\s，、：（(]+(?<name>[\u4e00-\u9fff]{2,4})[\s\d-]*[）)]?\s*$/

/** 区住建局牵头 ⏎ 李明 13800000000: the cell without the person behind, who is kept. */
function withoutPerson(text: string, people: string[]): string {
  const found = PERSON_BEHIND.exec(text)
  const name = found?.groups?.['name'] ?? ''
  if (!found || isBody(name) || /牵头|配合|负责|落实/.test(name)) return text
  people.push(name)
  return text.slice(0, found.index)
}

/** Takes people's names out of a list of units, and keeps them. */
function withoutPeople({ part, names }: ClauseRead, people: string[]): ClauseRead {
  const isPerson = (name: string) => /^[\u4e00-\u9fff]{2,4}$/.test(name) && !isBody(name)
  people.push(...names.filter(isPerson))
  return { part, names: names.filter((name) => !isPerson(name) && !/^[\d-]+$/.test(name)) }
}

function timeOf(
  cells: readonly GridCell[],
  shape: LedgerShape,
  words: { text: string; span: Span },
  frame: TimeFrame,
): { read: DeadlineRead | null; column: boolean; unread: string | null } {
  for (const { cell } of pick(cells, shape, 'deadline').reverse()) {
    const read = readDeadlineField(pageOf(cell.text), { start: 0, end: cell.text.length }, frame)
    if (!read) return { read: null, column: true, unread: cell.text }
    const placed = { ...read, span: { start: cell.start, end: cell.end } }
    return { read: stagesOf(cells, shape, placed, frame), column: true, unread: null }
  }
  const staged = stagesOf(cells, shape, null, frame)
  if (staged) return { read: staged, column: true, unread: null }
  const read = readDeadlineSentence(pageOf(words.text), { start: 0, end: words.text.length }, frame)
  return { read: read ? { ...read, span: words.span } : null, column: false, unread: null }
}

function readRow(
  cells: readonly GridCell[],
  grid: Grid,
  shape: LedgerShape,
  state: RowState,
  frame: TimeFrame,
): Candidate | null {
  const words = wordsOf(cells, shape)
  if (!words || words.text.length < 2) return null
  const who = withSection(whoOf(cells, shape, frame), state.who)
  const time = timeOf(cells, shape, words, frame)
  if (!grid.exact && !who && !time.read) return null
  const said = (role: LabelRole) =>
    pick(cells, shape, role)
      .map(({ cell }) => oneLine(cell.text))
      .join('；') || null
  const pillar = said('pillar')
  const spans = cells.filter((cell) => cell.text !== '' && !cell.spread && cell.start >= 0)
  const code = pick(cells, shape, 'code')
    .concat(pick(cells, shape, 'number'))
    .map(({ cell }) => evenOf(cell))
    .find((text) => CODE.test(text))
  return {
    text: words.text,
    result: null,
    source: {
      start: Math.min(words.span.start, ...spans.map((cell) => cell.start)),
      end: Math.max(words.span.end, ...spans.map((cell) => cell.end)),
    },
    textSpan: words.span,
    sectionPath: [...state.path, ...(pillar ? [pillar] : []), ...words.group],
    number: Number(evenOf(pick(cells, shape, 'number')[0]?.cell)) || null,
    who,
    deadline: time.read,
    deadlineRule: time.column ? 'table_column' : 'date_in_sentence',
    evidence: said('evidence'),
    targetText: words.target,
    code: code ?? null,
    progressText: said('progress'),
    pillar,
    unread: time.unread,
    charge: 'stated',
    general: false,
  }
}
