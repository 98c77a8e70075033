import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { EMPTY_ROW, isBlocked, ROW_FIELDS, type RowField } from '#domain/reports/row.ts'
import { cellName } from './cells.tsx'
import type { Changes } from './drafts.ts'
import { nextMissing, openCell, type ShownRow } from './shown.ts'
import type { Filling } from './useFilling.ts'

type Cell = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isCell = (target: EventTarget | null): target is Cell =>
  target instanceof HTMLElement && target.dataset['cell'] !== undefined

const isText = (cell: Cell): cell is HTMLInputElement | HTMLTextAreaElement =>
  cell instanceof HTMLTextAreaElement || (cell instanceof HTMLInputElement && cell.type === 'text')

/** Nothing typed yet, or all of it marked: the next sign replaces everything. */
const isWhole = (cell: HTMLInputElement | HTMLTextAreaElement): boolean =>
  cell.value === '' || (cell.selectionStart === 0 && cell.selectionEnd === cell.value.length)

/** Alt+Enter, as in a spreadsheet; the field hears of it as of anything typed. */
function addLine(cell: Cell): boolean {
  if (!(cell instanceof HTMLTextAreaElement)) return false
  cell.setRangeText('\n', cell.selectionStart, cell.selectionEnd, 'end')
  cell.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }))
  return true
}

const CONFIDENCE_KEYS = { KeyG: 'green', KeyY: 'amber', KeyR: 'red' } as const
const FIELD_KEYS = { KeyD: 'difficulty', KeyE: 'evidence' } as const
/** Leads to the cell while nothing is written there; then it raises what is. */
const RAISE_KEY = 'KeyD'

type Options = {
  frame: RefObject<HTMLElement | null>
  filling: Filling
  missing: readonly ShownRow[]
  onCurrent: (taskId: string) => void
  onCompare: () => void
  onAllKeys: () => void
  /** Raises the row's difficulty; false where it is raised already. */
  onDifficulty: (row: ShownRow) => boolean
}

/** The sheet's keys (FACE §6). They wait while an input method composes. */
export function useSheetKeys({ frame, filling, missing, onCurrent, onCompare, onAllKeys, onDifficulty }: Options) {
  const entered = useRef<{ cell: Cell; text: string } | null>(null)
  const byKeyboard = useRef(false)

  const focusCell = (taskId: string, field: string) => {
    const name = cellName(taskId, field)
    const cells = [...(frame.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
    const cell = cells.find(({ dataset }) => dataset['cell'] === name)
    byKeyboard.current = true
    cell?.focus()
    const shown = cell ?? frame.current?.querySelector(`[data-row="${taskId}"]`)
    shown?.scrollIntoView({ block: 'nearest' })
  }
  const goOn = (after: string | null) => {
    const next = nextMissing(missing, after)
    if (next) focusCell(next.taskId, openCell(next))
  }
  /** Enter: the row is right, on to the next, after the last to what is left; a row that lacks something stays. */
  const checkRow = (row: ShownRow) => {
    const problem = row.problems.find((one) => isBlocked([one]))
    if (problem) return focusCell(row.taskId, problem.field)
    filling.endStep()
    if (!row.checked) filling.change(row.taskId, {}, true)
    void filling.store.save(row.taskId)
    const next = filling.rows.find((candidate) => candidate.number > row.number && candidate.open)
    if (next) return focusCell(next.taskId, 'actualShare')
    const others = missing.filter(({ taskId }) => taskId !== row.taskId)
    if (others[0]) focusCell(others[0].taskId, openCell(others[0]))
  }
  const undo = () => {
    const step = filling.undoLast()
    const [field] = Object.keys(step?.before ?? {})
    if (step) focusCell(step.taskId, field ?? 'actualShare')
  }
  const sameAsLast = (cell: HTMLInputElement | HTMLTextAreaElement, row: ShownRow, field: RowField) => {
    const last = row.previous?.[field] ?? EMPTY_ROW[field]
    filling.change(row.taskId, { [field]: Array.isArray(last) ? [...last] : last } as Changes)
    filling.endStep()
    // Chromium gives a field that is marked the focus again, although a fast hand has left it.
    requestAnimationFrame(() => {
      if (document.activeElement === cell) cell.select()
    })
  }

  const onAlt = (event: KeyboardEvent, cell: Cell, row: ShownRow): boolean => {
    const { code } = event
    if (event.key === 'Enter') return addLine(cell)
    const isWritten = row.values.difficulty.trim() !== '' || cell.dataset['cell'] === cellName(row.taskId, 'difficulty')
    if (code === RAISE_KEY && isWritten && onDifficulty(row)) return true
    if (code === 'KeyC') onCompare()
    else if (code in CONFIDENCE_KEYS)
      filling.change(row.taskId, { confidence: CONFIDENCE_KEYS[code as keyof typeof CONFIDENCE_KEYS] })
    else if (code in FIELD_KEYS) focusCell(row.taskId, FIELD_KEYS[code as keyof typeof FIELD_KEYS])
    else return false
    return true
  }
  const onControl = (event: KeyboardEvent, cell: Cell): boolean => {
    if (event.key.toLowerCase() !== 'z' || event.shiftKey) return false
    // Inside a cell the browser takes back what was typed there; from there on, cell by cell.
    const isTyped = isText(cell) && entered.current?.cell === cell && entered.current.text !== cell.value
    if (isTyped) return false
    undo()
    return true
  }
  const onPlain = (event: KeyboardEvent, cell: Cell, row: ShownRow, field: RowField | undefined): boolean => {
    if (event.key === 'Enter' && !event.shiftKey) {
      checkRow(row)
      return true
    }
    // A number has no question mark in it: there it asks for the keys.
    if (event.key === '?' && cell instanceof HTMLInputElement) {
      onAllKeys()
      return true
    }
    if (event.key === '=' && field && isText(cell) && (isWhole(cell) || cell instanceof HTMLInputElement)) {
      sameAsLast(cell, row, field)
      return true
    }
    return false
  }

  const onKeyDown = (event: KeyboardEvent) => {
    byKeyboard.current = true
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return
    const cell = event.target
    if (!isCell(cell)) return
    const [taskId = '', name] = (cell.dataset['cell'] ?? '').split(' ')
    const row = filling.rows.find((candidate) => candidate.taskId === taskId)
    if (!row) return
    const field = ROW_FIELDS.find((known) => known === name)
    const { altKey, ctrlKey, metaKey } = event
    const isDone = altKey
      ? onAlt(event, cell, row)
      : ctrlKey || metaKey
        ? onControl(event, cell)
        : onPlain(event, cell, row, field)
    if (isDone) event.preventDefault()
  }
  const onFocus = (event: { target: EventTarget }) => {
    const cell = event.target
    if (!isCell(cell)) return
    onCurrent((cell.dataset['cell'] ?? '').split(' ')[0] ?? '')
    entered.current = { cell, text: cell.value }
    filling.endStep()
    if (byKeyboard.current && isText(cell)) cell.select()
  }
  const onPointerDown = () => void (byKeyboard.current = false)
  return { goOn, focusCell, undo, handlers: { onKeyDown, onFocus, onPointerDown } }
}
