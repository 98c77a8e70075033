import { hasMeasure } from '../targets/checkable.ts'
import { headingWho } from './headingWho.ts'
import { isCollective, isStrongBody } from './names.ts'
import { cutAt, evenAt, type Page } from './page.ts'
import { type Scene, whoOf } from './scene.ts'
import type { CandidateWho } from './candidate.ts'
import type { Span } from './source.ts'
import { findTimes } from './times.ts'

/** 区卫健局：, 区城管局、区水务局： alone on a line: what follows is theirs. 各镇（街道），区直各单位： is whom a paper is sent to. */
export const addressed = (even: string): boolean =>
  even
    .replace(/：$/, '')
    .split('、')
    .every((name, at) => isStrongBody(name) && (at > 0 || !isCollective(name)))

// A stop of half width is none to a sentence: …未按期完成.请于9月15日前….
const ASKED = /(?<=^|[，.])现?请(?:[你贵](?:单位|部门|[局委办镇乡]))?(?:于|在)/
const FILED = /(?:报送|反馈|报至|报回|书面报|上报|回复|函复)[^，]*$/

/** Paragraphs under such a line that ask for something with a figure by a day: 请于9月15日前施划停车泊位320个. */
export function askedOf({ page, frame }: Scene, bodies: readonly Span[]): { words: Span; who: CandidateWho }[] {
  let who: CandidateWho | null = null
  return bodies.flatMap((body) => {
    if (isAddress(page, body)) {
      const read = headingWho(page, body, frame)
      who = read ? whoOf(read, 'section_heading') : null
      return []
    }
    const asked = who
    if (!asked) return []
    return cutAt(page, body, /[。；]/)
      .flatMap((sentence) => askedIn(page, sentence) ?? [])
      .map((words) => ({ words, who: asked }))
  })
}

const isAddress = (page: Page, body: Span) => evenAt(page, body).endsWith('：') && addressed(evenAt(page, body))

function askedIn(page: Page, sentence: Span): Span | null {
  const at = evenAt(page, sentence).search(ASKED)
  if (at < 0) return null
  const words = { start: sentence.start + at, end: sentence.end }
  const even = evenAt(page, words)
  const limit = findTimes(even, { year: 2000, on: null })[0]
  const rest = limit ? even.slice(limit.end) : even
  const filed = FILED.test(rest) && !rest.includes('，')
  return limit?.limit === true && hasMeasure(rest) && !filed ? words : null
}
