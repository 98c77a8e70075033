import { formatOn } from '#domain/calendar/calendar.ts'
import { sentenceOf, sentenceOfAll } from '#domain/lights/sentence.ts'
import type { Why } from '#domain/lights/why.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage } from '../text.tsx'

/** Days and reasons in the page's language, said for a plan year and the office's today. */
export function useDays(planYear: number) {
  const { today } = useSession()
  const { language } = useLanguage()
  const context = { language, planYear, today }
  return {
    today,
    day: (on: string) => formatOn(on, planYear, language),
    sentence: (why: Why) => sentenceOf(why, context),
    sentences: (whys: readonly Why[], limit: number) => sentenceOfAll(whys, limit, context),
  }
}
export type Days = ReturnType<typeof useDays>
