import { isTimeOnly } from './deadline.ts'
import type { ReadRule } from './draft.ts'
import { isBody, isStrongBody, nameSpans, personTitled } from './names.ts'
import { cutAt, evenAt, type Page, strippedOf, wordsAt } from './page.ts'
import type { Span } from './source.ts'
import { findTimes, type TimeFrame } from './times.ts'
import { evenWidth } from '../width.ts'
import { castParts, type ClauseRead, type Part, type Responsibility, unique } from './who.ts'

const LEAD_VERB =
  '(?:共同|联合|负责|具体|总|分别)*(?:牵头|主办|主责|牵头负责|牵头落实|牵头组织|牵头实施|主抓|总牵头|牵头抓总|牵头推进|牵头办理)(?:负责|落实|组织|实施|推进|办理|承办|单位|抓落实)*'

const OWNER_VERB =
  '(?:按(?:照)?(?:各自)?(?:职责|职能)?(?:分工)?|根据职责分工|分别|共同|具体|依职责|依据职责|各自)*(?:负责(?:组织)?(?:落实|实施|办理|推进|承办|执行|组织实施)?|承办|组织实施|抓好落实|落实|主管|承担|实施|主体责任|为责任单位|属地负责)'

const SUPPORT_VERB =
  '(?:按(?:照)?(?:各自)?(?:职责|职能)?(?:分工)?|根据职责分工|分别|共同|具体|密切|积极|协同|全力|做好|予以|给予)*(?:配合|协办|参与|参加|协助|协同|支持|会办|协作|联办|指导|督导)(?:落实|实施|推进|工作|单位|配合|办理|做好.{0,8}工作)*'

const CLAUSE = new RegExp(`^(?:由|以上由)?(.+?)(?:(${LEAD_VERB})|(${SUPPORT_VERB})|(${OWNER_VERB}))$`)

const PREFIX =
  /^(?:责任|由|请|以[上下](?:各项|\d+项|[一二三四五六七八九十]+项)?(?:任务|工作|事项|措施)?(?:均需|均由|由|需)?|上述.{0,8}由|均由|均需|其中|第[\d一二三四五六七八九十、至到~-]+项(?:任务|工作)?(?:均)?由|本项(?:工作|任务)?由|此项(?:工作|任务)?由|该项(?:工作|任务)?由|会同)/

const NOT_WHO = /不再列出|下同|排在?第一|排名第一|列第一|以下(?:简称|同)|此件|附件|含[^税]/

function readClause(page: Page, clause: Span): ClauseRead | 'names' | null {
  const even = evenAt(page, clause)
  const prefix = PREFIX.exec(even)?.[0].length ?? 0
  const rest = even.slice(prefix)
  const at = clause.start + prefix
  const together = /^(.+?)(?:牵头)?(?:，)?会同(.+)$/.exec(rest)
  if (together) return null
  const found = CLAUSE.exec(rest)
  if (found) {
    const part: Part = found[2] ? 'lead' : found[3] ? 'support' : 'owner'
    const verb = found[2] ?? found[3] ?? found[4] ?? ''
    const spans = nameSpans(page, { start: at, end: at + rest.length - verb.length })
    if (spans.length > 0 && spans.every((name) => isNameLike(evenAt(page, name)))) {
      return { part: even.startsWith('会同') ? 'support' : part, names: spans.map((name) => bare(page, name)) }
    }
    return null
  }
  const spans = nameSpans(page, { start: at, end: clause.end })
  return spans.length > 0 && spans.every((name) => isBody(evenAt(page, name))) ? 'names' : null
}

// Inside a bracket that says who, a name needs no known ending: 国网清源供电公司, 税务二所, 县医投.
const isNameLike = (even: string) =>
  isBody(even) ||
  (even.length >= 2 &&
    even.length <= 16 &&
    /^[\u4e00-\u9fffA-Za-z0-9（）、·]+$/.test(even) &&
    !/[的了和由]|工作|完成|建设$|推进|加强/.test(even))

const bare = (page: Page, span: Span) => wordsAt(page, span).replace(/[\s\u3000]+/g, '')

/** `A会同B、C（等部门）（负责落实）`: A leads, the others support. */
function readTogether(page: Page, clause: Span): ClauseRead[] | null {
  const even = evenAt(page, clause)
  const found =
    /^(?:由|请)?(.+?)(?:牵头|负责)?，?(?:会同|联合|会商)(.+?)(?:等(?:有关|相关)?(?:部门|单位))?(?:共同|研究|按职责|抓紧|具体)*(?:负责|牵头|落实|办理|提出|实施|组织|研究|制定|推进|承办|$)/.exec(
      even,
    )
  if (!found) return null
  const first = even.indexOf(found[1] ?? '', /^(?:由|请)/.test(even) ? 1 : 0)
  const second = even.indexOf(found[2] ?? '', first + (found[1] ?? '').length)
  const leads = nameSpans(page, { start: clause.start + first, end: clause.start + first + (found[1] ?? '').length })
  const others = nameSpans(page, { start: clause.start + second, end: clause.start + second + (found[2] ?? '').length })
  if (![...leads, ...others].every((name) => isNameLike(evenAt(page, name))) || leads.length === 0) return null
  return [
    { part: 'lead', names: leads.map((name) => bare(page, name)) },
    { part: 'support', names: others.map((name) => bare(page, name)) },
  ]
}

/** A负责落实（以下均需A落实，不再列出）: the note behind it is no part of the names. */
function withoutNote(page: Page, clause: Span): Span {
  const note = /（[^（]*(?:（[^（）]*）[^（）]*)*(?:以下|不再|下同)[^]*$/.exec(evenAt(page, clause))
  return note && note.index > 0 ? { start: clause.start, end: clause.start + note.index } : clause
}

/** Clauses end at ，；。 and at a 、 behind a verb of responsibility: A牵头、B配合. */
function clauseSpans(page: Page, span: Span): Span[] {
  return cutAt(page, span, /[，；。\n]/).flatMap((clause) => {
    const cuts = Array.from(
      evenAt(page, clause).matchAll(/(?<=牵头|主办|负责|主责)[、 ]/g),
      (found) => clause.start + found.index,
    )
    return [clause.start, ...cuts].map((from, index) =>
      withoutNote(page, strippedOf(page, { start: from, end: cuts[index] ?? clause.end }, '、')),
    )
  })
}

/** The same, where every clause says who or when. */
export function readOnlyWho(page: Page, span: Span, frame: TimeFrame): Responsibility | null {
  const pure = clauseSpans(page, span).every(
    (clause) =>
      isTimeOnly(page, clause, frame) || readClause(page, clause) !== null || /会同/.test(evenAt(page, clause)),
  )
  return pure ? readClauses(page, span, frame) : null
}

/** 管网改造11月底前 in a bracket beside names: which part is done when. */
function isPartInTime(page: Page, clause: Span, frame: TimeFrame): boolean {
  const even = evenAt(page, clause)
  if (even.length > 30 || !/[前内底末]/.test(even)) return false
  const time = findTimes(even, frame).at(-1)
  return (
    time !== undefined &&
    time.limit &&
    time.start <= 12 &&
    isTimeOnly(page, { ...clause, start: clause.start + time.start }, frame)
  )
}

/** Reads words such as 市水务局牵头，市工信局、供水公司配合，6月底前完成. Null where they say nothing of that kind. */
export function readClauses(page: Page, span: Span, frame: TimeFrame): Responsibility | null {
  const clauses: ClauseRead[] = []
  let waiting: string[] = []
  let time: Span | null = null
  let unknown = 0
  for (const clause of clauseSpans(page, span)) {
    if (isTimeOnly(page, clause, frame) || isPartInTime(page, clause, frame)) {
      time = time ? { start: time.start, end: clause.end } : clause
      continue
    }
    const together = /会同|联合|会商/.test(evenAt(page, clause)) ? readTogether(page, clause) : null
    if (together) {
      clauses.push(...withWaiting(together, waiting))
      waiting = []
      continue
    }
    const marked = MARKED.test(evenAt(page, clause)) ? castMarked(page, nameSpans(page, clause)) : null
    if (marked) {
      clauses.push(...marked)
      continue
    }
    const read = readClause(page, clause)
    if (read === 'names') waiting.push(...nameSpans(page, clause).map((name) => bare(page, name)))
    else if (read) {
      clauses.push(...withWaiting([read], waiting))
      waiting = []
    } else if (!NOT_WHO.test(evenAt(page, clause))) unknown++
  }
  if (clauses.length === 0 && waiting.length === 0) return null
  if (clauses.length === 0 && (unknown > 0 || !allStrong(page, span, frame))) return null
  if (unknown > clauses.length) return null
  const rule: ReadRule = clauses.some((clause) => clause.part === 'lead') ? 'bracket_led_by' : 'bracket_flat_list'
  const last: ClauseRead = {
    part: clauses.some((clause) => clause.part === 'lead') ? 'support' : 'owner',
    names: waiting,
  }
  return { ...castWithPeople([...clauses, last]), assignees: [], time, rule, span, others: [] }
}

/** A person who leads is a leader in charge; the bodies beside lead and support as if alone. */
function castWithPeople(clauses: readonly ClauseRead[]): { lead: string[]; supporting: string[]; leaders: string[] } {
  const people = (name: string) => personTitled(evenWidth(name))
  const bodies = clauses.map(({ part, names }) => ({ part, names: names.filter((name) => people(name) === null) }))
  const leaders = clauses.flatMap(({ names }) => names.flatMap((name) => people(name) ?? []))
  return { ...castParts(bodies), leaders: unique(leaders) }
}

const isInstitute = (even: string) => isBody(even) && /(?:院所|院校|高校|机构|企业|园区|开发区)$/.test(even)

function allStrong(page: Page, span: Span, frame: TimeFrame): boolean {
  const names = cutAt(page, span, /[，。；]/)
    .filter((clause) => !isTimeOnly(page, clause, frame) && !isPartInTime(page, clause, frame))
    .flatMap((clause) => nameSpans(page, clause))
  // Behind an office what no known ending tells is a body too: 省科技厅；各高等院校、科研院所.
  const isOne = (even: string, at: number) => isStrongBody(even) || (at > 0 && isInstitute(even))
  return names.every(
    (name, at) => isOne(evenAt(page, name), at) && name.end - name.start >= 3 && standsAlone(page, span),
  )
}

// A bare list of bodies is a statement of its own at the end of a sentence, not inside one: 各部门（单位）负责人.
const standsAlone = (page: Page, span: Span) =>
  /^[）〕]?(?:$|[。；，/|\s-])/.test(page.even.slice(span.end, span.end + 2))

/** Names without a verb go with the clause behind them; before one that only supports they are the owners. */
function withWaiting(read: readonly ClauseRead[], waiting: readonly string[]): ClauseRead[] {
  const [first, ...rest] = read
  if (!first || waiting.length === 0) return [...read]
  if (first.part === 'support') return [{ part: 'owner', names: waiting }, ...read]
  return [{ ...first, names: [...waiting, ...first.names] }, ...rest]
}

const MARKED = /[（〔](?:牵头|主办|主责|配合|协办|参与)(?:单位|部门)?[）〕]/
const MARKED_LEAD = /[（〔](?:牵头|主办|主责)(?:单位|部门)?[）〕]$/
const MARK = /[（(〔[【](?:牵头|主办|主责|配合|协办|参与)(?:单位|部门)?[)）〕\]】]$/

/**
 * Names with their part behind them in a bracket: 区发改局（牵头）、区财政局; of 区住建局、各街道（配合） the first leads unless
 * another does. Null where none has one.
 */
export function castMarked(page: Page, names: readonly Span[]): ClauseRead[] | null {
  if (!names.some((name) => MARK.test(wordsAt(page, name)))) return null
  const nameOf = (name: Span) => bare(page, name).replace(MARK, '')
  const lead = names.filter((name) => MARKED_LEAD.test(evenAt(page, name)))
  const rest = names.filter((name) => !lead.includes(name))
  const plain = lead.length > 0 ? [] : rest.filter((name) => !MARK.test(wordsAt(page, name)))
  return [
    { part: 'lead', names: lead.map(nameOf) },
    { part: 'owner', names: plain.map(nameOf) },
    { part: 'support', names: rest.filter((name) => !plain.includes(name)).map(nameOf) },
  ]
}

/** 〔区行政审批局〕 in front of an item: names and nothing else say who does it. */
export function readNamesOnly(page: Page, span: Span): Responsibility | null {
  const names = nameSpans(page, span)
  if (names.length === 0 || !names.every((name) => isBody(evenAt(page, name)))) return null
  const cast = castParts([{ part: 'owner', names: names.map((name) => bare(page, name)) }])
  return { ...cast, leaders: [], assignees: [], time: null, rule: 'bracket_flat_list', span, others: [] }
}
