import { expect, test } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { afterFailure, minutesLocked } from './lockout.ts'
import { canSetPassword, passwordStanding } from './password-rules.ts'
import { canCreateToken } from './token.ts'

test.each([
  ['ten characters out of three classes', 'Qingyuan-1', 'xiachu', true],
  ['nine characters', 'Qingyua-1', 'xiachu', false],
  ['ten characters as people count them', '😀😀😀😀Aa1!zz', 'xiachu', true],
  ['no more than eight of them, whatever they take to store', '😀😀😀😀Aa1!', 'xiachu', false],
  ['two classes', 'qingyuanqu1', 'xiachu', false],
  ['the own user name, however written', 'XiaChu-2026!', 'xiachu', false],
  ['a user name of two letters, which is part of nearly everything', 'Qingyuan-1', 'an', true],
])('a password of %s', (_, password, userName, allowed) => {
  expect(canSetPassword(password, userName).allowed).toBe(allowed)
})

test('each rule of a password is answered by itself', () => {
  expect(passwordStanding('xiachu', 'xiachu')).toEqual({ longEnough: false, mixedEnough: false, withoutName: false })
})

test('five failures in a row lock for a quarter of an hour, and counting begins anew after it', () => {
  const now = new Date('2026-11-20T08:00:00Z')
  expect(afterFailure(3, now)).toEqual({ failureCount: 4, lockedUntil: null })
  const { failureCount, lockedUntil } = afterFailure(4, now)
  expect([failureCount, lockedUntil]).toEqual([0, new Date('2026-11-20T08:15:00Z')])
  expect(minutesLocked(lockedUntil, new Date('2026-11-20T08:14:59Z'))).toBe(1)
  expect(minutesLocked(lockedUntil, new Date('2026-11-20T08:15:00Z'))).toBe(0)
})

test('a lock that a clock which ran ahead has set does not hold once it is set back', () => {
  const lockedUntil = new Date('2026-12-18T08:15:00Z')
  expect(minutesLocked(lockedUntil, new Date('2026-11-20T08:00:00Z'))).toBe(0)
  expect(minutesLocked(lockedUntil, new Date('2026-12-18T08:00:00Z'))).toBe(15)
  expect(minutesLocked(lockedUntil, new Date('2026-12-18T07:58:00Z'))).toBe(17) // another server’s clock
})

const TODAY = '2026-11-20'
test.each([
  ['tomorrow', addDays(TODAY, 1), 0, 'allowed'],
  ['in a year', addDays(TODAY, 365), 49, 'allowed'],
  ['today', TODAY, 0, 'token_expiry'],
  ['later than a year', addDays(TODAY, 366), 0, 'token_expiry'],
  ['tomorrow, beside fifty others', addDays(TODAY, 1), 50, 'too_many_tokens'],
])('a token that ends %s', (_, expiresOn, tokenCount, outcome) => {
  const verdict = canCreateToken(expiresOn, TODAY, tokenCount)
  expect(verdict.allowed ? 'allowed' : verdict.refusal.code).toBe(outcome)
})
