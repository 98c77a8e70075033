import { useState } from 'react'
import { type DeliveryView, listDeliveries } from '#domain/channels/channels.contract.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { useText } from '#web/text.tsx'
import { usePages } from '../usePages.ts'
import { channelsText } from './channels.text.ts'
import { type LogShown, SendingLog } from './SendingLog.tsx'

/** What went out and what did not, newest first; nothing of what it said. */
export function DeliveryLog() {
  const text = useText(channelsText)
  const [shown, setShown] = useState<LogShown>('all')
  const pages = usePages(listDeliveries, { query: { limit: 50, ...(shown !== 'all' && { state: shown }) } })
  return (
    <SendingLog text={text} states={text.states} shown={shown} onShow={setShown} pages={pages}>
      {(deliveries) => <Deliveries deliveries={deliveries} />}
    </SendingLog>
  )
}

function Deliveries({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  const text = useText(channelsText)
  const instant = useInstant()
  const { columns } = text
  return (
    <div className="table-frame">
      <table className="table org-table">
        <thead>
          <tr>
            <th>{columns.plannedAt}</th>
            <th>{columns.person}</th>
            <th>{columns.channel}</th>
            <th>{columns.state}</th>
            <th className="right wide-only">{columns.attempts}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((one) => (
            <tr key={one.id}>
              <td>{instant(one.plannedAt)}</td>
              <td>
                {one.person}
                <div className="second">{text.count(one.messageCount)}</div>
              </td>
              <td>
                {text.channels[one.channel]}
                <div className="second">{one.address}</div>
              </td>
              <td>
                {text.states[one.state]}
                <div className="second">{whyOf(one, text, instant)}</div>
              </td>
              <td className="right wide-only">{one.attempts}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whyOf(
  { state, lastError, nextTryAt }: DeliveryView,
  text: (typeof channelsText)['zh'],
  instant: (at: string) => string,
) {
  if (state === 'delivered' || lastError === null) return ''
  const why = text.failures[lastError]
  return state === 'failed' ? why : `${why}　${text.next(instant(nextTryAt))}`
}
