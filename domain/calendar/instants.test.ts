import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { endOfDay, instantText } from './instants.ts'

test.each([
  ['2026-09-30', 'Asia/Shanghai', '2026-09-30T15:59:59.999Z'],
  ['2026-12-31', 'UTC', '2026-12-31T23:59:59.999Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
  ['2026-06-30', 'Asia/Kolkata', '2026-06-30T18:29:59.999Z'],
  ['2026-06-30', 'Pacific/Kiritimati', '2026-06-30T09:59:59.999Z'],
])('the day %s ends in %s at %s', (on, timeZone, instant) => {
  const end = endOfDay(on, timeZone)
  expect(end.toISOString()).toBe(instant)
  expect(dayOf(end, timeZone)).toBe(on)
})

test('an instant is told in the office’s time, to the minute', () => {
  expect(instantText('2026-11-20T16:04:59.000Z', 'Asia/Shanghai')).toBe('2026-11-21 00:04')
  expect(instantText(new Date('2026-11-20T16:04:59.000Z'), 'UTC')).toBe('2026-11-20 16:04')
})
