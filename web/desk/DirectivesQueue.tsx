import { useState } from 'react'
import { listDirectives } from '#domain/directives/directives.contract.ts'
import { DirectiveTable } from '../directives/DirectiveTable.tsx'
import { directivesText } from '../directives/directives.text.ts'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { usePages } from '../usePages.ts'
import { deskText } from './desk.text.ts'
import { QueueEmpty, type QueueProps } from './QueueEmpty.tsx'
import '../directives/directives.css'

const SHOWS = ['toAssign', 'toAnswer', 'overdue'] as const

/** Directives that no unit has yet, that units owe an answer to, and those past their limit. */
export function DirectivesQueue({ unit, ...rest }: QueueProps<'directives'>) {
  const text = useText(deskText)
  const { shows } = useText(directivesText)
  const [chosen, choose] = useState<(typeof SHOWS)[number] | null>(null)
  const counted = usePages(listDirectives, { query: { unitId: unit, limit: 1 } })
  const counts = counted.data?.pages[0]?.counts
  // What is late comes first, as long as nobody chose.
  const show = chosen ?? (counts?.overdue ? 'overdue' : counts?.toAssign === 0 ? 'toAnswer' : 'toAssign')
  const pages = usePages(listDirectives, { query: { show, unitId: unit } })
  if (pages.error && !pages.items) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  return (
    <div className="desk-queue directives">
      <p className="second text-13">{text.meaning.directives}</p>
      <Tabs
        label={text.queues.directives}
        selected={show}
        onSelect={choose}
        tabs={SHOWS.map((id) => ({ id, label: shows[id], count: counts?.[id] }))}
      />
      {!counts || pages.isPending || pages.isPlaceholderData ? (
        <Loading lines={8} />
      ) : pages.items?.length === 0 ? (
        <QueueEmpty {...rest} />
      ) : (
        <DirectiveTable directives={pages.items ?? []} />
      )}
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {text.more}
        </button>
      )}
    </div>
  )
}
