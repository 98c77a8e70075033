import { useNavigate, useSearch } from '@tanstack/react-router'
import { hasRole, seesWholeBoard } from '#domain/access/actor.ts'
import type { NoticeState } from '#domain/notices/notice.ts'
import { listNotices } from '#domain/notices/notices.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { usePages } from '../usePages.ts'
import { NoticeDock } from './NoticeDock.tsx'
import { NoticeTable } from './NoticeTable.tsx'
import { noticesText } from './notices.text.ts'
import { usePickedNotices } from './usePickedNotices.ts'
import './notices.css'

const TABS: readonly NoticeState[] = ['proposed', 'issued', 'answered', 'closed', 'dismissed']
/** Proposals and what fell of them are the office's own affair. */
const OFFICE_ONLY: readonly NoticeState[] = ['proposed', 'dismissed']

/** Supervision notices by where they stand; the office confirms proposals here, many at once. */
export function NoticesPage() {
  const text = useText(noticesText)
  const actor = useActor()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/notices' })
  const isOffice = hasRole(actor, 'supervisionOffice')
  const tabs = TABS.filter((tab) => isOffice || !OFFICE_ONLY.includes(tab))
  const state = tabs.find((tab) => tab === search.state) ?? tabs[0] ?? 'issued'
  const pages = usePages(listNotices, { query: { state } })
  const counts = pages.data?.pages[0]?.counts
  const picking = usePickedNotices(state)
  const select = (next: NoticeState) => void navigate({ to: '/notices', search: { state: next }, replace: true })
  const canPick = isOffice && state === 'proposed'
  return (
    <div className="page notices">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
        {isOffice && (
          <span className="actions">
            <Anchor href="/urging" className="btn">
              {text.rules}
            </Anchor>
          </span>
        )}
      </header>
      <Tabs
        label={text.tabsLabel}
        selected={state}
        onSelect={select}
        tabs={tabs.map((id) => ({
          id,
          label: text.tabs[id],
          // No figure until there is one; a state that nothing is in is not among them.
          count: counts && (counts.find((one) => one.state === id)?.count ?? 0),
        }))}
      />
      {pages.error && !pages.items && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading lines={8} />}
      {pages.items?.length === 0 && (
        <EmptyState title={text.emptyTitle} sentence={seesWholeBoard(actor) ? text.empty : text.emptyUnit} />
      )}
      {pages.items && pages.items.length > 0 && (
        <NoticeTable notices={pages.items} picking={canPick ? picking : null} />
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
      {canPick && <NoticeDock picking={picking} notices={pages.items ?? []} />}
    </div>
  )
}
