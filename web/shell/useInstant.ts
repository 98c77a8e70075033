import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { instantText } from '#domain/calendar/instants.ts'
import { useLanguage } from '../text.tsx'
import { useSession } from './session.tsx'

/** Tells an instant by the office's clock in the page's language: `2026-11-20 15:04` or `20 Nov 2026 15:04`. */
export function useInstant(): (instant: string) => string {
  const { organization } = useSession()
  const { language } = useLanguage()
  return (instant) => {
    const [on = '', time = ''] = instantText(instant, organization.timeZone).split(' ')
    return `${formatOnInFull(on, language)} ${time}`
  }
}
