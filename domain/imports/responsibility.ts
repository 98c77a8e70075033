import { readClauses } from './clauses.ts'
import { isTimeOnly } from './deadline.ts'
import { labelledValues, readLabelled } from './labelValues.ts'
import { readPerson } from './names.ts'
import { evenAt, type Page, strippedOf, trimmed } from './page.ts'
import { isResponsibleRole } from './roles.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import type { Responsibility } from './who.ts'

const IN_BRACKET_LEADER = /(?:^|由|，)([\u4e00-\u9fff]{2,16}?)同志(?:牵头|负责|协调|调度|督导|包保)/

// 区司法局（牵头单位）: a mark of the name in front, read with the names.
const PART_MARK = /^(?:牵头|主办|主责|责任|配合|协办|参与)(?:单位|部门)?$/

/** Reads what stands in a bracket (without its marks), or null where the bracket says neither who nor when. */
export function readBracket(page: Page, inside: Span, frame: TimeFrame): Responsibility | null {
  const span = trimmed(page, inside)
  if (span.end - span.start > 600 || PART_MARK.test(evenAt(page, span))) return null
  const values = labelledValues(page, span)
  const responsible = values.filter((value) => isResponsibleRole(value.role))
  if (responsible.length > 0) {
    const read = readLabelled(page, values, frame)
    const head = strippedOf(page, { start: span.start, end: values[0]?.label.start ?? span.end }, '；，。')
    const before = head.end > head.start ? head : null
    const time = read.time ?? (before && isTimeOnly(page, before, frame) ? before : null)
    // （区卫健局；完成时限：11月）: names without a label in front of the first one.
    const bare = before && read.lead.length === 0 ? readClauses(page, before, frame) : null
    const who = bare ? { lead: bare.lead, supporting: [...bare.supporting, ...read.supporting] } : {}
    return { ...read, ...who, time, rule: 'bracket_label', span }
  }
  const named = IN_BRACKET_LEADER.exec(evenAt(page, span))
  const leader = named?.[1] ? readPerson(named[1]) : null
  const read = readClauses(page, span, frame)
  if (!read) return null
  return leader && read.leaders.length === 0 ? { ...read, leaders: [leader] } : read
}
