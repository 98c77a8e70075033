import type { ReactNode } from 'react'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'

const SHOWN = ['all', 'failed', 'waiting', 'delivered'] as const
export type LogShown = (typeof SHOWN)[number]

type Words = Record<'log' | 'show' | 'all' | 'empty' | 'emptyFiltered' | 'more', string>
type Pages<Item> = {
  items: readonly Item[] | undefined
  error: Error | null
  refetch: () => unknown
  hasNextPage: boolean
  fetchNextPage: () => unknown
}

type Props<Item> = {
  text: Words
  states: Record<Exclude<LogShown, 'all'>, string>
  shown: LogShown
  onShow: (shown: LogShown) => void
  pages: Pages<Item>
  /** Further ways to narrow it. */
  filters?: ReactNode
  children: (items: readonly Item[]) => ReactNode
}

/** What went out and what did not, newest first, narrowed by how it went. */
export function SendingLog<Item>({ text, states, shown, onShow, pages, filters, children }: Props<Item>) {
  const { items, error, refetch, hasNextPage, fetchNextPage } = pages
  const segments = SHOWN.map((value) => ({ value, label: value === 'all' ? text.all : states[value] }))
  return (
    <section className="section stack" aria-label={text.log}>
      <header>
        <h2>{text.log}</h2>
      </header>
      <div className="filters">
        <Segmented label={text.show} segments={segments} value={shown} onChange={onShow} />
        {filters}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !items && <Loading lines={4} />}
      {items?.length === 0 && <p className="second">{shown === 'all' ? text.empty : text.emptyFiltered}</p>}
      {items && items.length > 0 && children(items)}
      {hasNextPage && (
        <button type="button" className="btn" onClick={() => void fetchNextPage()}>
          {text.more}
        </button>
      )}
    </section>
  )
}
