import { insideOf, labelledValues } from './labelValues.ts'
import { labelLinesOf } from './labelled.ts'
import type { OutlineNode } from './outline.ts'
import { evenAt } from './page.ts'
import { isLabelLine, type Piece, piecesOf, type Scene } from './scene.ts'
import type { Span } from './source.ts'
import type { LabelledValue, Responsibility } from './who.ts'

/** Label lines with the items that stand below them. */
export interface BlockInFront {
  readonly read: Responsibility
  readonly items: readonly OutlineNode[]
}

/**
 * 责任单位：A ⏎ 1.… ⏎ 2.… ⏎ 责任单位：B ⏎ 3.…: labels in front of the items they speak of. They are known by the first,
 * which has no item before it, and by the last item, which has none behind it. Null where labels stand otherwise.
 */
export function blocksInFront(scene: Scene, node: OutlineNode): BlockInFront[] | null {
  const opening = labelsAtEnd(scene, node.body)
  const name = nameOf(scene, opening[0])
  const { children } = node
  if (name === null || children.length === 0 || children.some((child) => child.children.length > 0)) return null
  const behind = children.map((child) => labelsAtEnd(scene, child.body))
  const ends = behind.map(([first]) => nameOf(scene, first))
  const isPlain = ends.every((end) => end === null || end === name) && ends.at(-1) === null
  const isGroup = ends.includes(name) || node.rank < 0
  if (!isPlain || !isGroup) return null
  const blocks: { read: Responsibility; items: OutlineNode[] }[] = []
  let lines = opening
  for (const [at, child] of children.entries()) {
    const read = lines.length > 0 ? labelLinesOf(scene, lines)?.read : null
    if (lines.length > 0 && (!read || read.lead.length === 0)) return null
    if (read) blocks.push({ read, items: [] })
    lines = behind[at] ?? []
    const body = child.body.slice(0, child.body.length - lines.length)
    blocks.at(-1)?.items.push({ ...child, body })
  }
  return blocks
}

/** The label lines that a stretch of paragraphs ends with. */
function labelsAtEnd({ page }: Scene, body: readonly Span[]): readonly Span[] {
  const last = body.findLastIndex((span) => !isLabelLine(page, span))
  return body.slice(last + 1)
}

const valuesOf = ({ page }: Scene, line: Span): LabelledValue[] => labelledValues(page, insideOf(page, line))

function nameOf(scene: Scene, line: Span | undefined): string | null {
  const first = line ? valuesOf(scene, line)[0] : undefined
  return first ? evenAt(scene.page, first.label) : null
}

/**
 * 整改目标：… ⏎ 整改时限：… ⏎ 整改措施： ⏎ 1.… ⏎ 2.…: one target with who and when is one task, and the measures under it
 * are how. Null where a measure says itself who does it.
 */
export function measuresUnderTarget(scene: Scene, node: OutlineNode, read: Responsibility): Piece | null {
  const target = read.others.find(({ role, value }) => role === 'target' && value.end > value.start)
  const opens = node.body.at(-1)
  const over = opens ? valuesOf(scene, opens).at(-1) : undefined
  const last = node.children.at(-1)
  if (!target || !last || over?.role !== 'measure' || over.value.end > over.value.start) return null
  const plain = node.children.every(
    ({ words, body, children }) =>
      children.length === 0 && body.length === 0 && piecesOf(scene, words).every(({ who }) => who === null),
  )
  if (!plain) return null
  const words = [target.value, ...node.children.map((child) => child.words)]
  return { words, who: read, whole: { start: node.whole.start, end: last.whole.end } }
}
