import { expect, test } from 'vitest'
import { byDay } from './days.ts'

test('messages stand under the office’s day, not the browser’s', () => {
  const items = ['2026-11-20T16:30:00Z', '2026-11-20T15:30:00Z', '2026-11-20T01:00:00Z'].map((toldAt) => ({ toldAt }))
  expect(byDay(items, 'Asia/Shanghai').map(({ on, items: told }) => [on, told.length])).toEqual([
    ['2026-11-21', 1],
    ['2026-11-20', 2],
  ])
})
