import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { meetingTitle } from '#domain/meetings/title.ts'
import { useSession } from '../shell/session.tsx'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { machineStore } from '../ui/storage.ts'
import { useKeys } from '../ui/useKeys.ts'
import { meetingsText } from './meetings.text.ts'
import { BeginButton } from './MeetingSteps.tsx'
import { type Closer, LineState, RoomRefusal, ShownRuling, Stage } from './Stage.tsx'
import { Timer } from './Timer.tsx'
import { type InRoom, useRoom } from './useRoom.ts'
import './room.css'

/** Points that one key calls. */
const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const THEME = 'yipanqi.room.theme'

/** The screen that leads the room: read from six metres, led by a clicker. */
export function LeadPage() {
  const { meetingId } = useParams({ from: '/room/meetings/$meetingId/lead' })
  const inRoom = useRoom(meetingId)
  const [theme, setTheme] = useState(machineStore.getItem(THEME) === 'light' ? 'light' : 'dark')
  const [closer, setCloser] = useState<Closer>(null)
  const { meeting } = inRoom
  const mayRecord = meeting?.mayRecord ?? false
  const toggleTheme = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    machineStore.setItem(THEME, next)
    setTheme(next)
  }
  const look = (at: Closer) => setCloser((now) => (now === at ? null : at))
  const lead = (act: () => void) => () => {
    if (!mayRecord) return
    setCloser(null)
    act()
  }
  useKeys({
    PageDown: lead(() => inRoom.go(1)),
    PageUp: lead(() => inRoom.go(-1)),
    ArrowRight: lead(() => inRoom.go(1)),
    ArrowLeft: lead(() => inRoom.go(-1)),
    ' ': lead(() => inRoom.toggleTimer()),
    r: () => look('tasks'),
    d: () => look('difficulties'),
    b: () => setCloser(null),
    Escape: () => setCloser(null),
    F2: lead(() => toggleRuling(inRoom)),
    t: toggleTheme,
    ...Object.fromEntries(PLACES.map((place) => [String(place), lead(() => inRoom.call(place))])),
  })
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    return () => void delete document.documentElement.dataset['theme']
  }, [theme])
  if (inRoom.error && !meeting) return <ErrorState error={inRoom.error} onRetry={() => location.reload()} />
  if (!meeting || !inRoom.brief) return <Loading lines={14} />
  return (
    <main className="room lead" id="main">
      <LeadHead inRoom={inRoom} onTheme={toggleTheme} />
      <RoomRefusal inRoom={inRoom} />
      {inRoom.called && meeting.endedAt === null ? (
        <Called inRoom={inRoom} closer={closer} />
      ) : (
        <Waiting inRoom={inRoom} />
      )}
      <LeadFoot inRoom={inRoom} />
    </main>
  )
}

/** Puts the latest ruling that is being written before the room, or takes it off again. */
export function toggleRuling({ room, session }: InRoom): void {
  const ids = Object.keys(session.drafts)
  const rulingId = session.shownRulingId === null ? (ids[ids.length - 1] ?? null) : null
  room.say({ kind: 'rulingShown', rulingId })
}

function LeadHead({ inRoom, onTheme }: { inRoom: InRoom; onTheme: () => void }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const instant = useInstant()
  const { meeting, brief } = inRoom
  if (!meeting) return null
  const { last } = meeting
  const onAgenda = meeting.agenda.filter(({ section }) => section === 'rulings').length
  return (
    <header className="room-head">
      <h1>
        {organization.name} {meetingTitle(meeting.year, meeting.number, language)}
      </h1>
      <span className="second">{brief?.frozenAt ? text.frozenAt(instant(brief.frozenAt)) : text.live}</span>
      <span className="grow" />
      <LineState inRoom={inRoom} />
      {last && <span className="second">{text.room.last(last.rulingCount, last.doneCount, onAgenda)}</span>}
      <button type="button" className="btn" onClick={onTheme} title="T">
        {text.room.theme}
      </button>
    </header>
  )
}

function Called({ inRoom, closer }: { inRoom: InRoom; closer: Closer }) {
  const text = useText(meetingsText)
  const { called, card, place, items } = inRoom
  if (!called) return null
  return (
    <>
      <div className="called">
        <p className="called-place" aria-label={text.room.ofCount(place + 1, items.length)}>
          <b>{place + 1}</b>
          <span>{text.room.all(items.length)}</span>
        </p>
        <h2>{called.rulingId ? text.sections.rulings : called.title}</h2>
        {card && (
          <p className="called-people">
            <b>
              {called.rulingId && `${card.unit.name}　`}
              {card.heads.map(({ name }) => name).join(' ')}
            </b>
            {card.leaders.length > 0 && (
              <span>
                {text.card.leaders}
                {'　'}
                {card.leaders.map(({ name }) => name).join(' ')}
              </span>
            )}
          </p>
        )}
        <span className="grow" />
        <Timer inRoom={inRoom} />
      </div>
      <Stage inRoom={inRoom} closer={closer} />
    </>
  )
}

/** Points that fit on the screen before the first is called. */
const SHOWN_POINTS = 11

function Waiting({ inRoom: { meeting, items } }: { inRoom: InRoom }) {
  const text = useText(meetingsText)
  if (!meeting) return null
  const isOver = meeting.endedAt !== null
  return (
    <div className="room-waiting">
      <h2>{isOver ? text.room.ended : meeting.beganAt ? text.room.waiting : text.room.notBegun}</h2>
      <BeginButton meeting={meeting} />
      <ol>
        {items.slice(0, SHOWN_POINTS).map(({ key, title, unit, rulingId, minutes, section }, index) => (
          <li key={key}>
            <span className="point-place">{index + 1}</span>
            <span className="grow">
              {rulingId && unit && <b>{`${unit.name}　`}</b>}
              {title}
            </span>
            <span className="second">
              {text.sections[section]}
              {'　'}
              {minutes} {text.minutesUnit}
            </span>
          </li>
        ))}
      </ol>
      {items.length > SHOWN_POINTS && <p className="second">{text.room.more(items.length - SHOWN_POINTS)}</p>}
      <p className="second">{text.room.keys}</p>
    </div>
  )
}

function LeadFoot({ inRoom }: { inRoom: InRoom }) {
  const { room, card: words, sections } = useText(meetingsText)
  const { next, cardOf, meeting } = inRoom
  const card = cardOf(next)
  if (!meeting?.beganAt || meeting.endedAt !== null) return null
  return (
    <footer className="room-foot">
      <ShownRuling inRoom={inRoom} />
      <span className="grow" />
      <div className="next-unit">
        <span>{room.next}</span>
        <b>{next ? (next.unit?.name ?? next.title) : room.nextNone}</b>
        {next?.rulingId && <span>{sections.rulings}</span>}
        {card && next && !next.rulingId && (
          <span>
            {words.counts(card.lightCounts.red, card.lightCounts.yellow)}
            {'　'}
            {words.difficulties} {card.difficulties.length}
          </span>
        )}
      </div>
    </footer>
  )
}
