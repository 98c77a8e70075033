import { useState } from 'react'
import { desksOf } from '#domain/highlights/highlights.ts'
import { listHighlights } from '#domain/highlights/highlights.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { usePages } from '../usePages.ts'
import { HighlightLine } from './HighlightLine.tsx'
import { highlightsText } from './highlights.text.ts'
import { ShareDialog } from './ShareDialog.tsx'
import './highlights.css'

type Filter = 'all' | 'ours' | 'adopted'

/** Practices worth copying, the latest first; a unit's desk shares and adopts. */
export function HighlightsPage() {
  const text = useText(highlightsText)
  const [unitId] = desksOf(useActor())
  const [filter, setFilter] = useState<Filter>('all')
  const [isSharing, setSharing] = useState(false)
  const queries = { all: {}, ours: { unitId }, adopted: { adoptedBy: unitId } }
  const pages = usePages(listHighlights, { query: queries[filter] })
  return (
    <div className="page highlights">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
        {unitId !== undefined && (
          <span className="actions">
            <button type="button" className="btn solid" onClick={() => setSharing(true)}>
              {text.share}
            </button>
          </span>
        )}
      </header>
      {unitId !== undefined && (
        <Segmented
          label={text.filter}
          value={filter}
          segments={(['all', 'ours', 'adopted'] as const).map((value) => ({ value, label: text[value] }))}
          onChange={setFilter}
        />
      )}
      {pages.error && !pages.items && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading lines={6} />}
      {pages.items?.length === 0 && <EmptyState title={text.emptyTitle} sentence={text.empty} />}
      <ul className="highlight-list">
        {pages.items?.map((highlight) => (
          <HighlightLine key={highlight.id} highlight={highlight} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
      {isSharing && unitId !== undefined && <ShareDialog unitId={unitId} onClose={() => setSharing(false)} />}
    </div>
  )
}
