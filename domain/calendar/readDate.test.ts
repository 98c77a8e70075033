import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, dayNumber } from './calendar.ts'
import { readDate } from './readDate.ts'

// 2026-11-20 is a Friday.
const TODAY = '2026-11-20'

test.each([
  // with a year
  ['2026-12-04', '2026-12-04'],
  ['2026/12/4', '2026-12-04'],
  ['2026年12月4日', '2026-12-04'],
  ['20261204', '2026-12-04'],
  ['２０２６．１２．４', '2026-12-04'],
  // without a year: the nearest one
  ['12-4', '2026-12-04'],
  ['12.4', '2026-12-04'],
  ['12月4日', '2026-12-04'],
  ['12月4号前', '2026-12-04'],
  ['十二月四日', '2026-12-04'],
  ['十一月三十日', '2026-11-30'],
  ['1-15', '2027-01-15'],
  ['9-30', '2026-09-30'],
  ['25日', '2026-11-25'],
  ['5号', '2026-12-05'],
  ['下月5日', '2026-12-05'],
  // from today
  ['今天', '2026-11-20'],
  [' 明天 ', '2026-11-21'],
  ['大后天', '2026-11-23'],
  ['10天内', '2026-11-30'],
  ['两周后', '2026-12-04'],
  ['三个月后', '2027-02-20'],
  ['+7', '2026-11-27'],
  // weeks begin on Monday
  ['周五', '2026-11-20'],
  ['周三', '2026-11-25'],
  ['本周三', '2026-11-18'],
  ['下周五', '2026-11-27'],
  ['下下周一', '2026-11-30'],
  ['星期日', '2026-11-22'],
  ['下个星期二', '2026-11-24'],
  // parts of months, quarters, years
  ['月底', '2026-11-30'],
  ['本月底', '2026-11-30'],
  ['下月底', '2026-12-31'],
  ['12月底', '2026-12-31'],
  ['12月底前', '2026-12-31'],
  ['12月上旬', '2026-12-10'],
  ['2月底', '2027-02-28'],
  ['十二月中旬', '2026-12-20'],
  ['季度末', '2026-12-31'],
  ['下季度末', '2027-03-31'],
  ['三季度末', '2026-09-30'],
  ['第二季度', '2026-06-30'],
  ['年底', '2026-12-31'],
  ['年内', '2026-12-31'],
  ['明年底', '2027-12-31'],
  ['上半年', '2026-06-30'],
  // English
  ['4 Dec', '2026-12-04'],
  ['Dec 4, 2026', '2026-12-04'],
  ['15 January', '2027-01-15'],
  ['next Friday', '2026-11-27'],
  ['Wednesday', '2026-11-25'],
  ['end of the month', '2026-11-30'],
  ['Q3', '2026-09-30'],
  ['tomorrow', '2026-11-21'],
])('reads %s as %s', (text, day) => {
  expect(readDate(text, TODAY)).toBe(day)
})

test.each(['', '适时', '尽快', '2-30', '2026-02-29', '13-1', '0-5', '32日', '五季度末', '12-', 'maybe', '1-1-1'])(
  'does not guess at %j',
  (text) => {
    expect(readDate(text, TODAY)).toBeNull()
  },
)

test('28 February keeps to the nearest year that has the day', () => {
  expect(readDate('2-29', '2027-12-01')).toBe('2028-02-29')
  expect(readDate('2-29', '2026-06-01')).toBeNull()
})

test('every day written in full is read back, whatever today is', () => {
  const day = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2099-12-31') }).map(dayAt)
  fc.assert(
    fc.property(day, day, (on, today) => {
      const [year, month, date] = on.split('-').map(Number)
      expect(readDate(on, today)).toBe(on)
      expect(readDate(`${year}年${month}月${date}日`, today)).toBe(on)
      expect(readDate(`${year}.${month}.${date}`, today)).toBe(on)
    }),
  )
})

test('no text makes it fail', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789年月日底末周下个上一二三十季度天后-./ ')) }),
      (text) => {
        const on = readDate(text, TODAY)
        expect(on === null ? null : dayAt(dayNumber(on))).toBe(on)
      },
    ),
  )
})
