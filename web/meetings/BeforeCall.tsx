import { seesWholeBoard } from '#domain/access/actor.ts'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import type { AgendaItemView } from '#domain/meetings/meetings.contract.ts'
import { timeAfter } from '#domain/papers/meetingPaper.ts'
import { MeetingPapers } from '../papers/MeetingPapers.tsx'
import { useActor } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { meetingsText } from './meetings.text.ts'
import type { InRoom } from './useRoom.ts'

type Timed = { item: AgendaItemView; place: number; at: string }

/** The points that are spoken to, each with the time it is planned for. */
function timed(items: readonly AgendaItemView[], startsAt: string): Timed[] {
  let passed = 0
  return items.map((item, index) => {
    const at = timeAfter(startsAt, passed)
    passed += item.minutes
    return { item, place: index + 1, at }
  })
}

/** What a follower looks for until the first point is called: where and when, one's own turn, the agenda, the papers. */
export function BeforeCall({ inRoom: { meeting, brief, items } }: { inRoom: InRoom }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const actor = useActor()
  if (!meeting || !brief) return null
  const { id, heldOn, startsAt, place, chair } = meeting
  const points = timed(items, startsAt)
  const isOwn = ({ item }: Timed) => actor.posts.some(({ unitId }) => unitId !== null && unitId === item.unit?.id)
  const own = points.filter(isOwn)
  const ownUnit = brief.cards.find(({ unit }) => actor.posts.some(({ unitId }) => unitId === unit.id))?.unit
  return (
    <div className="before-call">
      <p>
        {formatOnInFull(heldOn, language)} <b>{startsAt}</b>
        {'　'}
        {place && `${place}　`}
        {text.chair} {chair?.name ?? '–'}
      </p>
      {ownUnit && (
        <section className="own-turn" aria-label={text.room.ownUnit}>
          <h2>{text.room.ownUnit}</h2>
          {own.length === 0 && <p>{points.length === 0 ? text.noAgenda : text.room.ownInWriting}</p>}
          {own.map((point) => (
            <p key={point.item.key}>
              {text.room.ownTurn(point.place, point.at, point.item.minutes)}
              {point.item.rulingId && `　${point.item.title}`}
            </p>
          ))}
          <Anchor href={`/meetings/${id}?part=brief`} className="link">
            {text.tabs.brief}
          </Anchor>
        </section>
      )}
      {points.length > 0 && (
        <section aria-label={text.rec.agenda}>
          <h2>
            {text.rec.agenda}
            {'　'}
            <span className="second">{text.room.planned}</span>
          </h2>
          <ol>
            {points.map((point) => (
              <li key={point.item.key} className={isOwn(point) ? 'own' : undefined}>
                <span className="second">{point.at}</span>
                <span>
                  {point.item.rulingId && point.item.unit && <b>{`${point.item.unit.name}　`}</b>}
                  {point.item.title}
                </span>
                <span className="second">
                  {point.item.minutes} {text.minutesUnit}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {(brief.frozenAt !== null || seesWholeBoard(actor)) && (
        <MeetingPapers meetingId={id} kinds={['agenda', 'brief']} unitId={ownUnit?.id} />
      )}
    </div>
  )
}
