import type { RequestView } from '#domain/requests/requests.contract.ts'
import { useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { requestsText } from './requests.text.ts'

type Promised = NonNullable<RequestView['after']>
const FIELDS = ['title', 'target', 'weight'] as const

/** What was promised and what it is to become, field by field. */
export function PromisedLines({ request: { before, after } }: { request: RequestView }) {
  const text = useText(requestsText)
  if (!after) return null
  const said = (promised: Promised | null, field: (typeof FIELDS)[number]): string => {
    const value = promised?.[field]
    if (value === null || value === undefined) return text.none
    return typeof value === 'object' ? `${formatNumber(value.value)} ${value.measure}` : String(value)
  }
  return (
    <ul className="dates">
      {FIELDS.filter((field) => after[field] !== undefined).map((field) => (
        <li key={field}>
          <b>{text.change[field]}</b>　<s>{said(before, field)}</s>　{text.to}　{said(after, field)}
        </li>
      ))}
    </ul>
  )
}
