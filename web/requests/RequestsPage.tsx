import { useState } from 'react'
import { yearOf } from '#domain/calendar/calendar.ts'
import { listRequests } from '#domain/requests/requests.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { usePages } from '../usePages.ts'
import { RequestCard } from './RequestCard.tsx'
import { requestsText } from './requests.text.ts'
import './requests.css'

const FILTERS = { mine: { mine: 'true' }, open: { open: 'true' }, all: {} } as const
type Filter = keyof typeof FILTERS

/** All requests for later dates and changes the reader may see; first what waits for them. */
export function RequestsPage() {
  const text = useText(requestsText)
  const { today } = useSession()
  const [filter, setFilter] = useState<Filter>('mine')
  const pages = usePages(listRequests, { query: FILTERS[filter] })
  return (
    <div className="page requests-page">
      <header className="title">
        <h1>{text.pageTitle}</h1>
        <span className="grow" />
        <Segmented
          label={text.pageTitle}
          value={filter}
          segments={[
            { value: 'mine', label: text.filterMine },
            { value: 'open', label: text.filterOpen },
            { value: 'all', label: text.filterAll },
          ]}
          onChange={setFilter}
        />
      </header>
      {pages.error && !pages.items ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : !pages.items ? (
        <Loading lines={8} />
      ) : pages.items.length === 0 ? (
        <EmptyState title={filter === 'mine' ? text.empty : text.emptyAll} />
      ) : (
        pages.items.map((request) => (
          <RequestCard key={request.id} request={request} planYear={yearOf(today)} showTask />
        ))
      )}
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
    </div>
  )
}
