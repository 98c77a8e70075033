import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { hasRole } from '#domain/access/actor.ts'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { listMeetings, type MeetingView } from '#domain/meetings/meetings.contract.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { useActor } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { usePages } from '../usePages.ts'
import { meetingsText } from './meetings.text.ts'
import { PlanDialog } from './PlanDialog.tsx'
import './meetings.css'

/** Joint meetings, the latest first. */
export function MeetingsPage() {
  const text = useText(meetingsText)
  const isOffice = hasRole(useActor(), 'supervisionOffice')
  const navigate = useNavigate()
  const [isPlanning, setPlanning] = useState(false)
  const pages = usePages(listMeetings, { query: {} })
  return (
    <div className="page meetings">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
        <span className="actions">
          <Anchor href="/highlights" className="btn">
            {text.highlights}
          </Anchor>
          {isOffice && (
            <button type="button" className="btn solid" onClick={() => setPlanning(true)}>
              {text.plan}
            </button>
          )}
        </span>
      </header>
      {pages.error && !pages.items && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading lines={6} />}
      {pages.items?.length === 0 && (
        <EmptyState title={text.emptyTitle} sentence={isOffice ? text.emptyOffice : text.empty} />
      )}
      <ul className="meeting-list">
        {pages.items?.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
      {isPlanning && (
        <PlanDialog
          onClose={() => setPlanning(false)}
          onMade={(meetingId) => void navigate({ to: '/meetings/$meetingId', params: { meetingId } })}
        />
      )}
    </div>
  )
}

function MeetingLine({ meeting }: { meeting: MeetingView }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const { id, year, number, state, heldOn, startsAt, place, chair, unitCount, minutesNumber } = meeting
  return (
    <li>
      <Anchor href={`/meetings/${id}`} className="meeting-line">
        <span className="what">
          <b>{meetingTitle(year, number, language)}</b>
          <span className="meeting-state">{text.states[state]}</span>
        </span>
        <span className="second">
          {formatOnInFull(heldOn, language)} {startsAt}
          {'　'}
          {place}
          {'　'}
          {chair?.name}
          {'　'}
          {text.units(unitCount)}
        </span>
        <RulingCounts meeting={meeting} />
        {minutesNumber && <span className="second">{minutesNumber}</span>}
      </Anchor>
    </li>
  )
}

/** How many rulings, and how many of them are open or overdue. */
export function RulingCounts({ meeting }: { meeting: MeetingView }) {
  const text = useText(meetingsText)
  const { rulingCount, openRulingCount, overdueRulingCount } = meeting
  if (rulingCount === 0) return null
  return (
    <span className="ruling-counts">
      {text.rulings(rulingCount)}
      {openRulingCount > 0 && (
        <>
          {'　'}
          {text.open(openRulingCount)}
        </>
      )}
      {overdueRulingCount > 0 && (
        <b className="late">
          {'　'}
          {text.overdue(overdueRulingCount)}
        </b>
      )}
    </span>
  )
}
