import { readDeadlineField, type DeadlineRead } from './deadline.ts'
import { evenAt, type Page } from './page.ts'
import type { Span } from './source.ts'
import { findTimes, type TimeFrame } from './times.ts'

const AROUND =
  /^(?:[（）、至到~\-—：\s]|前|底|需|应|拟|计划|完成|办结|推进|的|重点|主要|工作|任务|事项|安排|目标|清单|\d{1,2}(?:-|—)\d{1,2}月)*$/
// Under a title it is the paper's own date.
const PAPER_DATE = /^[（]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）]?$/
const NO_FRAME = { year: 2000, on: null }

/** Whether a heading says when and nothing else: 七月份, 第三季度重点工作, 6月底前完成的任务, 长期坚持事项. */
export function headsTime(even: string): boolean {
  if (even.length < 2 || even.length > 24 || PAPER_DATE.test(even)) return false
  const times = findTimes(even, NO_FRAME)
  if (times.length === 0 || !times.every(({ form }) => form !== 'year' && form !== 'wholeYear' && form !== 'vague'))
    return false
  let rest = even
  for (const time of [...times].reverse()) rest = rest.slice(0, time.start) + rest.slice(time.end)
  return AROUND.test(rest)
}

/** When a heading wants everything under it done; null where it speaks of something else. */
export function headingTime(page: Page, words: Span, frame: TimeFrame): DeadlineRead | null {
  return headsTime(evenAt(page, words)) ? readDeadlineField(page, words, frame) : null
}
