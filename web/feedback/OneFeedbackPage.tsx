import { useParams } from '@tanstack/react-router'
import { getFeedback } from '#domain/feedback/feedback.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { FeedbackLine } from './FeedbackLine.tsx'
import { feedbackText } from './feedback.text.ts'
import './feedback.css'

/** One complaint or suggestion, where a message leads. */
export function OneFeedbackPage() {
  const text = useText(feedbackText)
  const { feedbackId } = useParams({ from: '/signed-in/feedback/$feedbackId' })
  const { data, error, refetch } = useRead(getFeedback, { params: { feedbackId } })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={6} />
  return (
    <div className="page narrow feedback">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="actions">
          <Anchor href="/feedback">{text.all}</Anchor>
        </span>
      </header>
      <ul className="feedback-list">
        <FeedbackLine feedback={data} />
      </ul>
    </div>
  )
}
