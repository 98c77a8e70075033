import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { foreseeDirectiveLimits } from '#domain/directives/directives.contract.ts'
import type { Urgency } from '#domain/directives/urgency.ts'
import { labelFor } from '#domain/glossary.ts'
import { useLanguage, useText } from '../text.tsx'
import { useRead } from '../useEndpoint.ts'
import { directivesText } from './directives.text.ts'

/** By when it will have to be answered, and why: said before anything is saved. */
export function LimitLine({ urgency, dueOn }: { urgency: Urgency; dueOn: string | null }) {
  const { limits: text } = useText(directivesText)
  const { language } = useLanguage()
  const { data } = useRead(foreseeDirectiveLimits, {})
  const day = (on: string) => formatOnInFull(on, language)
  const limit = data?.items.find((one) => one.urgency === urgency)
  if (!limit) return null
  const word = labelFor(`urgency.${urgency}`, language)
  const sentence =
    dueOn !== null
      ? text.named(day(dueOn))
      : limit.movedFrom !== null
        ? text.moved(word, limit.count, day(limit.movedFrom), day(limit.dueOn))
        : text[limit.unit](word, limit.count, day(limit.dueOn))
  return (
    <p className="limit-line" role="status">
      {sentence}
    </p>
  )
}
