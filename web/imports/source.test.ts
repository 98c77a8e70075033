import { describe, expect, test } from 'vitest'
import type { LitRow, SourcePage } from '#domain/imports/pages.contract.ts'
import { type Mark, marksIn, marksOf, piecesOf } from './source.ts'

const TEXT = '一、重点任务\n修建步道五公里。（住建局牵头）\n绿化荒山。'
const mark = (number: number, start: number, end: number, change: Partial<Mark> = {}): Mark => ({
  row: { draftId: String(number), number },
  start,
  end,
  tone: 'proposed',
  doubtful: [],
  ...change,
})
const BLOCKS: SourcePage['blocks'] = [
  [0, 6],
  [7, 23],
  [24, 29],
].map(([start = 0, end = 0]) => ({ start, end, kind: 'paragraph', text: TEXT.slice(start, end), cells: [] }))

test('the marks of a block are those of the rows that touch it', () => {
  const marks = [mark(1, 7, 23), mark(2, 24, 29), mark(3, 7, 23)]
  expect(BLOCKS.map((block) => marksIn(block, marks).map(({ row }) => row.number))).toEqual([[], [1, 3], [2]])
})

test('a doubt lights the very words it is about', () => {
  const doubt = { id: 'x', field: 'lead', code: 'unknown_unit', choices: [], facts: { name: '住建局' } } as const
  const row: LitRow = {
    draftId: 'a',
    number: 1,
    state: 'pending',
    source: { start: 7, end: 23 },
    read: {},
    doubts: [{ ...doubt, choices: [] }],
  }
  const [found] = marksOf({ rows: [row], blocks: BLOCKS }, null)
  expect(found?.doubtful.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['住建局'])
  expect(marksOf({ rows: [row], blocks: BLOCKS }, 'a')[0]?.tone).toBe('current')
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
      mark(1, 0, 4, { tone: 'accepted' }),
      mark(2, 0, 4, { tone: 'current' }),
    ])
    expect(piece).toMatchObject({ tone: 'current', rows: [{ number: 1 }, { number: 2 }] })
  })
})
