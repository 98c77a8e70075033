import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { isFrozen } from '#domain/meetings/life.ts'
import { getMeeting, type MeetingPage as Meeting } from '#domain/meetings/meetings.contract.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Unbroken } from '../ui/Unbroken.tsx'
import { useRead } from '../useEndpoint.ts'
import { type MeetingPart, MEETING_PARTS } from './address.ts'
import { AgendaPart } from './AgendaPart.tsx'
import { BriefPart } from './BriefPart.tsx'
import { meetingsText } from './meetings.text.ts'
import { RulingCounts } from './MeetingsPage.tsx'
import { MeetingSteps } from './MeetingSteps.tsx'
import { MinutesPart } from './MinutesPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { RulingsPart } from './RulingsPart.tsx'
import './meetings.css'

/** One meeting: its agenda, the units' pages, who takes part, what was ruled, the minutes. */
export function MeetingPage() {
  const { meetingId } = useParams({ from: '/signed-in/meetings/$meetingId' })
  const { data, error, refetch } = useRead(getMeeting, { params: { meetingId } })
  const meeting = data?.id === meetingId ? data : undefined
  if (error && !meeting) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!meeting) return <Loading lines={12} />
  return <Shown meeting={meeting} />
}

function Shown({ meeting }: { meeting: Meeting }) {
  const text = useText(meetingsText)
  const navigate = useNavigate()
  const { part = meeting.beganAt ? 'rulings' : 'agenda' } = useSearch({ from: '/signed-in/meetings/$meetingId' })
  const select = (next: MeetingPart) =>
    void navigate({
      to: '/meetings/$meetingId',
      params: { meetingId: meeting.id },
      search: { part: next },
      replace: true,
    })
  return (
    <div className="page meeting-page" data-part={part}>
      <nav className="crumbs">
        <Anchor href="/meetings">{text.toList}</Anchor>
      </nav>
      <Head meeting={meeting} />
      <Facts meeting={meeting} />
      <Tabs
        label={text.tabsLabel}
        selected={part}
        onSelect={select}
        tabs={MEETING_PARTS.map((id) => ({ id, label: text.tabs[id] }))}
      />
      {part === 'agenda' && <AgendaPart meeting={meeting} />}
      {part === 'brief' && <BriefPart meeting={meeting} />}
      {part === 'people' && <PeoplePart meeting={meeting} />}
      {part === 'rulings' && <RulingsPart meeting={meeting} />}
      {part === 'minutes' && <MinutesPart meeting={meeting} />}
    </div>
  )
}

function Head({ meeting }: { meeting: Meeting }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const { id, year, number, state } = meeting
  const isSeen = isFrozen(state)
  return (
    <header className="title">
      <h1>{meetingTitle(year, number, language)}</h1>
      <span className="meeting-state">{text.states[state]}</span>
      <span className="actions">
        {meeting.mayArrange && (
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {text.edit}
          </button>
        )}
        {isSeen && meeting.endedAt === null && (
          <>
            <a className="btn" href={`/meetings/${id}/follow`}>
              {text.follow}
            </a>
            {meeting.steps.length > 0 && (
              <>
                <a className="btn" href={`/meetings/${id}/lead`} target="_blank" rel="noreferrer">
                  {text.lead}
                </a>
                <a className="btn" href={`/meetings/${id}/record`} target="_blank" rel="noreferrer">
                  {text.record}
                </a>
              </>
            )}
          </>
        )}
        <MeetingSteps meeting={meeting} />
      </span>
      {isEditing && <PlanDialog meeting={meeting} onClose={() => setEditing(false)} />}
    </header>
  )
}

function Facts({ meeting }: { meeting: Meeting }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const instant = useInstant()
  const { heldOn, startsAt, place, chair, unitCount, frozenAt, last, minutesNumber, issuedOn } = meeting
  return (
    <div className="meeting-facts">
      <p>
        {formatOnInFull(heldOn, language)} {startsAt}
        {'　'}
        {place && `${place}　`}
        {text.chair} {chair?.name ?? '–'}
        {'　'}
        <span className="nowrap">{text.units(unitCount)}</span>
        {'　'}
        <RulingCounts meeting={meeting} />
      </p>
      <p className="second">
        {minutesNumber && issuedOn && (
          <>
            {text.issuedAs(minutesNumber, formatOnInFull(issuedOn, language))}
            {'　'}
          </>
        )}
        {frozenAt && <Unbroken text={text.frozenAt(instant(frozenAt))} />}
        {!isFrozen(meeting.state) && text.live}
        {last && (
          <>
            {'　'}
            <Anchor href={`/meetings/${last.id}?part=rulings`} className="link">
              <Unbroken
                text={text.room.last(
                  last.rulingCount,
                  last.doneCount,
                  meeting.endedAt === null ? meeting.agenda.filter(({ section }) => section === 'rulings').length : 0,
                )}
              />
            </Anchor>
          </>
        )}
      </p>
    </div>
  )
}
