import { useParams } from '@tanstack/react-router'
import { seesWholeBoard } from '#domain/access/actor.ts'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { getBrief, getMeeting } from '#domain/meetings/meetings.contract.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { MeetingPapers } from '../papers/MeetingPapers.tsx'
import { papersText } from '../papers/papers.text.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { Card, withheldOf } from './BriefPart.tsx'
import { meetingsText } from './meetings.text.ts'
import './book.css'
import './meetings.css'

/** The whole briefing book as it goes to paper: cover, contents, a page for every unit. */
export function BookPage() {
  const { meetingId } = useParams({ from: '/signed-in/meetings/$meetingId/book' })
  const text = useText(papersText)
  const meetings = useText(meetingsText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const instant = useInstant()
  const actor = useActor()
  const { data: meeting } = useRead(getMeeting, { params: { meetingId } })
  const { data: brief, error, refetch } = useRead(getBrief, { params: { meetingId } })
  if (error && !brief) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!brief || !meeting) return <Loading lines={12} />
  const title = meetingTitle(meeting.year, meeting.number, language)
  return (
    <div className="page book">
      <nav className="crumbs on-screen-only">
        <Anchor href={`/meetings/${meetingId}?part=brief`}>{title}</Anchor>
      </nav>
      <div className="stack on-screen-only">
        <div className="row">
          <button type="button" className="btn solid" onClick={() => window.print()}>
            {text.print}
          </button>
        </div>
        {(brief.frozenAt !== null || seesWholeBoard(actor)) && (
          <MeetingPapers meetingId={meetingId} kinds={['agenda', 'brief']} />
        )}
      </div>
      <header className="book-cover">
        <h1>
          {title} {text.brief}
        </h1>
        <p>
          {formatOnInFull(meeting.heldOn, language)}
          {'　'}
          {meeting.place}
        </p>
        <p>{text.unitCount(brief.cards.length)}</p>
        <p>
          {brief.frozenAt === null ? meetings.live : meetings.frozenAt(instant(brief.frozenAt))}
          {brief.digest !== null && (
            <>
              {'　'}
              {meetings.digest(brief.digest.slice(0, 12))}
            </>
          )}
        </p>
        <p>{organization.name}</p>
      </header>
      <nav className="book-contents" aria-label={text.contents}>
        <h2>{text.contents}</h2>
        <ol>
          {brief.cards.map(({ unit, lightCounts: { red, yellow }, difficulties }) => (
            <li key={unit.id}>
              <a href={`#unit-${unit.id}`}>{unit.fullName}</a>
              <span className="second">{text.counts(red, yellow, difficulties.length)}</span>
            </li>
          ))}
        </ol>
      </nav>
      {brief.cards.map((card) => (
        <article key={card.unit.id} id={`unit-${card.unit.id}`} className="unit-card">
          <Card
            card={card}
            frame={{ year: brief.year, today: brief.today, pillars: brief.pillars }}
            withheld={withheldOf(brief, card)}
          />
        </article>
      ))}
    </div>
  )
}
