import { formatOn } from '#domain/calendar/calendar.ts'
import { useLanguage, useText } from '../text.tsx'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { CardDifficultyLine, type CardFrame, CardRates, CardStrip, CardTaskLine, SinceFreeze } from './Card.tsx'
import { meetingsText } from './meetings.text.ts'
import type { InRoom } from './useRoom.ts'

/** What of the called unit is looked at more closely. */
export type Closer = 'tasks' | 'difficulties' | null

/** The called point: for a unit its rates, its line of the board, red and yellow tasks beside difficulties. */
export function Stage({ inRoom, closer }: { inRoom: InRoom; closer: Closer }) {
  const text = useText(meetingsText)
  const { brief, card, called } = inRoom
  if (!brief || !called) return null
  const frame: CardFrame = { year: brief.year, today: brief.today, pillars: brief.pillars }
  const withheld = brief.withheld.find(({ unitId }) => unitId === card?.unit.id)?.count ?? 0
  const since = brief.since.find(({ unitId }) => unitId === card?.unit.id)?.changes ?? []
  return (
    <div className={closer ? `stage closer ${closer}` : 'stage'}>
      {called.rulingId && <LastRuling inRoom={inRoom} />}
      {card && !called.rulingId && (
        <>
          <CardRates card={card} />
          <CardStrip card={card} frame={frame} />
          <Tasks inRoom={inRoom} frame={frame} />
          <Difficulties inRoom={inRoom} frame={frame} />
          {withheld > 0 && <p className="second withheld">{text.card.withheld(withheld)}</p>}
          <SinceFreeze changes={since} />
        </>
      )}
    </div>
  )
}

function LastRuling({ inRoom: { called, card, brief } }: { inRoom: InRoom }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const ruling = card?.lastRulings.find(({ id }) => id === called?.rulingId)
  return (
    <div className="last-ruling">
      <p className="sentence">{called?.title}</p>
      {ruling && (
        <p>
          {text.room.due} {formatOn(ruling.dueOn, brief?.year ?? ruling.year, language)}
          {'　'}
          <b>{text.standings[ruling.standing]}</b>
        </p>
      )}
    </div>
  )
}

function Tasks({ inRoom: { card }, frame }: { inRoom: InRoom; frame: CardFrame }) {
  const { card: words } = useText(meetingsText)
  if (!card) return null
  return (
    <section className="stage-tasks" aria-label={words.tasks}>
      <header>
        <h2>{words.tasks}</h2>
        <span>{words.counts(card.lightCounts.red, card.lightCounts.yellow)}</span>
      </header>
      {card.tasks.length === 0 && <p className="second">{words.noTasks}</p>}
      <ul>
        {card.tasks.map((task) => (
          <CardTaskLine key={task.id} task={task} frame={frame} />
        ))}
      </ul>
    </section>
  )
}

function Difficulties({ inRoom: { card }, frame }: { inRoom: InRoom; frame: CardFrame }) {
  const { card: words } = useText(meetingsText)
  if (!card) return null
  return (
    <section className="stage-difficulties" aria-label={words.difficulties}>
      <header>
        <h2>{words.difficulties}</h2>
        <span>{words.pieces(card.difficulties.length)}</span>
      </header>
      {card.difficulties.length === 0 && <p className="second">{words.noDifficulties}</p>}
      <ul>
        {card.difficulties.map((difficulty) => (
          <CardDifficultyLine key={difficulty.id} difficulty={difficulty} frame={frame} />
        ))}
      </ul>
    </section>
  )
}

/** The ruling that is put before the room; what it lacks is amber. */
export function ShownRuling({ inRoom: { session, brief, meeting } }: { inRoom: InRoom }) {
  const { room, rec } = useText(meetingsText)
  const { language } = useLanguage()
  const units = useUnitOptions()
  const shown = session.shownRulingId === null ? undefined : session.drafts[session.shownRulingId]
  if (!shown) return null
  const { sentence, leadUnitId, supports, dueOn } = shown.draft
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.label ?? ''
  const confirmer = meeting?.participants
    .flatMap(({ people }) => people)
    .find(({ id }) => id === shown.confirmedById)?.name
  return (
    <section className="shown-ruling" aria-label={room.ruling} aria-live="polite">
      <header>
        <h2>{room.ruling}</h2>
        <span>{room.rulingNo(session.madeIds.length + 1)}</span>
      </header>
      <div>
        <p className="sentence">{sentence || <span className="needed">{rec.needs.sentence}</span>}</p>
        <p className="terms">
          {room.leadUnit}
          {'　'}
          {leadUnitId ? <b>{nameOf(leadUnitId)}</b> : <span className="needed">{room.needLead}</span>}
          {supports.length > 0 && (
            <>
              {'　'}
              {room.supports}
              {'　'}
              {supports.map(({ unitId, deliverable, dueOn: on }, index) => (
                <span key={unitId}>
                  {index > 0 && '、'}
                  <b>{nameOf(unitId)}</b>{' '}
                  {[deliverable, on && formatOn(on, brief?.year ?? 0, language)].filter(Boolean).join(' ')}
                </span>
              ))}
            </>
          )}
          {'　'}
          {room.due}
          {'　'}
          {dueOn ? (
            <b>{formatOn(dueOn, brief?.year ?? 0, language)}</b>
          ) : (
            <span className="needed">{room.needDate}</span>
          )}
          {'　'}
          <span className="second nowrap">{confirmer ? room.confirmed(confirmer) : room.toConfirm}</span>
        </p>
      </div>
    </section>
  )
}

/** What the server refused of what was said here, until the next thing is said. */
export function RoomRefusal({ inRoom: { refusal } }: { inRoom: InRoom }) {
  if (refusal === null) return null
  return (
    <p className="room-refusal" role="alert">
      {refusal}
    </p>
  )
}

/** Whether everything said here has reached the server. */
export function LineState({ inRoom: { isLost, waitingCount } }: { inRoom: InRoom }) {
  const { room } = useText(meetingsText)
  return (
    <span className={isLost ? 'line-state lost' : 'line-state'} role="status">
      {isLost ? room.lost : waitingCount > 0 ? room.waitingCount(waitingCount) : ''}
    </span>
  )
}
