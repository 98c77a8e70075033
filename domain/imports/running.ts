import { castParts } from './who.ts'
import { isBody, isCollective, isStrongBody, nameSpans, personTitled } from './names.ts'
import { cutAt, evenAt, type Page, wordsAt } from './page.ts'
import type { Span } from './source.ts'

/** Who a running sentence charges with something, and how plainly. */
export interface RunningRead {
  readonly lead: readonly string[]
  readonly supporting: readonly string[]
  readonly leaders: readonly string[]
  /** True for 由…负责, …牵头; false for …要, which also opens slogans. */
  readonly charged: boolean
  /** True where one named body is charged, not everybody (各部门, 各级). */
  readonly named: boolean
  /** Where the names stand. */
  readonly span: Span
  /** The sentence from the first words behind the names; where only a limit stands there, the words before them. */
  readonly result: Span
}

type Part = 'lead' | 'owner' | 'support'
interface Step {
  readonly part: Part
  readonly names: readonly string[]
  readonly charged: boolean
  readonly span: Span
  readonly rest: number
}

const LEAD_IN =
  /^(?:会议|协商|双方|与会人员)?(?:原则)?(?:同意|决定|明确|议定|要求|强调|指出|确定|商定|研究决定|认为)?(?:责成|委托|授权|安排)?[，：]?(?:其中|同时|此外|另外|下一步|今后|会后|为此|对此|一要|[一二三四五六七八九十]是|[一二三四五六七八九十]要|（[一二三四五六七八九十\d]+）|\d+[.、])?[，：]?/
const CHARGE =
  /^(?:共同|联合|具体|分别|总|统一|各自?)?(?:牵头负责|负责牵头|牵头|主办|负责(?!同志|人|的|干部)|承办|组织实施|(?<=具体)(?:实施|落实)|作为(?:项目)?(?:业主|实施|责任|牵头|建设)(?:单位|主体)?(?=，|$))(?:，)?/
// Behind 由 any order will do: 由区财政局统筹安排…; but 市住房和城乡 is not charged with 建设局.
const CHARGE_BY =
  /^(?=统筹|抓紧|尽快|加快|进一步|研究|制定|起草|提出|组织|安排|落实|办理|完成|开展|对|按|将|于|在|协调|督促|审核|拨付|筹措|承担|实施|建设|出资|解决|编制|给予|根据|结合|依据|参照|统一|保障|做好|牵线|抓好|加强|支持|负起|摸清|盘活|配合|代建|划拨|派驻|选派|抽调|派出|配备|收集|汇总|整理|受理|补助|补贴|发放|采购|招标|修改|出台|公布|上报|召集|拟[定订]|草拟|拿出|跟踪|推进|推动|改造|新建|收储|回购|拆除|安置|征收|签订|垫付|核[定算]|测算|评估|论证|调查|核查|排查|整治|清理|查处|尽早|及时|立即|限期|(?:\d{4}年|明年|今年|年内|本)?(?:\d{1,2}月|年底前|月底前|上半年|第?[一二三四]季度))(?!\S{2}[\u4e00-\u9fff]?(?:局|委(?!托)|办(?![理法好])|中心(?!城)|队(?!伍)|厅|集团|公司|指挥部))/
const MUST =
  /^(?:等部门|等单位|等)?(?:也|都|均)?(?:(?:要|应|应当|须|必须|需|务必|力争|抓紧|尽快)(?!求|点|素|闻|急)|(?=(?:于|在) ?(?:\d|[一二三四五六七八九十]+月|年底|本月|月底|上半年))|(?=\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?(?:之?前|以前|内)?(?:完成|提交|提出|报|出台|印发|制定|启动|建成|开工|落实|拿出|编制)))/
const SUPPORT =
  /^(?:等部门|等单位|等)?(?:按(?:照)?职责分工|积极|密切|全力|共同|具体|予以)*(?:配合|协办|参与|参加|协助|协同|支持|给予|做好配合|提供)/

/** The longest run of bodies that the words at `from` begin with, at most 60 characters. */
function bodiesAt(
  page: Page,
  from: number,
  end: number,
  isOne: (even: string) => boolean,
): { names: Span[]; end: number } | null {
  const stop = Math.min(end, from + 60)
  let best: { names: Span[]; end: number } | null = null
  for (let at = from + 2; at <= stop; at++) {
    const next = page.even[at]
    if (at < end && next === undefined) break
    if (/[，。；！：]/.test(page.even[at - 1] ?? '')) break
    if (
      !/[局委办部厅院处所站心司团行队馆校道村镇乡县区市位门科股室组）会联段台社厂业府院署关属体等]/.test(
        page.even[at - 1] ?? '',
      )
    )
      continue
    const names = nameSpans(page, { start: from, end: at })
    const last = names.at(-1)
    if (!last || !names.every((name) => isOne(evenAt(page, name)))) continue
    best = { names, end: at }
  }
  return best
}

const plain = (page: Page, names: readonly Span[]) => names.map((name) => wordsAt(page, name).replace(/\s+/g, ''))

const LIMITED = /(?:月|日|底|末|季度)(?:之|以)?前/
const PROMISED = /^(?:将|在|于|根据|结合|依据|参照|对|按)/
const TOLD = /[已了]|原定|汇报|目前|截至|以来/

/** How a clause speaks: behind 由 or 请 any verb charges; with a limit in its sentence, 县财政局安排…，5月底前… does too. */
interface Voice {
  readonly opened: boolean
  readonly limited: boolean
}

/** What kind of charge stands right behind a list of bodies; the list shrinks until one does. */
function chargeAt(page: Page, from: number, end: number, { opened, limited }: Voice): Step | null {
  const stop = Math.min(end, from + 70)
  for (let at = from + 2; at < stop; at++) {
    const rest = page.even.slice(at, end)
    const charge = CHARGE.exec(rest) ?? (opened ? CHARGE_BY.exec(rest) : null)
    const must = charge ? null : MUST.exec(rest)
    const support = charge || must ? null : SUPPORT.exec(rest)
    const direct = limited && !PROMISED.test(rest) ? CHARGE_BY.exec(rest) : null
    const found = charge ?? must ?? support ?? direct
    if (!found) {
      if (/[，。；！]/.test(page.even[at] ?? '')) return null
      continue
    }
    const names = nameSpans(page, { start: from, end: at })
    const fits = (name: Span) =>
      opened
        ? isBody(evenAt(page, name)) || /公司|集团|政府/.test(evenAt(page, name))
        : isStrongBody(evenAt(page, name))
    // 水管站 and 青山村 are bodies where 负责 stands right behind, not where a verb of any kind does.
    const isLocal = (name: Span) =>
      charge !== null && /(?:[村站所队]|社区)$/.test(evenAt(page, name)) && isBody(evenAt(page, name))
    if (names.length === 0 || !names.every((name) => fits(name) || isLocal(name))) continue
    const part: Part = support ? 'support' : charge && !/牵头|主办/.test(charge[0]) ? 'owner' : 'lead'
    return {
      part,
      names: plain(page, names),
      charged: charge !== null,
      span: { start: from, end: at },
      rest: at + found[0].length,
    }
  }
  return null
}

/** `会同A、B开展…`: who is joined in, and where the rest begins. */
function togetherAt(page: Page, from: number, end: number): Step | null {
  const found = /^，?(?:要|应|并)?(?:会同|联合|商)/.exec(page.even.slice(from, end))
  if (!found) return null
  const bodies = bodiesAt(page, from + found[0].length, end, isStrongBody)
  if (!bodies) return null
  const behind = /^(?:等(?:有关|相关)?(?:部门|单位)?)?/.exec(page.even.slice(bodies.end, end))?.[0].length ?? 0
  return {
    part: 'support',
    names: plain(page, bodies.names),
    charged: true,
    span: { start: from, end: bodies.end },
    rest: bodies.end + behind,
  }
}

/** `由A会同B负责落实`: A before 会同 with no other verb between. */
function leadTogether(page: Page, from: number, end: number): Step[] | null {
  const at = page.even.slice(from, Math.min(end, from + 60)).search(/，?会同|，?联合(?!会)/)
  if (at < 2) return null
  const names = nameSpans(page, { start: from, end: from + at })
  if (names.length === 0 || !names.every((name) => isStrongBody(evenAt(page, name)))) return null
  const joined = togetherAt(page, from + at, end)
  if (!joined) return null
  const span = { start: from, end: from + at }
  return [{ part: 'lead', names: plain(page, names), charged: true, span, rest: joined.rest }, joined]
}

/** 会议原则同意区教育局关于…的意见，会后…: who proposed it does it. */
function agreedAt(page: Page, clause: Span): Step | null {
  const found = /^(?:会议)?(?:审议并?)?(?:原则上?)?(?:同意|通过)(?:了)?(?=[\u4e00-\u9fff])/.exec(evenAt(page, clause))
  if (!found) return null
  const from = clause.start + found[0].length
  const bodies = bodiesAt(page, from, clause.end, isStrongBody)
  const behind = bodies
    ? /^(?:关于|提出的|提交的|起草的|制定的|所提|汇报的|的意见|的建议)/.test(page.even.slice(bodies.end, clause.end))
    : false
  const after = /^，(?:会)?后|^，请|^，(?:抓紧|尽快|按程序|由其|进一步|修改)/.exec(
    page.even.slice(clause.end, clause.end + 8),
  )
  if (!bodies || !behind || !after) return null
  const span = { start: from, end: bodies.end }
  return { part: 'lead', names: plain(page, bodies.names), charged: true, span, rest: bodies.end }
}

function stepsOfClause(page: Page, clause: Span, limited: boolean): Step[] {
  const even = evenAt(page, clause)
  const agreed = agreedAt(page, clause)
  if (agreed) return [agreed]
  const lead = LEAD_IN.exec(even)?.[0].length ?? 0
  const beside = togetherAt(page, clause.start + lead, clause.end)
  if (beside) return [beside]
  const by = /(?:^|[^自理])由(?!于|此)|^请(?!示)/.exec(even.slice(lead))
  const starts = [clause.start + lead]
  if (by) starts.unshift(clause.start + lead + by.index + by[0].length)
  for (const from of starts) {
    const opened = /[由请]/.test(page.even[from - 1] ?? '')
    const together = leadTogether(page, from, clause.end)
    if (together) return together
    const step = chargeAt(page, from, clause.end, { opened, limited })
    if (!step) continue
    const joined = togetherAt(page, step.rest, clause.end)
    return joined ? [step, joined] : [step]
  }
  return []
}

// Who these are is said elsewhere: sentences about them are the notice's own rules.
const ROLE_WORD = /^(?:各|有关|相关|其他)*(?:牵头|责任|配合|成员|主办|协办|承办|参与)(?:单位|部门)$/

const LEADER = /由([\u4e00-\u9fff、]{2,30}?(?:同志)?)(?:牵头|负责|协调|调度|督导|总负责|负总责|统筹|包联|挂帅|任组长)/

/**
 * Reads a running sentence: 由A负责，会同B，对…; A牵头、B配合，对…; A要会同B开展…; A要加快…，B要做好资金保障.
 * `beside` others that are charged, 区卫健局派驻医护人员4名 charges too. Null where no body is charged with anything.
 */
export function readRunning(page: Page, sentence: Span, beside = false): RunningRead | null {
  const steps: Step[] = []
  const limited = (beside || LIMITED.test(evenAt(page, sentence))) && !TOLD.test(evenAt(page, sentence))
  for (const clause of cutAt(page, sentence, /[，；：]/).flatMap((piece) => splitAfterVerb(page, piece))) {
    steps.push(...stepsOfClause(page, clause, limited))
  }
  const leading = steps.find((step) => step.part !== 'support')
  if (!leading || leading.names.every((name) => ROLE_WORD.test(name))) return null
  // A、B负责: the first leads, the rest support; A、B牵头: both lead.
  const owners = leading.part === 'owner' ? leading.names.slice(1) : []
  const parts = steps.map((step) => ({
    part: laterPart(step, leading),
    names: step.names.filter((name) => step !== leading || !owners.includes(name)),
  }))
  if (owners.length > 0) parts.push({ part: 'support', names: owners })
  const cast = castParts(parts)
  const leader = LEADER.exec(evenAt(page, sentence))?.[1]
  const person = leader ? personTitled(leader) : null
  return {
    ...cast,
    leaders: person ? [person] : [],
    charged: leading.charged,
    named: cast.lead.some((name) => !isCollective(name)),
    span: leading.span,
    result: resultOf(page, steps, leading, sentence),
  }
}

// A second body behind the first supports it: 县水利局要加快…，县财政局要做好资金保障.
const laterPart = (step: Step, leading: Step): Part =>
  step === leading
    ? step.part === 'owner'
      ? 'lead'
      : step.part
    : step.part === 'lead' && step.charged && leading.charged && step.span.start < leading.span.end
      ? 'lead'
      : 'support'

function splitAfterVerb(page: Page, clause: Span): Span[] {
  const at = evenAt(page, clause).search(/(?<=牵头|负责|主办)、/)
  if (at < 0) return [clause]
  return [
    { start: clause.start, end: clause.start + at },
    { start: clause.start + at + 1, end: clause.end },
  ]
}

// 安装烟感报警器500个，民政局、应急局负责，12月15日前（完成）: behind the names stands when, and nothing that is to be done.
const ONLY_WHEN =
  /^(?:计划|力争|确保|务必|须|要)?(?:于|在)?(?:今年|明年|本年|年内|[\d一二三四五六七八九十年月日号上中下旬第季度半末底初之以]+)(?:前|内)?(?:全部|全面)?(?:完成|办结|到位|落实|见效|完工)?[。；]?$/

function resultOf(page: Page, steps: readonly Step[], leading: Step, sentence: Span): Span {
  const before = page.even.slice(sentence.start, leading.span.start)
  const told = before.replace(/[，、\s]*由?$/, '')
  const behind = behindOf(page, steps, leading, sentence)
  if (told.replace(LEAD_IN, '').length > 5 && ONLY_WHEN.test(page.even.slice(behind, sentence.end)))
    return { start: sentence.start, end: sentence.start + told.length }
  const isOwn = before.endsWith('由') && before.replace(LEAD_IN, '').length > 3
  return { start: isOwn || behind === sentence.end ? sentence.start : behind, end: sentence.end }
}

/** Where the words behind the names begin. */
function behindOf(page: Page, steps: readonly Step[], leading: Step, sentence: Span): number {
  let start = leading.rest
  for (const step of steps)
    if (step.span.start <= start + 2 && step.rest > start && step.part === 'support') start = step.rest
  while (start < sentence.end && /[，、：\s]/.test(page.even[start] ?? '')) start++
  return Math.min(start, sentence.end)
}

/**
 * 由县教育局负责组织实施，县发改局7月31日前完成项目审批: a clause behind the charge that names a body and a limit of its own
 * is a charge of its own. Gives the sentence whole where it holds but one.
 */
export function splitCharges(page: Page, sentence: Span): Span[] {
  const starts = [sentence.start]
  let charged = false
  for (const clause of cutAt(page, sentence, /，/)) {
    const read = readRunning(page, clause)
    const own = read !== null && read.named && read.span.start === clause.start && LIMITED.test(evenAt(page, clause))
    if (own && charged) starts.push(clause.start)
    charged ||= read !== null
  }
  return starts.map((start, at) => ({
    start,
    end: starts[at + 1] === undefined ? sentence.end : (starts[at + 1] ?? 0) - 1,
  }))
}
