import type { OutlineNode } from './outline.ts'
import { evenAt } from './page.ts'
import { insideOf, labelledValues, readLabelled } from './labelValues.ts'
import { isResponsibleRole, type LabelRole } from './roles.ts'
import { headingOf, isLabelLine, type Piece, type Place, type Scene } from './scene.ts'
import type { Span } from './source.ts'
import type { LabelledValue, Responsibility } from './who.ts'

interface Group {
  readonly words: Span[]
  readonly values: LabelledValue[]
  end: number
}

const SAID = new Set<LabelRole>(['measure', 'task', 'target'])

/** What the label lines among some paragraphs say together; null where they say nothing of who or when. */
export function labelLinesOf(scene: Scene, spans: readonly Span[]): { spans: Span[]; read: Responsibility } | null {
  const { page, frame } = scene
  const labelled = spans.filter((span) => isLabelLine(page, span))
  const values = labelled.flatMap((span) => labelledValues(page, insideOf(page, span)))
  const first = labelled[0]
  const last = labelled.at(-1)
  if (!first || !last || !values.some((value) => isResponsibleRole(value.role))) return null
  const read = readLabelled(page, values, frame)
  return { spans: labelled, read: { ...read, rule: 'label_line', span: { start: first.start, end: last.end } } }
}

/** Items whose labels stand on lines of their own; several such items can follow under one number. */
export function labelledItems(
  scene: Scene,
  node: OutlineNode,
  bodies: readonly Span[],
  place: Place,
): [Piece, Place][] {
  const { page } = scene
  const inline = labelledValues(page, node.words).filter((value) => isResponsibleRole(value.role))
  const own = { start: node.words.start, end: inline[0]?.label.start ?? node.words.end }
  const groups: Group[] = [{ words: [own], values: [...inline], end: node.whole.end }]
  for (const body of bodies) {
    const current = groups.at(-1)
    if (!current) break
    if (isLabelLine(page, body)) {
      current.values.push(...labelledValues(page, insideOf(page, body)))
      current.end = body.end
    } else if (current.values.length > inline.length) groups.push({ words: [body], values: [], end: body.end })
    else current.words.push(body)
  }
  return groups.flatMap((group, at) => {
    const start = at === 0 ? node.whole.start : (group.words[0]?.start ?? node.whole.start)
    return group.values.length === 0 ? [] : [itemOf(scene, node, group, start, place)]
  })
}

const PROBLEM = /^(?:存在)?问题|^关于.{2,80}问题(?:方面)?[。：]?$/

function itemOf(scene: Scene, node: OutlineNode, group: Group, start: number, place: Place): [Piece, Place] {
  const { page, frame } = scene
  const read = readLabelled(page, group.values, frame)
  const from = group.values[0]?.label.start ?? start
  const who: Responsibility = { ...read, rule: 'label_line', span: { start: from, end: group.end } }
  const said = group.values.filter((value) => SAID.has(value.role)).map((value) => value.value)
  const whole = { start, end: group.end }
  const problem = /^(?:问题|反馈)/.test(node.label) || PROBLEM.test(evenAt(page, node.words))
  if (problem && said.length > 0) {
    return [
      { words: said, who, whole },
      { ...place, path: [...place.path, headingOf(page, node)] },
    ]
  }
  return [{ words: [...group.words, ...said], who, whole }, place]
}

/** Records without numbers: 任务名称：… ⏎ 具体内容：… ⏎ 牵头单位：…, again and again; a slip opens with 承办单位：…. */
export function labelledRecords(scene: Scene, bodies: readonly Span[]): Piece[] {
  const { page, frame } = scene
  const values = bodies
    .filter((span) => isLabelLine(page, span))
    .flatMap((span) => labelledValues(page, insideOf(page, span)))
    .filter(({ role }) => role !== 'ignore')
  const opening = values[0]
  const said = values.find(({ role, value }) => SAID.has(role) && value.end > value.start)
  if (!opening || !said || !values.some((value) => isResponsibleRole(value.role))) return []
  const name = evenAt(page, opening.label)
  const records: LabelledValue[][] = []
  for (const value of values) {
    if (evenAt(page, value.label) === name) records.push([])
    records.at(-1)?.push(value)
  }
  return records.flatMap((record) => {
    const first = record[0]
    const last = record.at(-1)
    const complete = record.some(({ role }) => isResponsibleRole(role)) && record.some(({ role }) => SAID.has(role))
    if (!first || !last || !complete) return []
    const whole = { start: first.label.start, end: last.value.end }
    const who: Responsibility = { ...readLabelled(page, record, frame), rule: 'label_line', span: whole }
    return [{ words: record.filter((value) => SAID.has(value.role)).map((value) => value.value), who, whole }]
  })
}
