import type { Language } from '../refusal.ts'

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A count as titles write it, up to 99: 一, 十, 十二, 二十, 二十三. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return DIGITS[ones] ?? String(number)
  const head = tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`
  return ones === 0 ? head : `${head}${DIGITS[ones] ?? ''}`
}

const ORDINALS_EN = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth']

/** The meeting's name by its number in the year: 2026年第一次联席会议. */
export const meetingTitle = (year: number, number: number, language: Language): string =>
  language === 'zh'
    ? `${year}年第${chineseNumber(number)}次联席会议`
    : `${ORDINALS_EN[number] ?? `No. ${number}`} joint meeting of ${year}`

/** The sign before the year in the minutes' number, from the place's first character: 清源区 → 清联纪. */
const minutesPrefix = (organizationName: string): string => `${[...organizationName][0] ?? ''}联纪`

/** The number of issued minutes as papers have it: `清联纪〔2026〕3号`. */
export const minutesNumber = (organizationName: string, year: number, number: number): string =>
  `${minutesPrefix(organizationName)}〔${year}〕${number}号`
