import { readNamesOnly, readOnlyWho } from './clauses.ts'
import { isStrongBody, nameSpans } from './names.ts'
import { evenAt, type Page, strippedOf } from './page.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import type { Responsibility } from './who.ts'

// 区发改局（5项）, 区发改局承担的任务, 区发改局：
const COUNT =
  /(?:（[^（）]{0,8}\d+[项条件个][^（）]{0,4}）|(?:承担|牵头|负责|主办)?的?(?:重点)?(?:任务|工作|事项)(?:清单)?)$/

/** Who a heading charges with everything under it: 经发办牵头，统计站配合; 区发改局（5项）. Null where it names something else. */
export function headingWho(page: Page, words: Span, frame: TimeFrame): Responsibility | null {
  const whole = strippedOf(page, words, '：。')
  const count = COUNT.exec(evenAt(page, whole))?.[0].length ?? 0
  const names = strippedOf(page, { start: whole.start, end: whole.end - count }, '：、')
  const said = readOnlyWho(page, count > 0 ? names : whole, frame)
  if (said && said.lead.length > 0) return said
  const bodies = nameSpans(page, names)
  const strong = bodies.length > 0 && bodies.every((name) => isStrongBody(evenAt(page, name)))
  return strong ? readNamesOnly(page, names) : null
}

/** 党建办（负责人：古月）: a bracket of people behind a body's name. Other statements are given back as they are. */
export function officeWithPeople(page: Page, words: Span, said: Responsibility | null): Responsibility | null {
  const people = said ? said.leaders.length + said.assignees.length : 0
  if (!said || people === 0 || said.lead.length + said.supporting.length > 0) return said
  const office = readNamesOnly(page, strippedOf(page, words, '：。、'))
  return office ? { ...said, lead: office.lead, supporting: office.supporting } : said
}
