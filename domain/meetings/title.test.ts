import { expect, test } from 'vitest'
import { chineseNumber, meetingTitle, minutesNumber } from './title.ts'

test('names and numbers of meetings', () => {
  expect([1, 10, 12, 20, 34].map(chineseNumber)).toEqual(['一', '十', '十二', '二十', '三十四'])
  expect(meetingTitle(2026, 3, 'zh')).toBe('2026年第三次联席会议')
  expect(meetingTitle(2026, 3, 'en')).toBe('Third joint meeting of 2026')
  expect(minutesNumber('清源区', 2026, 3)).toBe('清联纪〔2026〕3号')
})
