import type { SupportView } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { supportsText } from './supports.text.ts'

/** What the supporting unit said it delivered; nothing where it said nothing. */
export function Delivered({ support: { delivery } }: { support: SupportView }) {
  const text = useText(supportsText)
  if (!delivery) return null
  return (
    <p className="said">
      {delivery.what}
      {delivery.evidence && <span className="second">　{text.evidence(delivery.evidence)}</span>}
      <span className="quiet">　{text.by(delivery.by.name)}</span>
    </p>
  )
}
