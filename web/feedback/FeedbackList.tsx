import type { FeedbackFilter } from '#domain/feedback/feedback.contract.ts'
import { listFeedback } from '#domain/feedback/feedback.contract.ts'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { usePages } from '../usePages.ts'
import { FeedbackLine } from './FeedbackLine.tsx'
import { feedbackText } from './feedback.text.ts'
import './feedback.css'

/** Complaints and suggestions with how many there are of each choice; a page at a time. */
export function useFeedback(query: Partial<FeedbackFilter>) {
  const pages = usePages(listFeedback, { query })
  return { ...pages, counts: pages.data?.pages[0]?.counts }
}

type Props = {
  pages: ReturnType<typeof useFeedback>
  /** Stands where there are none. */
  empty: React.ReactNode
}

/** The lines of a list, and the way to further ones. */
export function FeedbackList({ pages, empty }: Props) {
  const text = useText(feedbackText)
  const { items, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  return (
    <>
      {error && !items && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading lines={6} />}
      {items?.length === 0 && empty}
      <ul className="feedback-list">
        {items?.map((feedback) => (
          <FeedbackLine key={feedback.id} feedback={feedback} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </button>
      )}
    </>
  )
}
