import { expect, test } from 'vitest'
import { nextTry } from './attempts.ts'

const NOW = new Date('2026-11-20T12:00:00+08:00')
const minutesTo = (next: Date | null) => next && (next.getTime() - NOW.getTime()) / 60_000

test('pauses grow from a minute to half a day, and after the seventh attempt it is given up', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => minutesTo(nextTry(attempts, 'unreachable', NOW)))
  expect(pauses).toEqual([1, 5, 15, 60, 240, 720, null])
})

test.each(['switchedOff', 'addressRefused'] as const)('%s does not get better by waiting', (failure) => {
  expect(nextTry(1, failure, NOW)).toBeNull()
})
