import { type Candidate, type CandidateWho } from './candidate.ts'
import { readDeadlineField, readDeadlineSentence, type DeadlineRead } from './deadline.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import { readLabel } from './labels.ts'
import { readPeople } from './names.ts'
import { pageOf } from './page.ts'
import { castParts, readUnitsValue } from './responsibility.ts'
import { labelRole, type LabelRole } from './roles.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { evenWidth } from './width.ts'

/** A task code of a ledger that this system exported: year, pillar's sign, number. */
const CODE = /^(?:\d{2}|\d{4})-[\u4e00-\u9fffA-Za-z]{1,6}-\d{1,5}$/
const NOTE_ROW = /^(?:备 *注|注|说明|填表说明|填报人|审核人|制表|填表|联系人|合计|小计|总计)[：:\s（(]?/
const TASK_ROLES = new Set<LabelRole>(['task', 'target', 'measure'])
const WHO_ROLES = new Set<LabelRole>(['lead', 'owner', 'support', 'split'])

export interface LedgerShape {
  /** The row that the header begins in, and the first row of content. */
  readonly headerRow: number
  readonly firstRow: number
  readonly roles: readonly (LabelRole | null)[]
}

const evenOf = (cell: GridCell | undefined) => evenWidth(cell?.text ?? '').trim()
const roleOf = (cell: GridCell | undefined): LabelRole | null =>
  cell && cell.text.length <= 24 ? labelRole(evenOf(cell)) : null

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
  const second = below.filter((cell, column) => roleOf(cell) !== null && cell.text !== top[column]?.text).length
  const twoLevels = second >= 2 && below.every((cell) => cell.text.length <= 16)
  const roles = top.map((cell, column) => (twoLevels ? (roleOf(below[column]) ?? roleOf(cell)) : roleOf(cell)))
  const shape = { headerRow: best.row, firstRow: best.row + (twoLevels ? 2 : 1), roles }
  return isLedger(shape.roles) ? shape : null
}

/** What is to be done, and who or when: without both it is another table, such as a matrix of targets. */
function isLedger(roles: readonly (LabelRole | null)[]): boolean {
  const has = (of: ReadonlySet<LabelRole>) => roles.some((role) => role !== null && of.has(role))
  const timed = roles.some((role) => role === 'deadline' || role === 'leader' || role === 'person')
  return has(TASK_ROLES) && (has(WHO_ROLES) || timed)
}

interface RowState {
  path: string[]
  carried: Map<number, GridCell>
}

/** Reads a table of tasks: one candidate a row. Null where the table is none. */
export function readLedger(grid: Grid, frame: TimeFrame): Candidate[] | null {
  const shape = findHeader(grid)
  if (!shape) return null
  const state: RowState = { path: [], carried: new Map() }
  const candidates: Candidate[] = []
  for (const row of grid.rows.slice(shape.firstRow)) {
    const title = sectionOf(row, shape)
    if (title === '') continue
    if (title !== null) {
      state.path = pathWith(state.path, title)
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

function pathWith(path: readonly string[], title: string): string[] {
  const rank = readLabel(evenWidth(title))?.rank ?? 1
  const kept = path.filter((heading) => (readLabel(evenWidth(heading))?.rank ?? 1) < rank)
  return [...kept, title]
}

/** A section's title, `''` for a row that says nothing of tasks (a note, a sum), null for a row of content. */
function sectionOf(row: GridRow, shape: LedgerShape): string | null {
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

const isHeaderAgain = (row: GridRow, shape: LedgerShape) =>
  row.cells.filter((cell, column) => cell.text !== '' && roleOf(cell) !== null && roleOf(cell) === shape.roles[column])
    .length >= 3

/** Fills what a category or, in flattened text, a lost merge left empty. */
function carriedCells(row: GridRow, grid: Grid, shape: LedgerShape, state: RowState): readonly GridCell[] {
  const emptyWho = shape.roles.every((role, column) => !role || !WHO_ROLES.has(role) || !row.cells[column]?.text)
  const newWho = shape.roles.some((role, column) => role !== null && WHO_ROLES.has(role) && row.cells[column]?.text)
  return shape.roles.map((role, column) => {
    const cell = row.cells[column] ?? { text: '', start: 0, end: 0, spread: false }
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

function pick(cells: readonly GridCell[], shape: LedgerShape, role: LabelRole): Picked[] {
  return cells.flatMap((cell, column) => (shape.roles[column] === role && isSaid(cell.text) ? [{ cell, column }] : []))
}

const isSaid = (text: string) => text !== '' && !/^(?:[-—/\\·]+|无|暂无|\/)$/.test(text.trim())
/** Lines of a cell that are each a piece of their own are parted by ；; a wrapped line goes on. */
const oneLine = (text: string) =>
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
function wordsOf(
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

function whoOf(cells: readonly GridCell[], shape: LedgerShape, frame: TimeFrame): CandidateWho | null {
  const roles = shape.roles.filter((role) => role !== null && WHO_ROLES.has(role))
  const alone = new Set(roles).size === 1
  const hasLead = roles.includes('lead')
  const spans: Span[] = []
  const clauses = cells.flatMap((cell, column) => {
    const role = shape.roles[column]
    if (!role || !WHO_ROLES.has(role) || !isSaid(cell.text)) return []
    spans.push(cell)
    // One column for all of them: the first leads. 责任单位 beside 配合单位 leads; beside 牵头单位 it supports.
    const part =
      role === 'support'
        ? 'support'
        : alone || role === 'split'
          ? 'owner'
          : role === 'lead' || !hasLead
            ? 'lead'
            : 'owner'
    const page = pageOf(cell.text)
    return readUnitsValue(page, { start: 0, end: cell.text.length }, part, frame)
  })
  const people = (role: LabelRole) =>
    pick(cells, shape, role).flatMap(({ cell }) => {
      spans.push(cell)
      return readPeople(pageOf(cell.text), { start: 0, end: cell.text.length })
    })
  const leaders = people('leader')
  const assignees = people('person')
  const first = spans[0]
  if (!first) return null
  const span = { start: Math.min(...spans.map((part) => part.start)), end: Math.max(...spans.map((part) => part.end)) }
  const cast = castParts(clauses)
  return { ...cast, leaders: [...new Set(leaders)], assignees: [...new Set(assignees)], rule: 'table_column', span }
}

function timeOf(
  cells: readonly GridCell[],
  shape: LedgerShape,
  words: { text: string; span: Span },
  frame: TimeFrame,
): { read: DeadlineRead | null; column: boolean; unread: string | null } {
  for (const { cell } of pick(cells, shape, 'deadline').reverse()) {
    const read = readDeadlineField(pageOf(cell.text), { start: 0, end: cell.text.length }, frame)
    if (read) return { read: { ...read, span: { start: cell.start, end: cell.end } }, column: true, unread: null }
    return { read: null, column: true, unread: cell.text }
  }
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
  const who = whoOf(cells, shape, frame)
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
