import { useParams } from '@tanstack/react-router'
import { formatOn } from '#domain/calendar/calendar.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { listRulings } from '#domain/meetings/session.contract.ts'
import { missingInRuling } from '#domain/meetings/ruling.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { BeforeCall } from './BeforeCall.tsx'
import { meetingsText } from './meetings.text.ts'
import { LineState, RoomRefusal, ShownRuling, Stage } from './Stage.tsx'
import { Timer } from './Timer.tsx'
import { type InRoom, useRoom } from './useRoom.ts'
import './room.css'
import './follow.css'

/** The session on one's own screen, a phone too: what is called, what is ruled; a leader confirms here. */
export function FollowPage() {
  const { meetingId } = useParams({ from: '/room/meetings/$meetingId/follow' })
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const inRoom = useRoom(meetingId)
  const { meeting, called, card, place, items } = inRoom
  if (inRoom.error && !meeting) return <ErrorState error={inRoom.error} onRetry={() => location.reload()} />
  if (!meeting || !inRoom.brief) return <Loading lines={10} />
  return (
    <main className="room follow" id="main">
      <header className="follow-head">
        <Anchor href={`/meetings/${meetingId}`} className="link">
          {text.toMeeting}
        </Anchor>
        <h1>{meetingTitle(meeting.year, meeting.number, language)}</h1>
        <LineState inRoom={inRoom} />
      </header>
      <RoomRefusal inRoom={inRoom} />
      <Confirming inRoom={inRoom} />
      {called && meeting.endedAt === null ? (
        <>
          <div className="called">
            <p className="second">{text.room.ofCount(place + 1, items.length)}</p>
            <h2>{called.rulingId ? text.sections.rulings : called.title}</h2>
            {card && (
              <p className="second">
                {called.rulingId && `${card.unit.name}　`}
                {card.heads.map(({ name }) => name).join(' ')}
              </p>
            )}
            <Timer inRoom={inRoom} />
          </div>
          <Stage inRoom={inRoom} closer={null} />
        </>
      ) : (
        <p className="room-waiting">
          {meeting.endedAt ? text.room.ended : meeting.beganAt ? text.room.waitingFollow : text.room.notBegun}
        </p>
      )}
      {!called && meeting.endedAt === null && <BeforeCall inRoom={inRoom} />}
      <MadeRulings meetingId={meetingId} year={inRoom.brief.year} count={inRoom.session.madeIds.length} />
    </main>
  )
}

/** The ruling before the room; a leader confirms exactly these words, by own hand. */
function Confirming({ inRoom }: { inRoom: InRoom }) {
  const text = useText(meetingsText)
  const { room, session, meeting } = inRoom
  const rulingId = session.shownRulingId
  const shown = rulingId === null ? undefined : session.drafts[rulingId]
  if (!shown || rulingId === null) return null
  const canConfirm =
    (meeting?.mayConfirm ?? false) && shown.confirmedById === null && missingInRuling(shown.draft).length === 0
  return (
    <>
      <ShownRuling inRoom={inRoom} />
      {canConfirm && (
        <div className="confirming">
          <p className="second">{text.room.confirmHint}</p>
          <button
            type="button"
            className="btn solid big"
            onClick={() => room.say({ kind: 'rulingConfirmed', rulingId, draft: shown.draft })}
          >
            {text.room.confirm}
          </button>
        </div>
      )}
    </>
  )
}

type MadeProps = { meetingId: string; year: number; count: number }

/** Rulings made so far; read anew with each one that is made. */
function MadeRulings({ meetingId, year, count }: MadeProps) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const { data } = useRead(listRulings, { params: { meetingId }, query: { limit: 200 } }, { enabled: count > 0 })
  return (
    <section className="made-rulings" aria-label={text.room.rulingsHere}>
      <h2>
        {text.room.rulingsHere}
        {'　'}
        <span className="second">{count}</span>
      </h2>
      {count === 0 && <p className="second">{text.room.noRulings}</p>}
      <ol>
        {data?.items.map(({ id, number, sentence, lead, dueOn }) => (
          <li key={id}>
            <p>
              {number}
              {'　'}
              {sentence}
            </p>
            <p className="second">
              {lead.name}
              {'　'}
              {formatOn(dueOn, year, language)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
