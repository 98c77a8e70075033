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
    context,
    today,
    day: (on: string) => formatOn(on, planYear, language),
    sentence: (why: Why) => sentenceOf(why, context),
    /** Reasons as a line of a list: worst first, without a full stop. */
    sentences: (whys: readonly Why[], limit: number) =>
      whys
        .slice(0, limit)
        .map((why) => sentenceOf(why, context))
        .join(language === 'zh' ? '；' : '. '),
    /** Reasons as a text that stands alone. */
    whole: (whys: readonly Why[]) => sentenceOfAll(whys, whys.length, context),
  }
}
export type Days = ReturnType<typeof useDays>
