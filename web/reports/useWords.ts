import { formatOn } from '#domain/calendar/calendar.ts'
import { instantText } from '#domain/calendar/instants.ts'
import { sentenceOfAll } from '#domain/lights/sentence.ts'
import type { Why } from '#domain/lights/why.ts'
import { periodName, periodNameInYear } from '#domain/reports/period.ts'
import type { ReportPeriod } from '#domain/reports/reports.contract.ts'
import { problemSentence } from '#domain/reports/problem-sentence.ts'
import type { RowProblem } from '#domain/reports/row.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage } from '../text.tsx'

/** Days, times, periods and reasons of the reports in the page's language, by the office's calendar and clock. */
export function useWords() {
  const { language } = useLanguage()
  const { today, organization } = useSession()
  const planYear = Number(today.slice(0, 4))
  return {
    language,
    /** A day that never breaks between its number and its month. */
    day: (on: string) => formatOn(on, planYear, language).replace(/ /g, '\u00a0'),
    /** `15:04` today, `11-19 15:04` on another day. */
    clock: (instant: string) => {
      const [on = '', time = ''] = instantText(instant, organization.timeZone).split(' ')
      return on === today ? time : `${formatOn(on, planYear, language)} ${time}`
    },
    period: ({ year, kind, number }: Pick<ReportPeriod, 'year' | 'kind' | 'number'>) =>
      periodName({ year, every: kind, number }, language),
    /** The same beside periods of the same year, which the page names. */
    periodInYear: ({ kind, number }: Pick<ReportPeriod, 'kind' | 'number'>) =>
      periodNameInYear({ every: kind, number }, language),
    why: (whys: readonly Why[], limit = 2) => sentenceOfAll(whys, limit, { language, planYear, today }),
    problem: (problem: Pick<RowProblem, 'code' | 'facts'>) => problemSentence(problem, language),
    names: (people: readonly { name: string }[]) =>
      people.map(({ name }) => name).join(language === 'zh' ? '、' : ' / '),
  }
}
