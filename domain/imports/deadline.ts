import { cutAt, evenAt, type Page, wordsAt } from './page.ts'
import type { Span } from './source.ts'
import { findTimes, isoDay, type TimeFrame, type TimeRead } from './times.ts'
import { wholeRange } from '../wholeSigns.ts'

/** A stage of a task: its day and the words of the clause that names it. */
interface StageRead {
  readonly dueOn: string | null
  readonly title: string
  readonly text: string
}

export interface DeadlineRead {
  /** ISO date, or null. */
  readonly deadline: string | null
  readonly deadlineText: string
  readonly ongoing: boolean
  /** The words are a time but no day: 汛前, 尽快, 月初; or a day and no end at once. */
  readonly vague: boolean
  /** A day without a year in a document without one. */
  readonly yearMissing: boolean
  readonly stages: readonly StageRead[]
  /** Where the deciding words stand. */
  readonly span: Span
}

// A time is a limit when one of these is done at it.
const DONE_THEN =
  /^(?:之前|以前|前)?(?:，)?(?:[\u4e00-\u9fff]{0,4}?)(?:完成|建成|建好|投入|投用|动工|开工|竣工|完工|交付|通车|到位|启用|启动|运行|运营|落成|封顶|开业|营业|举办|召开|组织实施|实施完|上线|印发|出台|公布|达到|达产|投产|验收|开放|收尾|结束|销号|见效|拆除|办结|通水|通气|供水|并网|入驻|移交|封闭|清零|开诊|开馆|开园|开街|开市|开学|开班|试运行|揭牌|挂牌|进场|进驻|核准|获批|批复|发布|落地|通航|合龙|贯通)/
const PAST_BEFORE = /(?:自|从|截至|截止到?|至今|同比|比|较|去年|上年|前|原定|定于|根据|按照|起草|《[^》]*)$/
const PAST_BEHIND =
  /^(?:以来|已|起|开始施行|累计|，?全[市区县]累计|[^，。；]{0,4}已经|》|[^《》]{0,12}》|数据|情况|的?(?:目标任务|工作(?:总结|回顾)|政府工作报告))/
const RANGE_BEHIND = /^ ?(?:至|到|-|~|—)+ ?(?=\d|[一二三四五六七八九十]{1,2}(?:月|季)|[12]\d{3}|年底|下半年)/
const UNTIL_BEFORE = /(?:至|到|延续至|延长至)$/
// Benefits granted for a time; their period is no deadline.
const BENEFIT =
  /减免|免收|减征|免征|缓缴|缓征|降低.{0,6}费率|费率|税率|有效期|执行期|实施期限|期限为|补贴标准|优惠|按日|贴息|享受|起施行|施行/

/** A clause of the words in which times stand. */
interface Clause extends Span {
  /** It grants something for a time. */
  readonly benefit: boolean
}

/** The words of a stage beyond this are no name for it. */
const MOST_TITLE = 200

/** Gives the clause around a time, such as 10月底前完成道路及立面改造; the words are cut once, however many times stand in them. */
function clausesIn(page: Page, within: Span): (time: TimeRead) => Clause {
  const clauses = cutAt(page, within, /[，。；！]/).map((span): Clause => ({
    ...span,
    benefit: BENEFIT.test(evenAt(page, span)),
  }))
  return (time) => {
    let low = 0
    let high = clauses.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((clauses[middle]?.end ?? Infinity) < time.end) low = middle + 1
      else high = middle
    }
    const clause = clauses[low]
    return clause && clause.start <= time.start ? clause : { start: time.start, end: time.end, benefit: false }
  }
}

function stageOf(page: Page, clause: Span, time: TimeRead): StageRead {
  const near = {
    start: Math.max(clause.start, time.start - MOST_TITLE),
    end: Math.min(clause.end, time.end + MOST_TITLE),
  }
  const { start, end } = wholeRange(page.text, near)
  const rest = page.text.slice(start, time.start) + page.text.slice(time.end, end)
  const title = rest
    .replace(/^[，、：:\s]*(?:其中[，、：:\s]*)?(?:力争|确保|计划|争取|于|在)?/, '')
    .replace(/[，；。、\s]+$/, '')
  return { dueOn: time.dueOn, title: title || wordsAt(page, time), text: wordsAt(page, time) }
}

const byDay = (a: TimeRead, b: TimeRead) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')

function decided(page: Page, within: Span, dated: readonly TimeRead[]): DeadlineRead | null {
  const last = [...dated].sort(byDay).at(-1)
  if (!last) return null
  const clauseOf = clausesIn(page, within)
  return {
    deadline: last.dueOn,
    deadlineText: wordsAt(page, last),
    ongoing: false,
    vague: false,
    yearMissing: last.dueOn === null,
    stages: dated.map((time) => stageOf(page, clauseOf(time), time)),
    span: { start: last.start, end: last.end },
  }
}

function undated(page: Page, span: Span, facts: Pick<DeadlineRead, 'ongoing' | 'vague'>): DeadlineRead {
  const base = { deadline: null, deadlineText: wordsAt(page, span), yearMissing: false, stages: [] }
  return { ...base, ...facts, span: { start: span.start, end: span.end } }
}

const timesIn = (page: Page, span: Span, frame: TimeFrame): TimeRead[] =>
  findTimes(evenAt(page, span), frame).map((time) => ({
    ...time,
    start: time.start + span.start,
    end: time.end + span.start,
  }))

/**
 * Reads a cell, a label or a part of a bracket that is there to hold a time. Everything in it counts: 全年, 12月, 长期.
 * An ongoing word wins over a day beside it (年内持续推进). A span of two days ends at the second.
 */
export function readDeadlineField(page: Page, span: Span, frame: TimeFrame): DeadlineRead | null {
  const times = timesIn(page, span, frame)
  const ongoing = times.find((time) => time.form === 'ongoing')
  const dated = times.filter((time) => time.form !== 'ongoing' && time.form !== 'vague')
  if (ongoing && !isTurn(page, ongoing, dated)) {
    // 6月30日前完成，并长期坚持: without end, but a day stands beside it, and a person has to look.
    const vague = dated.some((time) => time.limit && time.form !== 'yearEnd')
    return undated(page, wholeOf(page, span), { ongoing: true, vague })
  }
  const read = decided(page, span, dated) ?? readBareDay(page, span, frame)
  if (read) return read
  const vague = times.find((time) => time.form === 'vague')
  return vague ? undated(page, vague, { ongoing: false, vague: true }) : null
}

/** 6.30, 12-31, 20260630 and 46203 (a day as Excel counts it) are days where nothing else stands in the cell. */
function readBareDay(page: Page, span: Span, frame: TimeFrame): DeadlineRead | null {
  const even = evenAt(page, span).trim()
  const counted = dayCounted(even)
  if (counted) return decided(page, span, [{ ...span, form: 'day', dueOn: counted, limit: true, year: null }])
  const found =
    /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})$/.exec(even) ??
    /^(?<month>\d{1,2})[./-](?<day>\d{1,2})(?:日)?前?$/.exec(even)
  if (!found?.groups) return null
  const year = found.groups['year'] ? Number(found.groups['year']) : frame.year
  const day = isoDay(year ?? 2000, Number(found.groups['month']), Number(found.groups['day']))
  if (!day) return null
  const time: TimeRead = { ...span, form: 'day', dueOn: year === null ? null : day, limit: true, year }
  return decided(page, span, [time])
}

/** Excel's number of a day between 2010 and 2054, in a cell that lost its format. */
function dayCounted(even: string): string | null {
  const days = /^[45]\d{4}(?:\.0+)?$/.test(even) ? Math.floor(Number(even)) : 0
  if (days < 40_179 || days > 56_613) return null
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 完成时限：3月底前出台方案，每月调度，12月底前完成 has days that matter more than the turn. */
const isTurn = (page: Page, ongoing: TimeRead, dated: readonly TimeRead[]) =>
  dated.some((time) => time.limit && time.form !== 'yearEnd') && /^[每按逐]/.test(wordsAt(page, ongoing))

function wholeOf(page: Page, span: Span): Span {
  const cut = cutAt(page, span, /[。；]/)[0] ?? span
  return cut.end - cut.start <= 24 ? cut : { start: cut.start, end: cut.start + 24 }
}

function isLimit(page: Page, within: Span, time: TimeRead, clause: Clause): boolean {
  const before = page.even.slice(Math.max(within.start, time.start - 12), time.start)
  const behind = page.even.slice(time.end, Math.min(within.end, time.end + 24))
  if (PAST_BEFORE.test(before) || PAST_BEHIND.test(behind) || RANGE_BEHIND.test(behind)) return false
  if (clause.benefit) return false
  if (time.form === 'wholeYear') return /^(?:完成|实现|建成)/.test(behind) && /^$|[，。；]$/.test(before)
  if (time.form === 'year') return UNTIL_BEFORE.test(before) && !/^[\u4e00-\u9fff]{0,2}(?:目标|计划)/.test(behind)
  if (UNTIL_BEFORE.test(before) && /自|从|\d月?[至到-]$/.test(before)) return !BENEFIT.test(evenAt(page, within))
  if (time.limit) return true
  return DONE_THEN.test(behind)
}

// 每月组织一次, 每周通报一次: a duty that comes round; 持续推进 at the end of a clause: a duty without end.
const TURN_BEHIND =
  /^[^，。；]{0,16}(?:[一二两三四\d]+(?:次|场|期|轮|例)|调度|通报|会商|例会|会议|调度会|制度|巡查|检查)/
const ENDS_CLAUSE = /^(?:下去|工作|，|。|；|！|）|、|$)/

function isOngoing(page: Page, within: Span, time: TimeRead): boolean {
  const words = evenAt(page, time)
  const behind = page.even.slice(time.end, within.end)
  if (/^(?:每|按|逐)/.test(words)) return TURN_BEHIND.test(behind)
  return ENDS_CLAUSE.test(behind)
}

/** What is said of all, though behind 其中: 其中6月底前建成8个，12月底前全部建成. */
const OF_ALL = /全部|全面|全域|均/
const THIS_YEAR = /今年|本年度?|全年/

/**
 * 2026年覆盖率达到98%，其中6月底前达到90%: days behind 其中 are those of parts, and none of them is the whole's. That is due
 * with the year the sentence names; where it names none, a person says when. Null where a day of the whole stands.
 */
function partly(
  page: Page,
  span: Span,
  { times, dated, frame }: { times: readonly TimeRead[]; dated: readonly TimeRead[]; frame: TimeFrame },
): DeadlineRead | null {
  const [first] = dated
  const at = page.even.slice(span.start, first?.start ?? span.start).lastIndexOf('其中') + span.start
  const from = cutAt(page, span, /[。；！]/).find(({ start, end }) => start <= at && at < end)
  const clauseOf = clausesIn(page, span)
  const isPart = (time: TimeRead) =>
    from !== undefined && time.start > at && time.end <= from.end && !OF_ALL.test(evenAt(page, clauseOf(time)))
  if (!first || !from || !page.even.startsWith('其中', at) || !dated.every(isPart)) return null
  const whole = { start: from.start, end: at }
  // 分三批投放，其中首批于6月18日前投放: no figure that the parts would be parts of.
  if (!/\d/.test(evenAt(page, whole))) return null
  const said = times.find((time) => time.end <= at && (time.form === 'year' || time.form === 'wholeYear'))
  const year = said ? said.dueOn?.slice(0, 4) : THIS_YEAR.test(evenAt(page, whole)) && frame.year
  const deadline = year ? `${year}-12-31` : null
  const text = wordsAt(page, said ?? { start: at, end: first.end })
  const title = wordsAt(page, said ? { start: said.end, end: at } : whole).replace(/[，；、：:\s]+$/, '')
  return {
    deadline,
    deadlineText: text,
    ongoing: false,
    vague: deadline === null,
    yearMissing: false,
    stages: [...dated.map((time) => stageOf(page, clauseOf(time), time)), { dueOn: deadline, title, text }],
    span: said ?? { start: first.start, end: first.end },
  }
}

/**
 * Reads the times in a task's own sentence. Only what is said as a limit counts: 6月底前, 9月1日投入使用;
 * not 全年新增, not 2022年4月至12月减免, not 去年. The last stage is the deadline.
 */
export function readDeadlineSentence(page: Page, span: Span, frame: TimeFrame): DeadlineRead | null {
  const times = timesIn(page, span, frame)
  const clauseOf = clausesIn(page, span)
  const dated = times.filter(
    (time, index) =>
      time.form !== 'ongoing' &&
      time.form !== 'vague' &&
      !(time.form === 'yearEnd' && times[index + 1]?.form === 'ongoing' && times[index + 1]?.start === time.end) &&
      isLimit(page, span, time, clauseOf(time)),
  )
  const read = partly(page, span, { times, dated, frame }) ?? decided(page, span, dated)
  if (read) return read
  const vague = times.find((time) => time.form === 'vague' && /前$|初|^(?:尽快|尽早)/.test(wordsAt(page, time)))
  // 春节前欠薪案件动态清零: an end is named, though not as a day; as with a day, it counts before what has no end.
  const isEnded = vague !== undefined && wordsAt(page, vague).endsWith('前')
  const ongoing = times.find((time) => time.form === 'ongoing' && isOngoing(page, span, time))
  if (ongoing && !isEnded) return undated(page, ongoing, { ongoing: true, vague: false })
  return vague ? undated(page, vague, { ongoing: false, vague: true }) : null
}

/** Whether the words are a time and hardly anything else: 6月底前完成, 持续推进, 第三季度. */
export function isTimeOnly(page: Page, span: Span, frame: TimeFrame): boolean {
  const even = evenAt(page, span)
  if (even.length > 30) return false
  let rest = even
  for (const time of findTimes(even, frame).reverse()) rest = rest.slice(0, time.start) + rest.slice(time.end)
  if (rest.length === even.length) return false
  return /^(?:[，、。；\s至到~-]|坚持|此项|该项|工作|按|于|在|力争|确保|全部|全面|基本|并|完成|达到|到位|投入使用|投用|动工|开工|竣工|完工|建成|交付|通车|启用|落实|实施|组织|推进|执行|办结|印发|出台|任务|时限|完成时限|：|（星期.）|前|阶段性|目标|验收|细则|开展|上线|启动|见效|取得|成效|目标任务|全年|各?(?:[一二两三四五]|\d{1,3})(?:期|次|场|轮|批))*$/.test(
    rest,
  )
}
