import { expect, test } from 'vitest'
import { DEFAULT_RULES, holdsBack, isQuiet, leavesOpen, mayGoOut } from './rules.ts'

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

const own = (quietFrom: string, quietTo: string, workdaysOnly = false) => ({ quietFrom, quietTo, workdaysOnly })

test.each([
  [own('12:00', '14:00'), '13:00', true, true],
  [own('12:00', '14:00'), '14:00', true, false],
  [own('18:00', '09:00'), '08:30', true, true],
  [own('00:00', '00:00'), '13:00', true, false],
  [own('00:00', '00:00', true), '13:00', false, true],
  [own('00:00', '00:00', true), '13:00', true, false],
  [own('08:00', '20:00'), '13:00', true, false], // leaves no hour of the office's day
])('a person’s own wishes %j hold back at %s (working day: %s): %s', (wishes, time, isWorkday, held) => {
  expect(holdsBack(DEFAULT_RULES, wishes, { time, isWorkday })).toBe(held)
})

test.each([
  [own('12:00', '14:00'), true],
  [own('08:00', '18:00'), true],
  [own('08:00', '18:01'), false],
  [own('08:00', '20:00'), false],
])('%j beside the office’s hours leaves time to be reached: %s', (wishes, open) => {
  expect(leavesOpen(DEFAULT_RULES, wishes)).toBe(open)
})
