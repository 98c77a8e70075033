import { expect, test } from 'vitest'
import { blocksOf, blocksOn, SOURCE_PAGE } from './blocks.ts'
import { receivedLines } from './received.ts'

test('cells of one row stand together, rows apart', () => {
  const cell = (start: number, row: number, column: number) => ({
    start,
    end: start + 2,
    kind: 'cell' as const,
    table: { table: 0, row, column },
  })
  const blocks = blocksOf([
    { start: 0, end: 4, kind: 'heading', table: null },
    cell(5, 0, 0),
    cell(8, 0, 1),
    cell(11, 1, 0),
  ])
  expect(blocks.map(({ kind, cells }) => [kind, cells.length])).toEqual([
    ['heading', 0],
    ['row', 2],
    ['row', 1],
  ])
})

test('every block stands on one page, whatever its length', () => {
  const line = (start: number, end: number) => ({ start, end, kind: 'paragraph' as const, table: null })
  const blocks = blocksOf([line(0, 2 * SOURCE_PAGE), line(2 * SOURCE_PAGE + 1, 2 * SOURCE_PAGE + 9)])
  expect([0, 1, 2].map((page) => blocksOn(blocks, page).length)).toEqual([1, 0, 1])
})

test('what the repair took out is struck, what it replaced is shown', () => {
  const received = '會(huì)议,，开了'
  const lines = receivedLines({
    receivedText: received,
    text: '会议，开了',
    removals: [
      { at: 1, receivedStart: 1, receivedEnd: 6, kind: 'pinyin' },
      { at: 2, receivedStart: 7, receivedEnd: 8, kind: 'punctuation' },
    ],
  })
  expect(lines).toEqual([
    [
      { text: '會', kind: 'replaced' },
      { text: '(huì)', kind: 'removed' },
      { text: '议', kind: 'same' },
      { text: ',', kind: 'removed' },
      { text: '，开了', kind: 'same' },
    ],
  ])
})
