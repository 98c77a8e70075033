import { describe, expect, test } from 'vitest'
import { blocksOf, type Mark, marksByBlock, piecesOf, receivedLines } from './source.ts'

const TEXT = '一、重点任务\n修建步道五公里。（住建局牵头）\n绿化荒山。'
const mark = (index: number, start: number, end: number, change: Partial<Mark> = {}): Mark => ({
  index,
  start,
  end,
  tone: 'proposed',
  doubtful: [],
  ...change,
})

describe('blocks', () => {
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

  test('know the rows that touch them', () => {
    const blocks = [
      { start: 0, end: 6, kind: 'paragraph' as const, cells: [] },
      { start: 7, end: 23, kind: 'paragraph' as const, cells: [] },
      { start: 24, end: 29, kind: 'paragraph' as const, cells: [] },
    ]
    const touching = marksByBlock(blocks, [mark(0, 7, 23), mark(1, 24, 29), mark(2, 7, 23)])
    expect(touching.map((marks) => marks.map(({ index }) => index))).toEqual([[], [0, 2], [1]])
  })
})

describe('pieces', () => {
  test('make up the whole span without gaps', () => {
    const marks = [mark(0, 7, 23, { doubtful: [{ start: 15, end: 22 }] })]
    const pieces = piecesOf({ start: 7, end: 23 }, marks)
    expect(pieces.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT.slice(7, 23))
    expect(pieces.map(({ isDoubtful }) => isDoubtful)).toEqual([false, true, false])
    expect(pieces.filter(({ isFirst }) => isFirst)).toHaveLength(1)
  })

  test('the current row is lit before others at the same place', () => {
    const [piece] = piecesOf({ start: 0, end: 4 }, [
      mark(0, 0, 4, { tone: 'accepted' }),
      mark(1, 0, 4, { tone: 'current' }),
    ])
    expect(piece).toMatchObject({ tone: 'current', drafts: [0, 1] })
  })
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
