import { castMarked, readClauses } from './clauses.ts'
import { nameSpans, readPeople } from './names.ts'
import { evenAt, type Page, strippedOf, wordsAt } from './page.ts'
import { isResponsibleRole, type LabelRole, labelRole } from './roles.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { castParts, type ClauseRead, type LabelledValue, type Part, type Responsibility, unique } from './who.ts'

// 牵头单位：A, 牵头单位——A
const INLINE_LABEL = /[\u4e00-\u9fff][\u4e00-\u9fff（）/\d ]{0,15}?(?=(?<mark>：|--+(?=[\u4e00-\u9fff\d])))/g

// 【责任单位】县住建局; what stands behind a name is no label: 区水务局〔牵头〕、区财政局.
const FRAMED_LABEL = /〔(?<label>[\u4e00-\u9fff]{2,8})〕(?![、，；。）]|$)：?/g

const BARE_LABEL =
  /(?<=^|[；，。、 （])(?:牵头单位|牵头部门|责任单位|责任部门|配合单位|配合部门|主办单位|协办单位|参与单位|主责单位|协同单位|责任领导|分管领导|完成时限|责任人)(?:为|是)? ?(?=[\u4e00-\u9fff])(?!及|和|按|应|要|负责|加强|分别|完成|须|需|、|抓)/g

// 时限为9月底 in a sentence; without 为 the words are no label.
const SAID_TIME =
  /(?<=^|[；，。、 （])(?:完成|办理|办结|整改)?(?:时限|时间|期限)(?:为|是) ?(?=[\d\u4e00-\u9fff])(?!\d+(?:天|个?工作日|个月|年))/g

// Cheap gates before the patterns that start anywhere.
const HAS_MARK = /：|--/
const HAS_BARE = /单位|部门|领导|[时期]限|时间|责任人/

/** All `标签：值` pairs in a span, in order; a value runs to the next label. Labels without a known role are left alone. */
export function labelledValues(page: Page, span: Span): LabelledValue[] {
  const even = evenAt(page, span)
  const marks: { role: LabelRole; label: Span; from: number }[] = []
  for (const found of HAS_MARK.test(even) ? even.matchAll(INLINE_LABEL) : []) {
    const known = knownEnding(found[0])
    if (!known) continue
    const end = span.start + found.index + found[0].length
    const mark = found.groups?.['mark'] ?? ''
    marks.push({ role: known.role, label: { start: end - known.length, end }, from: end + mark.length })
  }
  for (const found of even.includes('〔') ? even.matchAll(FRAMED_LABEL) : []) {
    const label = found.groups?.['label'] ?? ''
    const role = labelRole(label)
    const start = span.start + found.index + 1
    if (!role) continue
    marks.push({ role, label: { start, end: start + label.length }, from: span.start + found.index + found[0].length })
  }
  for (const found of HAS_BARE.test(even) ? [...even.matchAll(BARE_LABEL), ...even.matchAll(SAID_TIME)] : []) {
    const role = labelRole(found[0].replace(/(?:为|是)? ?$/, ''))
    const start = span.start + found.index
    const end = start + found[0].length
    if (role && !marks.some((mark) => mark.label.start < end + 2 && mark.label.end > start)) {
      marks.push({ role, label: { start, end }, from: end })
    }
  }
  marks.sort((a, b) => a.label.start - b.label.start)
  return marks.map((mark, index) => {
    const end = marks[index + 1]?.label.start ?? span.end
    return { role: mark.role, label: mark.label, value: strippedOf(page, { start: mark.from, end }, '；，。、：（〔/') }
  })
}

/** A line without the bracket around it: 【牵头单位：A；责任单位：B】. */
export function insideOf(page: Page, line: Span): Span {
  const even = evenAt(page, line).trim()
  const framed = /^[（〔].*[）〕]。?$/.test(even)
  return framed ? strippedOf(page, { start: line.start + 1, end: line.end }, '）〕。') : line
}

/** The longest ending of the words that is a label: 沿线排查。牵头单位 → 牵头单位. */
function knownEnding(whole: string): { role: LabelRole; length: number } | null {
  const words =
    labelRole(whole) && !/[\u4e00-\u9fff]{2} +[\u4e00-\u9fff]{2}/.test(whole)
      ? whole
      : (whole.split(/\s+/).at(-1) ?? '')
  for (let from = 0; from < words.length - 1; from++) {
    const tail = words.slice(from)
    if (/^[\s（）/]/.test(tail)) continue
    const role = labelRole(tail)
    if (
      role &&
      (from === 0 ||
        (isResponsibleRole(role) &&
          (tail.length >= 3 || words[from - 1] === '/') &&
          !/^(?:单位|部门|责任)$/.test(tail)))
    ) {
      return { role, length: tail.length }
    }
  }
  return null
}

const CLAUSE_VERB = /(?:牵头|主办|配合|协办|会同|参与|负责)(?:$|[，；。、）]|落实|实施)/

const PART_OF: Partial<Record<LabelRole, Part>> = { lead: 'lead', owner: 'owner', split: 'owner', support: 'support' }

/** The names behind one label, where 牵头 and 配合 can stand inside: 区发改局牵头，区统计局配合; 区发改局（牵头）、区财政局. */
export function readUnitsValue(page: Page, value: Span, part: Part, frame: TimeFrame): ClauseRead[] {
  const labelled = labelledValues(page, value).filter(({ role }) => PART_OF[role] !== undefined)
  if (labelled.length > 0) {
    return labelled.flatMap((one) => readUnitsValue(page, one.value, PART_OF[one.role] ?? part, frame))
  }
  const spans = nameSpans(page, value)
  const marked = castMarked(page, spans)
  const nameOf = (name: Span) =>
    wordsAt(page, name)
      .replace(/[\s\u3000]+/g, '')
      .replace(/[（(](?:牵头|主办|主责|配合|协办)(?:单位)?[)）]$/, '')
  if (marked) return marked
  const even = evenAt(page, value)
  if (CLAUSE_VERB.test(even) || /会同/.test(even)) {
    const read = readClauses(page, value, frame)
    if (read) {
      const supporting: ClauseRead = { part: 'support', names: read.supporting }
      return [{ part: part === 'support' ? 'support' : 'lead', names: read.lead }, supporting]
    }
  }
  return [{ part, names: spans.map(nameOf).filter((name) => !/^(?:无|-+|\/)$/.test(name)) }]
}

/** Reads a statement made of labels: 牵头单位：…；配合单位：…；责任领导：…；完成时限：…. */
export function readLabelled(
  page: Page,
  values: readonly LabelledValue[],
  frame: TimeFrame,
): Omit<Responsibility, 'rule' | 'span'> {
  const clauses: ClauseRead[] = []
  const leaders: string[] = []
  const assignees: string[] = []
  const others: LabelledValue[] = []
  let time: Span | null = null
  for (const value of values) {
    if (value.role === 'lead') clauses.push(...readUnitsValue(page, value.value, 'lead', frame))
    else if (value.role === 'owner' || value.role === 'split') {
      clauses.push(...readUnitsValue(page, value.value, 'owner', frame))
    } else if (value.role === 'support') clauses.push(...readUnitsValue(page, value.value, 'support', frame))
    else if (value.role === 'leader') leaders.push(...readPeople(page, value.value))
    else if (value.role === 'person') assignees.push(...readPeople(page, value.value))
    else if (value.role === 'deadline') time = value.value
    else others.push(value)
  }
  const ownersOnly = clauses.some(({ part }) => part === 'owner') && clauses.every(({ part }) => part !== 'lead')
  return { ...castParts(clauses), ownersOnly, leaders: unique(leaders), assignees: unique(assignees), time, others }
}
