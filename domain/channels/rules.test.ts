import { expect, test } from 'vitest'
import { DEFAULT_RULES, isQuiet, mayGoOut } from './rules.ts'

test.each([
  ['20:00', '08:00', '19:59', false],
  ['20:00', '08:00', '20:00', true],
  ['20:00', '08:00', '03:00', true],
  ['20:00', '08:00', '07:59', true],
  ['20:00', '08:00', '08:00', false],
  ['12:00', '14:00', '11:59', false],
  ['12:00', '14:00', '13:00', true],
  ['12:00', '14:00', '14:00', false],
  ['00:00', '00:00', '00:00', false],
])('quiet from %s to %s: %s is %s', (quietFrom, quietTo, time, quiet) => {
  expect(isQuiet({ quietFrom, quietTo }, time)).toBe(quiet)
})

test.each([
  ['08:15', true, { urgent: true, digest: false }],
  ['08:30', true, { urgent: true, digest: true }],
  ['19:00', true, { urgent: true, digest: true }],
  ['20:30', true, { urgent: false, digest: false }],
  ['10:00', false, { urgent: false, digest: false }],
])('by the rules set out, at %s on a working day (%s) may go out: %j', (time, isWorkday, out) => {
  expect(mayGoOut(DEFAULT_RULES, { time, isWorkday })).toEqual(out)
})

test('an office that works on weekends is reached on weekends', () => {
  const rules = { ...DEFAULT_RULES, workdaysOnly: false }
  expect(mayGoOut(rules, { time: '10:00', isWorkday: false })).toEqual({ urgent: true, digest: true })
})
