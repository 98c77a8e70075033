import { useNavigate, useSearch } from '@tanstack/react-router'
import { FEEDBACK_KINDS, FEEDBACK_SHOWS } from '#domain/feedback/feedback.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import type { FeedbackAddress } from './address.ts'
import { FeedbackList, useFeedback } from './FeedbackList.tsx'
import { feedbackText } from './feedback.text.ts'
import { WriteButton } from './WriteButton.tsx'

/** 投诉建议: the office's list, and everybody's own; what is shown stands in the address. */
export function FeedbackPage() {
  const text = useText(feedbackText)
  const isOffice = useHasAnyRole(['supervisionOffice'])
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/feedback' })
  const { show = isOffice ? 'open' : 'all', kind } = search
  const pages = useFeedback({ show, ...(kind && { kind }) })
  const go = (part: FeedbackAddress) =>
    void navigate({ to: '/feedback', search: { ...search, ...part }, replace: true })
  const [emptyTitle, empty] = isOffice ? [text.emptyOfficeTitle, text.emptyOffice] : [text.emptyTitle, text.empty]
  return (
    <div className="page narrow feedback">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">{isOffice ? text.officeNote : text.note}</span>
        <span className="actions">
          <WriteButton className="btn solid" />
        </span>
      </header>
      <Tabs
        label={text.showsLabel}
        selected={show}
        onSelect={(next) => go({ show: next })}
        tabs={FEEDBACK_SHOWS.map((id) => ({ id, label: text.shows[id], count: pages.counts?.[id] }))}
      />
      <div className="filters">
        <Segmented
          label={text.kind}
          value={kind ?? 'all'}
          segments={[
            { value: 'all', label: text.everyKind },
            ...FEEDBACK_KINDS.map((one) => ({ value: one, label: text.kinds[one] })),
          ]}
          onChange={(value) => go({ kind: value === 'all' ? undefined : value })}
        />
      </div>
      <FeedbackList pages={pages} empty={<EmptyState title={emptyTitle} sentence={empty} />} />
    </div>
  )
}
