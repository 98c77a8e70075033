import { expect, test } from 'vitest'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { type Line, linesOf, nextRow, type Page, pagesWanted, reachOf, widen } from './lines.ts'

const row = (id: string): LedgerRow => ({
  id,
  code: id,
  title: id,
  kind: 'action',
  state: 'inProgress',
  version: 1,
  weight: 1,
  restricted: false,
  pillar: { id: 'p', name: 'p', mark: 'p' },
  leadUnit: null,
  supportUnits: [],
  leader: null,
  assignee: null,
  sourceType: 'annualPlan',
  sourceTitle: '',
  evidence: '',
  originalDueOn: null,
  currentDueOn: null,
  light: 'green',
  deadlineLight: 'green',
  trajectoryLight: 'green',
  plannedShare: 0,
  actualShare: null,
  measuredOn: '2026-11-20',
  onPlan: true,
  acknowledgeLate: false,
  verification: null,
  why: [],
})
const said = (lines: readonly Line[]) =>
  lines.map((line) => (line.kind === 'group' ? `[${line.group.key}]` : (line.row?.code ?? '?')))
const GROUPS = [
  { key: 'a', taskCount: 2 },
  { key: 'b', taskCount: 3 },
]

test('a group that is not loaded keeps the place of its rows', () => {
  const lines = linesOf(
    GROUPS,
    ({ key }) => (key === 'a' ? { rows: [row('a1')], complete: false } : { rows: [], complete: false }),
    'with heads',
  )
  expect(said(lines)).toEqual(['[a]', 'a1', '?', '[b]', '?', '?', '?'])
})

test('a group that is loaded whole shows what it has, whatever was counted before', () => {
  const lines = linesOf(GROUPS, ({ key }) => ({ rows: [row(`${key}1`)], complete: true }), 'without heads')
  expect(said(lines)).toEqual(['a1', 'b1'])
})

test('the lines on screen say how far each group is needed', () => {
  const lines = linesOf(GROUPS, () => ({ rows: [], complete: false }), 'with heads')
  expect([...reachOf(lines, 2, 5)]).toEqual([
    ['a', 2],
    ['b', 1],
  ])
})

test('pages are asked for one after the other until the reach is covered', () => {
  const pages: Record<string, Page> = {
    '': { items: [row('1'), row('2')], next: 'second' },
    second: { items: [row('3'), row('4')], next: 'third' },
  }
  const at = (after: string) => pages[after]
  expect(pagesWanted(1, at)).toEqual([''])
  expect(pagesWanted(3, at)).toEqual(['', 'second'])
  expect(pagesWanted(5, at)).toEqual(['', 'second', 'third'])
  expect(pagesWanted(500, () => ({ items: [], next: null }))).toEqual([''])
})

test('a reach only ever grows, and stays itself when nothing is added', () => {
  const reach = new Map([['a', 3]])
  expect(widen(reach, new Map([['a', 2]]))).toBe(reach)
  expect([...widen(reach, new Map([['a', 5]]))]).toEqual([['a', 5]])
})

test('the keyboard goes from task to task, over the heads of groups', () => {
  const lines = linesOf(GROUPS, () => ({ rows: [], complete: false }), 'with heads')
  expect(nextRow(lines, -1, 1)).toBe(1)
  expect(nextRow(lines, 2, 1)).toBe(4)
  expect(nextRow(lines, 4, -1)).toBe(2)
  expect(nextRow(lines, 6, 1)).toBe(6)
})
