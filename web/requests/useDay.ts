import { formatOn } from '#domain/calendar/calendar.ts'
import { useLanguage } from '../text.tsx'

/** Says a day in the page's language, without its year inside the plan year. */
export function useDay(planYear: number): (on: string) => string {
  const { language } = useLanguage()
  return (on) => formatOn(on, planYear, language)
}
