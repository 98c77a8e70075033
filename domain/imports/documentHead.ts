import type { DocumentKind } from './draft.ts'
import { isBody, isStrongBody } from './names.ts'
import { labelRole } from './roles.ts'
import type { SourceLine } from './source.ts'
import { findTimes } from './times.ts'
import { evenWidth } from './width.ts'

/** What stands around the tasks: whose document it is, of when, and what sort. */
export interface DocumentHead {
  readonly title: string | null
  readonly issuer: string | null
  readonly number: string | null
  /** ISO date. */
  readonly date: string | null
  /** The year that dates without one belong to: the title's, else the date's, else the number's. */
  readonly year: number | null
  readonly kind: DocumentKind
  /** Indices of lines that belong to the head or the foot and hold no tasks. */
  readonly furniture: ReadonlySet<number>
}

const NO_YEAR = { year: null, on: null }
const TITLE_END =
  /(?:通知|方案|纪要|要点|计划|意见|措施|清单|台账|分解表|任务表|一览表|表|办法|决定|报告|通报|函|批复|安排|分工|目标|任务|项目|总结|解读|公告|公示|规划|实事|责任书|分解|简报|推进会|会议|工作|）)$/
const NUMBER = /[\u4e00-\u9fff]{1,12}(?:〔|（)\d{4}(?:〕|）)(?:第)?\d{1,4}[号次]|^〔\d{4}〕第?\d{1,4}[号次]/
const META =
  /^(?:索引号|发文字号|发文机关|发布机构|主题分类|主题词|成文日期|发布日期|发布时间|公开日期|来源|信息来源|作者|编辑|责任编辑|浏览次数|点击数|阅读|字体|字号|分享|打印|有效性|体裁|组配|文号|文章来源|稿件来源|抄送|印发机关|密级|紧急程度|签发人|报|送|发|记录|联系人|联系电话)[ 】]?：|^(?:当前位置|首页 ?>|分享到?|【?字体|打印|关闭|上一篇|下一篇|相关链接|版权所有|主办单位：|网站地图)/
const SALUTATION = /^(?:各|市|县|区|省|市直|局|机关).{0,70}[：]$/
const ISO_LIKE =
  /(?:发布日期|发布时间|公开日期|成文日期|填报时间|印发日期|时间)[：]? ?(\d{4}[-./年]\d{1,2}[-./月]\d{1,2})/

const dayIn = (even: string): string | null =>
  findTimes(even, NO_YEAR).find((time) => time.form === 'day' && time.dueOn !== null)?.dueOn ?? null

/** A line that is a date and nothing else, brackets allowed: 2021年2月24日, （2009年3月10日）, 二〇一一年二月十六日. */
function dateLine(even: string): string | null {
  const bare = even
    .replace(/^（|）$/g, '')
    .replace(/ /g, '')
    .replace(/印发$/, '')
  if (bare.length > 16) return null
  const time = findTimes(bare, NO_YEAR)[0]
  return time?.form === 'day' && time.start === 0 && time.end === bare.length ? time.dueOn : null
}

/** 云泽区委办公室  2026年5月12日: who signs and when, in one line. */
function signedDay(even: string): string | null {
  const found = /^([\u4e00-\u9fff（）]{4,30}) +(\d{4}年.{3,8}日)$/.exec(even.trim())
  return found && isBody(found[1] ?? '') ? dateLine(found[2] ?? '') : null
}

interface Sketch {
  readonly line: SourceLine
  readonly even: string
}

const NOTICE_END = /(?:通知|方案|意见|函|决定|通报|批复|公告|公示|请示|报告|纪要|办法|解读|措施|清单|）)$/

/** A notice's title goes on to its kind of paper; any other ends with a word that titles end with. */
const isComplete = (even: string) => (/关于|印发|转发/.test(even) ? NOTICE_END.test(even) : TITLE_END.test(even))
const isTableLine = (text: string) => /\t.*\t|[|｜│].*[|｜│]|[┌├└─]{3}/.test(text)

function findTitle(head: readonly Sketch[]): { title: string | null; lines: number[] } {
  for (const [at, { line, even }] of head.entries()) {
    if (line.kind === 'cell') return titleInCells(line, even)
    if (
      even.startsWith('标题：') ||
      META.test(even) ||
      NUMBER.test(even) ||
      dateLine(even) ||
      /^(?:附件|附)\d*[：]?$/.test(even)
    )
      continue
    if (isTableLine(line.text) || even.length > 90 || even.endsWith('。') || SALUTATION.test(even)) break
    if (line.label && !line.label.startsWith('第')) break
    const parts = [line]
    for (const next of head.slice(at + 1, at + 3)) {
      const soFar = parts.map((part) => evenWidth(part.text)).join('')
      if (isComplete(soFar) || !continuesTitle(soFar, next)) break
      parts.push(next.line)
    }
    // Words that lead nowhere are no part of the title.
    const whole = parts.map((part) => part.text).join('')
    const kept = parts.length > 1 && !isComplete(evenWidth(whole)) ? [line] : parts
    return { title: kept.map((part) => part.text).join(''), lines: kept.map((part) => part.index) }
  }
  return { title: null, lines: [] }
}

const continuesTitle = (soFar: string, next: Sketch) =>
  !next.line.label &&
  next.line.kind !== 'cell' &&
  soFar.length + next.even.length <= 110 &&
  next.even.length <= 60 &&
  !/[。；：，]$/.test(next.even) &&
  !isTableLine(next.line.text) &&
  !META.test(next.even) &&
  !NUMBER.test(next.even) &&
  dateLine(next.even) === null

/** A table whose first cell is no header has its title there. */
function titleInCells(line: SourceLine, even: string): { title: string | null; lines: number[] } {
  const titled = even.length >= 5 && even.length <= 60 && labelRole(even) === null && !/^\d+$/.test(even)
  return { title: titled && TITLE_END.test(even) ? line.text : null, lines: [] }
}

/** The title of the paper that a notice sends round: a short line of its own behind the signature. */
function innerTitle(rest: readonly Sketch[]): Sketch | null {
  const found = rest.find(
    ({ line, even }) =>
      line.kind !== 'cell' &&
      !line.label &&
      even.length >= 6 &&
      even.length <= 50 &&
      /(?:方案|清单|表|分工|分解|要点|计划|措施|台账|实事|任务|目标|意见|安排|办法)(?:（[^（）]{1,14}）)?$/.test(
        even,
      ) &&
      !/[，。；：]/.test(even) &&
      !even.startsWith('附件'),
  )
  return found ?? null
}

interface DateFound {
  readonly on: string
  readonly line: number | null
}

function findDate(sketches: readonly Sketch[], kind: DocumentKind): DateFound | null {
  const meta = sketches.find(({ even }) => /成文日期|印发日期/.test(even))
  const written = meta ? dayIn(meta.even) : null
  if (written) return { on: written, line: null }
  for (const { line, even } of sketches) {
    const on = line.kind === 'cell' ? null : dateLine(even)
    if (on) return { on, line: line.index }
  }
  const signed = sketches.find(({ line, even }) => line.kind !== 'cell' && signedDay(even) !== null)
  if (signed) return { on: signedDay(signed.even) ?? '', line: signed.line.index }
  const inLine = sketches.find(
    ({ even }) => even.length <= 60 && /(?:\d日|号) ?印发$|填报时间|制表时间|编制时间/.test(even) && dayIn(even),
  )
  if (inLine) return { on: dayIn(inLine.even) ?? '', line: inLine.line.index }
  const published = sketches.slice(0, 12).find(({ even }) => ISO_LIKE.test(even))
  const publishedOn = published ? dayIn(published.even) : null
  if (publishedOn && kind !== 'minutes') return { on: publishedOn, line: null }
  const meeting = sketches
    .slice(0, 12)
    .find(({ even }) => dayIn(even) !== null && (/召开|主持|会议|办公会/.test(even) || /^时间[：]/.test(even)))
  const metOn = meeting && kind === 'minutes' ? dayIn(meeting.even) : null
  if (metOn) return { on: metOn, line: null }
  if (publishedOn) return { on: publishedOn, line: null }
  const met = meetingDay(sketches)
  return met ? { on: met, line: null } : null
}

/** 4月21日上午 of a report that names its year elsewhere. */
export function meetingDay(
  sketches: readonly { readonly even: string }[],
  planYear: number | null = null,
): string | null {
  const opening = sketches
    .slice(0, 8)
    .find(({ even }) => /^(?:.{0,14}[讯电](?:（[^）]{0,30}）)? ?)?(?:\d{4}年)?\d{1,2}月\d{1,2}日/.test(even))
  if (!opening) return null
  const year =
    /(20\d{2})年/.exec(opening.even) ??
    /(20\d{2})年/.exec(
      sketches
        .map(({ even }) => even)
        .join('\n')
        .slice(0, 4000),
    )
  const frame = { year: year ? Number(year[1]) : planYear, on: null }
  return findTimes(opening.even, frame).find((time) => time.form === 'day')?.dueOn ?? null
}

function findIssuer(title: string | null, sketches: readonly Sketch[], dateAt: number | null): string | null {
  const opening = title ? /^(.{3,40}?)(?:关于|印发|转发)/.exec(evenWidth(title))?.[1] : undefined
  if (opening && isBody(opening)) return opening
  const before = dateAt === null ? undefined : sketches.find(({ line }) => line.index === dateAt - 1)
  if (before && isBody(before.even.replace(/ /g, ''))) return before.even.replace(/ /g, '')
  for (const { even } of sketches) {
    const filled = /^(?:填报单位|制表单位|发布机构|发文机关|来源)[：] ?([^ ]{3,40})/.exec(even)?.[1]
    if (filled) return filled
    const sourced = /(?:来源|发布机构|填报单位)[：] ?([^ ：]{3,30})/.exec(even)?.[1]
    if (sourced) return sourced
    const printed = /^([\u4e00-\u9fff]{4,30}?) *\d{4}年\d{1,2}月\d{1,2}日印发/.exec(even)?.[1]
    if (printed && isStrongBody(printed)) return printed
  }
  const owner = title
    ? /^(.{2,30}?(?:人民政府|委员会|办公室|局|委))(?:第?[\u4e00-\u9fff\d]*)?(?:常务|党组|专题|办公|联席)?会议纪要/.exec(
        title,
      )?.[1]
    : undefined
  return owner && isBody(owner) ? owner : null
}

const NO_TASKS =
  /(?:联席会议|会议|工作|管理)制度(?:的通知)?$|(?:管理|暂行|奖励|考核|评价)办法|(?:工作|议事)规则|实施细则|章程|条例|解读|分工的通知$|领导.{0,6}(?:同志)?(?:工作)?分工|工作总结|完成情况|进展情况|落实情况(?:的)?(?:通报|报告|汇报)?|情况(?:的)?(?:通报|报告|汇报|公示)|述职|自评|自查|公示$|主要职责|机构设置|机构职能|权力清单|下放|招聘|任免|任职|人事|答复|起草说明|政策问答|一图读懂|图解|简介|名单的通知|成立.{0,30}(?:领导小组|委员会)的通知/
// 印发《…任务分工》的通知 is a task document all the same.
const TASKS_AFTER_ALL =
  /任务(?:的)?(?:责任)?(?:分解|分工)|责任(?:分工|分解)|工作要点|重点(?:工作|任务)|目标任务|措施分工|实施方案/

export function kindOf(title: string | null, sketches: readonly Sketch[]): DocumentKind {
  const even = title ? evenWidth(title) : ''
  const opening = sketches
    .slice(0, 10)
    .map((sketch) => sketch.even)
    .join('\n')
  if (/解读|图解|一图读懂|政策问答/.test(even)) return 'none'
  if (NO_TASKS.test(even) && !TASKS_AFTER_ALL.test(even)) return 'none'
  if (
    /纪要/.test(even) ||
    /(?:现将|现)?(?:会议)?(?:议定|决定|明确)?(?:的)?(?:有关)?事项纪要如下|现纪要如下|会议纪要/.test(opening)
  )
    return 'minutes'
  if (isNews(even, opening, sketches)) return 'news'
  if (/分解|分工|责任清单|任务清单|任务分配|责任书/.test(even)) return 'breakdown'
  return 'plan'
}

function isNews(title: string, opening: string, sketches: readonly Sketch[]): boolean {
  if (/(?:方案|要点|计划|通知|清单|措施|意见|台账|分工|分解|表)(?:（[^）]*）)?$/.test(title)) return false
  const met = /(?:召开|举行|主持召开|调研|督导|检查|视察|部署|调度|出席|参加会议|推进会|座谈会)/.test(
    `${title}\n${opening}`,
  )
  const reported =
    /本报讯|记者|通讯员|编辑[：]|来源[：]|会议(?:强调|指出|要求)|强调[，：]|指出[，：]/.test(opening) ||
    sketches.some(({ even }) => /(?:会议|[\u4e00-\u9fff]{2,3})(?:强调|指出|要求)[，：]/.test(even))
  const dated = sketches
    .slice(0, 8)
    .some(({ even }) => /^(?:.{0,14}[讯电](?:（[^）]{0,30}）)? ?)?(?:\d{4}年)?\d{1,2}月\d{1,2}日/.test(even))
  return met && (reported || dated) && (dated || /讯|来源|编辑/.test(opening))
}

function yearOf(title: string | null, inner: string | null, date: string | null, number: string | null): number | null {
  const inTitle = [title, inner]
    .map(
      (words) =>
        /(?<!\d)(20\d{2}|19\d{2}|二[○〇零Oo][○〇零Oo一二三][○〇零Oo一二三四五六七八九])/.exec(words ?? '')?.[1],
    )
    .find(Boolean)
  const ranged = /20\d{2}\s*[—\-~～至]+\s*20\d{2}/.test(`${title ?? ''}${inner ?? ''}`)
  if (inTitle && !ranged) {
    const year = findTimes(`${inTitle}年`, NO_YEAR)[0]?.dueOn
    if (year) return Number(year.slice(0, 4))
  }
  if (date) return Number(date.slice(0, 4))
  const inNumber = /(20\d{2})/.exec(number ?? '')?.[1]
  return inNumber ? Number(inNumber) : null
}

/** Reads title, issuer, number, date and sort of a document from its lines. */
export function readHead(lines: readonly SourceLine[]): DocumentHead {
  const sketches = lines.filter((line) => line.text !== '').map((line) => ({ line, even: evenWidth(line.text) }))
  const { title, lines: titleLines } = findTitle(sketches.slice(0, 14))
  const kind = kindOf(title, sketches)
  const date = findDate(sketches, kind)
  const furniture = new Set(titleLines)
  const numbered = sketches.slice(0, 16).find(({ even }) => NUMBER.test(even) && even.length <= 60)
  const number = numbered ? (NUMBER.exec(numbered.even)?.[0] ?? null) : null
  const inner = /印发|转发|分解|下达|附/.test(title ?? '') ? innerTitle(sketches.slice(titleLines.length)) : null
  if (inner) furniture.add(inner.line.index)
  if (date?.line != null) furniture.add(date.line)
  for (const { line, even } of sketches) {
    if (line.kind === 'cell') continue
    if (SALUTATION.test(even) || dateLine(even) || (META.test(even) && even.length <= 80) || even.startsWith('附件'))
      furniture.add(line.index)
    if (numbered?.line === line && even.length <= 30) furniture.add(line.index)
  }
  if (date?.line != null) {
    const signed = sketches.find(({ line }) => line.index === (date.line ?? 0) - 1)
    if (signed && !signed.line.label && signed.even.length <= 40 && isBody(signed.even.replace(/ /g, '')))
      furniture.add(signed.line.index)
  }
  return {
    title: inner ? inner.line.text : title,
    issuer: findIssuer(title, sketches, date?.line ?? null),
    number,
    date: date?.on ?? null,
    year: yearOf(inner ? inner.line.text : title, title, date?.on ?? null, number),
    kind,
    furniture,
  }
}
