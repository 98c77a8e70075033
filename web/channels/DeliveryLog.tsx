import { useState } from 'react'
import { instantText } from '#domain/calendar/instants.ts'
import { type DeliveryView, listDeliveries } from '#domain/channels/channels.contract.ts'
import { useSession } from '#web/shell/session.tsx'
import { useText } from '#web/text.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { usePages } from '../usePages.ts'
import { channelsText } from './channels.text.ts'

const SHOWN = ['all', 'failed', 'waiting', 'delivered'] as const

/** What went out and what did not, newest first; nothing of what it said. */
export function DeliveryLog() {
  const text = useText(channelsText)
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all')
  const query = { limit: 50, ...(shown !== 'all' && { state: shown }) }
  const { items, error, refetch, hasNextPage, fetchNextPage } = usePages(listDeliveries, { query })
  const segments = SHOWN.map((value) => ({ value, label: value === 'all' ? text.all : text.states[value] }))
  return (
    <section className="section stack" aria-label={text.log}>
      <header>
        <h2>{text.log}</h2>
      </header>
      <div className="filters">
        <Segmented label={text.show} segments={segments} value={shown} onChange={setShown} />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !items && <Loading lines={4} />}
      {items?.length === 0 && <p className="second">{shown === 'all' ? text.empty : text.emptyFiltered}</p>}
      {items && items.length > 0 && <Deliveries deliveries={items} />}
      {hasNextPage && (
        <button type="button" className="btn" onClick={() => void fetchNextPage()}>
          {text.more}
        </button>
      )}
    </section>
  )
}

function Deliveries({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  const text = useText(channelsText)
  const { organization } = useSession()
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
              <td>{instantText(one.plannedAt, organization.timeZone)}</td>
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
                <div className="second">{whyOf(one, text, organization.timeZone)}</div>
              </td>
              <td className="right wide-only">{one.attempts}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whyOf({ state, lastError, nextTryAt }: DeliveryView, text: (typeof channelsText)['zh'], timeZone: string) {
  if (state === 'delivered' || lastError === null) return ''
  const why = text.failures[lastError]
  return state === 'failed' ? why : `${why}　${text.next(instantText(nextTryAt, timeZone))}`
}
