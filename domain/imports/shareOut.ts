import { readDeadlineField } from './deadline.ts'
import { labelNumber } from './labels.ts'
import { evenAt, type Page, strippedOf } from './page.ts'
import { readBracket } from './responsibility.ts'
import { type Place, type Scene, whoOf } from './scene.ts'
import type { Span } from './source.ts'
import type { Responsibility } from './who.ts'

const SHARED = /^(?:（|〔)?(?:以上|上述|前述|第[\d一二三四五六七八九十、至到~和及-]+(?:项|条))/

/** 以上3项由A牵头，B配合; 第4、5项由C负责: words that speak of several items at once. */
export const speaksOfSeveral = (page: Page, span: Span): boolean => SHARED.test(evenAt(page, span))

/** Gives the items that a paragraph speaks of what it says. True where it was such a statement. */
export function shareOut(scene: Scene, paragraph: Span, place: Place): boolean {
  const { page, frame } = scene
  if (!speaksOfSeveral(page, paragraph)) return false
  const read = readBracket(page, strippedOf(page, paragraph, '（）〔〕。'), frame)
  if (!read) return false
  share(scene, read, place)
  return true
}

/** Items that name nobody themselves get who and when from the statement. */
export function share(scene: Scene, read: Responsibility, place: Place): void {
  const who = whoOf(read, 'stated_for_several')
  const time = read.time ? readDeadlineField(scene.page, read.time, scene.frame) : null
  for (const at of targetsOf(scene, read, place)) {
    const candidate = scene.found[at]
    if (!candidate || candidate.who !== null) continue
    const dated = time ? { deadline: time, deadlineRule: 'date_in_bracket' as const } : {}
    scene.found[at] = { ...candidate, ...dated, who, charge: 'stated' }
  }
}

function targetsOf(scene: Scene, read: Responsibility, place: Place): number[] {
  const even = evenAt(scene.page, read.span)
  const all = scene.found.map((_, at) => at)
  const listed = /^(?:（|〔)?第([\d一二三四五六七八九十、至到~和及-]+)(?:项|条)/.exec(even)?.[1]
  if (listed) {
    const wanted = numbersIn(listed)
    return all.filter((at) => at >= place.sectionFrom && wanted.includes(scene.found[at]?.number ?? -1))
  }
  const counted = /^(?:（|〔)?(?:以上|上述|前述)([\d一二两三四五六七八九十]+)/.exec(even)?.[1]
  const count = labelNumber(counted ?? '')
  return count ? all.slice(-count) : all.slice(place.sectionFrom)
}

/** 4、6至8 → 4, 6, 7, 8. */
function numbersIn(listed: string): number[] {
  return listed.split(/[、和及]/).flatMap((part) => {
    const [from, to] = part.split(/[至到~-]/).map((end) => labelNumber(end))
    if (from == null) return []
    const count = Math.min(200, Math.max(1, (to ?? from) - from + 1))
    return Array.from({ length: count }, (_, step) => from + step)
  })
}
