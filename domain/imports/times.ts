import { charSet } from '../charSet.ts'
import { readNumber } from './labels.ts'
import type { Span } from './source.ts'

/** What a document says about its own time: the year that a date without one belongs to, and its date for 本月 and 明年. */
export interface TimeFrame {
  readonly year: number | null
  /** ISO date of the document, or null. */
  readonly on: string | null
}

type TimeForm = 'day' | 'month' | 'part' | 'quarter' | 'half' | 'yearEnd' | 'wholeYear' | 'year' | 'vague' | 'ongoing'

/** One time in a text. */
export interface TimeRead extends Span {
  readonly form: TimeForm
  /** ISO date; null for vague and ongoing times, and where no year is known. */
  readonly dueOn: string | null
  /** True where 前, 之前, 底, 末 or 旬 makes it a limit rather than a mere mention. */
  readonly limit: boolean
  /** The year that the words themselves name. */
  readonly year: number | null
}

const N = '[一二三四五六七八九十]'
const YEAR = `(?:(?<year>(?:19|20)\\d{2}|[一二][零〇○Oo九一二三四五六七八]{3}) ?年度? ?|民国 ?(?<republic>\\d{2,3}) ?年 ?|(?<relative>今年|本年度?|当年|明年|次年|翌年|后年) ?)`
const LIMIT = '(?<limit> ?(?:之前|以前|前后|为止|前|内)(?![一二三四五六七八九十两三]{1,2}(?:季度|个月)))?'

// 6月30日17时前, 5月18日下午5：30前: the hour does not change the day.
const CLOCK = '(?: ?(?:上午|中午|下午|晚上?|早上?)? ?\\d{1,2} ?(?:时|点|：)(?:\\d{1,2}分?|整)?)?'

const ONGOING =
  '(?:年内|全年|长期|并)?(?:持续|长期|常年|常态化?|经常性?|不间断)(?:推进|坚持|实施|开展|落实|抓好|进行|执行|整治|深化|巩固|任务|工作|化)?|立行立改|立知立改|即知即改|即行即改|动态(?:管理|调整|更新|清零)|(?:每(?:周|月|季度?|日|天|半年|年|学期|旬)|按(?:月|季度?|周)|逐月)'
const VAGUE =
  '(?:主汛期|入汛|汛期?)前|迎峰度[夏冬](?:之)?前|雨季前|高考前|中考前|(?:秋季|春季)?学期(?:开学)?前|入夏前|入冬前|冬季前|供暖(?:季|期)?前|采暖(?:季|期)?前|春节前|国庆(?:节)?前|中秋(?:节)?前|五一前|元旦前|两会前|(?:\\d{1,2}月份?)?(?:[春秋]季)?(?:学期)?开学前|春耕前|秋收前|尽快|尽早|近期|及早|适时|限期|即时?办理?|立即办理|按期|按时|第一时间|即日起'

const PATTERNS: readonly string[] = [
  `${YEAR}?(?<month>\\d{1,2}|${N}{1,2}) ?月 ?(?<day>\\d{1,2}|${N}{1,3}) ?(?:日|号|(?= *(?:之前|以前|前|$)))${CLOCK}${LIMIT}`,
  `(?<isoYear>(?:19|20)\\d{2})[-./](?<isoMonth>\\d{1,2})[-./](?<isoDay>\\d{1,2})(?!\\d)(?:日)?${LIMIT}`,
  `(?<isoYear>(?:19|20)\\d{2})[-./](?<isoMonth>1[0-2]|0?[1-9])(?![\\d.])(?:月)?(?<part>底|末)?${LIMIT}`,
  `${YEAR}?(?<month>\\d{1,2}|${N}{1,2}) ?月份?(?!(?:[春秋]季)?(?:学期)?开学前)(?<part>底|末|上旬|中旬|下旬|初)?${LIMIT}`,
  `(?<thisMonth>本月|当月|下月|下个月)(?<part>底|末|上旬|中旬|下旬|初)?${LIMIT}`,
  `${YEAR}?第?(?<quarter>[1-4一二三四]) ?季度(?:底|末)?${LIMIT}`,
  `${YEAR}?(?<half>上半年|下半年)(?:底|末)?${LIMIT}`,
  `(?:(?<year>(?:19|20)\\d{2}|[一二][零〇○Oo九一二三四五六七八]{3}) ?年|(?<relative>今年|明年|次年)|年|本年度?|岁)(?<yearEnd>底|末|终|度?内|中)${LIMIT}`,
  `(?<wholeYear>${YEAR}?全年|本年度(?![内底末]))`,
  `(?:(?<year>(?:19|20)\\d{2})年?)?[Qq](?<quarter>[1-4])(?!\\d)${LIMIT}`,
  `(?<bareYear>(?:19|20)\\d{2}) ?年(?!度?[\\u4e00-\\u9fff]{0,1}[一二三四\\d]?季度|[上下]半年|\\d|[一-十]{1,2}月)${LIMIT}`,
  `(?<ongoing>${ONGOING})`,
  `(?<vague>${VAGUE})`,
]
const ANY = PATTERNS.map((pattern) => new RegExp(pattern, 'y'))
// A cheap gate: no time begins with another character.
const isFirst = charSet(
  /[Qq\d一二三四五六七八九十今本当明次翌后第上下年岁全持长常经不立即动每按逐汛主入供采春国中秋五元两开尽近及适限汛并迎雨高学冬民]/,
)

const pad = (value: number) => String(value).padStart(2, '0')
const lastDayOf = (year: number, month: number) =>
  [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month - 1
  ] ?? 0

/** An ISO date; null where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
    ? `${year}-${pad(month)}-${pad(day)}`
    : null
}

/** The last day of a month. */
export const monthEnd = (year: number, month: number): string | null => isoDay(year, month, lastDayOf(year, month))
const PART_DAY: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 }
/** 民国元年 is 1912. */
const REPUBLIC = 1911
const YEARS_ON: Readonly<Record<string, number>> = { 明年: 1, 次年: 1, 翌年: 1, 后年: 2 }

type Groups = Readonly<Record<string, string | undefined>>

function yearOf(groups: Groups, frame: TimeFrame, carried: number | null): number | null {
  const written = groups['year'] ?? groups['isoYear'] ?? groups['bareYear']
  if (written) return readNumber(written)
  if (groups['republic']) return Number(groups['republic']) + REPUBLIC
  const own = frame.on ? Number(frame.on.slice(0, 4)) : frame.year
  if (groups['relative']) return own === null ? null : own + (YEARS_ON[groups['relative']] ?? 0)
  return carried ?? frame.year
}

interface Reading {
  readonly form: TimeForm
  readonly dueOn: string | null
  readonly limit: boolean
}

function readMonth(groups: Groups, year: number | null, limit: boolean): Reading | null {
  const month = readNumber(groups['month'] ?? groups['isoMonth'] ?? '')
  if (month === null || month < 1 || month > 12) return null
  const written = groups['day'] ?? groups['isoDay']
  if (written !== undefined) {
    const day = readNumber(written)
    if (day === null || day < 1 || day > 31) return null
    return { form: 'day', dueOn: year === null ? null : isoDay(year, month, day), limit }
  }
  const part = groups['part']
  if (part === '初') return { form: 'vague', dueOn: null, limit: true }
  const day = part ? PART_DAY[part] : undefined
  const dueOn = year === null ? null : day ? isoDay(year, month, day) : monthEnd(year, month)
  return { form: part ? 'part' : 'month', dueOn, limit: limit || part !== undefined }
}

function readThisMonth(groups: Groups, frame: TimeFrame): Reading {
  if (!frame.on || groups['part'] === '初') return { form: 'vague', dueOn: null, limit: true }
  const next = groups['thisMonth']?.startsWith('下') ? 1 : 0
  const months = Number(frame.on.slice(0, 4)) * 12 + Number(frame.on.slice(5, 7)) - 1 + next
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  const day = PART_DAY[groups['part'] ?? '']
  return { form: 'part', dueOn: day ? isoDay(year, month, day) : monthEnd(year, month), limit: true }
}

function readGroups(groups: Groups, frame: TimeFrame, carried: number | null): Reading | null {
  const year = yearOf(groups, frame, carried)
  const limit = groups['limit'] !== undefined
  const end = (month: number) => (year === null ? null : monthEnd(year, month))
  if (groups['month'] ?? groups['isoMonth']) return readMonth(groups, year, limit)
  if (groups['thisMonth']) return readThisMonth(groups, frame)
  if (groups['quarter']) return { form: 'quarter', dueOn: end((readNumber(groups['quarter']) ?? 0) * 3), limit }
  if (groups['half']) return { form: 'half', dueOn: end(groups['half'] === '上半年' ? 6 : 12), limit }
  if (groups['yearEnd']) {
    return { form: 'yearEnd', dueOn: end(groups['yearEnd'] === '中' ? 6 : 12), limit: true }
  }
  if (groups['wholeYear']) return { form: 'wholeYear', dueOn: end(12), limit }
  if (groups['bareYear']) return { form: 'year', dueOn: end(12), limit }
  if (groups['ongoing']) return { form: 'ongoing', dueOn: null, limit: false }
  return groups['vague'] ? { form: 'vague', dueOn: null, limit: true } : null
}

/**
 * All times in an even-width text, in order. A date without a year takes the last year named before it in the same
 * text, else the document's. Calendar rules: the table in the domain notes (月底 = last day, 上旬 = 10th, 中旬 = 20th).
 */
export function findTimes(even: string, frame: TimeFrame): TimeRead[] {
  const times: TimeRead[] = []
  let carried: number | null = null
  for (let i = 0; i < even.length;) {
    const step: TimeRead | null = isFirst(even.charCodeAt(i)) ? readAt(even, i, frame, carried) : null
    if (!step) {
      i++
      continue
    }
    if (step.year !== null) carried = step.year
    times.push(step)
    i = step.end
  }
  return times
}

// 2.10月底前竣工 is the second of several stages, not the tenth part of a number.
const isNumbered = (even: string, at: number) =>
  /(?:^|[；。，\n])\s*\d{1,2}\.$/.test(even.slice(Math.max(0, at - 6), at)) && /^\d{1,2}月/.test(even.slice(at, at + 3))

function readAt(even: string, at: number, frame: TimeFrame, carried: number | null): TimeRead | null {
  const before = even[at - 1] ?? ''
  if (/\d/.test(even[at] ?? '') && /[\d.]/.test(before) && !(before === '.' && isNumbered(even, at))) return null
  for (const pattern of ANY) {
    pattern.lastIndex = at
    const found = pattern.exec(even)
    if (!found) continue
    const groups: Groups = found.groups ?? {}
    const reading = readGroups(groups, frame, carried)
    if (!reading) continue
    const named = groups['year'] ?? groups['isoYear'] ?? groups['bareYear']
    const year = named
      ? readNumber(named)
      : (groups['relative'] ?? groups['republic'])
        ? yearOf(groups, frame, null)
        : null
    return { start: at, end: at + found[0].length, year, ...reading }
  }
  return null
}
