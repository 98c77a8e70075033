import { FeedbackList, useFeedback } from '../feedback/FeedbackList.tsx'
import { feedbackText } from '../feedback/feedback.text.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { deskText } from './desk.text.ts'
import { QueueEmpty, type QueueProps } from './QueueEmpty.tsx'

/** What people complain of or suggest and has no answer yet, answered here. */
export function FeedbackQueue({ unit, ...rest }: QueueProps<'feedback'>) {
  const text = useText(deskText)
  const words = useText(feedbackText)
  const pages = useFeedback({ show: 'open', unitId: unit })
  return (
    <div className="desk-queue">
      <p className="second text-13">
        {text.meaning.feedback}　<Anchor href="/feedback?show=all">{words.all}</Anchor>
      </p>
      <FeedbackList pages={pages} empty={<QueueEmpty {...rest} />} />
    </div>
  )
}
