import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatOn } from '#domain/calendar/calendar.ts'
import { seesWholeBoard } from '#domain/access/actor.ts'
import { questionSentence } from '#domain/meetings/questions.ts'
import type { UnitCard } from '#domain/meetings/card.ts'
import { type Brief, getBrief, type MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { ApiError } from '../api.ts'
import { MeetingPapers } from '../papers/MeetingPapers.tsx'
import { papersText } from '../papers/papers.text.ts'
import { useActor } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { CardDifficultyLine, type CardFrame, CardRates, CardStrip, CardTaskLine, SinceFreeze } from './Card.tsx'
import { meetingsText } from './meetings.text.ts'

/** Every unit's one page: one at a time on screen, all of them on paper. */
export function BriefPart({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const papers = useText(papersText)
  const { data, error, refetch } = useRead(getBrief, { params: { meetingId: meeting.id } })
  const actor = useActor()
  const { unit } = useSearch({ from: '/signed-in/meetings/$meetingId' })
  const navigate = useNavigate()
  if (error instanceof ApiError && error.status === 404) return <p className="second">{text.noAgenda}</p>
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  if (data.cards.length === 0) return <p className="second">{text.noCards}</p>
  const shown = data.cards.find((card) => card.unit.id === unit) ?? data.cards[0]
  const frame: CardFrame = { year: data.year, today: data.today, pillars: data.pillars }
  return (
    <div className="brief">
      <div className="row on-screen-only">
        <select
          aria-label={text.tabs.brief}
          value={shown?.unit.id}
          onChange={({ target }) =>
            void navigate({
              to: '/meetings/$meetingId',
              params: { meetingId: meeting.id },
              search: { part: 'brief', unit: target.value },
              replace: true,
            })
          }
        >
          {data.cards.map((card) => (
            <option key={card.unit.id} value={card.unit.id}>
              {card.unit.name}
            </option>
          ))}
        </select>
        {data.digest && <span className="second">{text.digest(data.digest.slice(0, 12))}</span>}
        <Anchor href={`/meetings/${meeting.id}/book`} className="btn">
          {papers.book}
        </Anchor>
      </div>
      {(data.frozenAt !== null || seesWholeBoard(actor)) && (
        <MeetingPapers meetingId={meeting.id} kinds={['agenda', 'brief']} unitId={shown?.unit.id} />
      )}
      {data.cards.map((card) => (
        <article key={card.unit.id} className={card === shown ? 'unit-card' : 'unit-card on-paper-only'}>
          <Card card={card} frame={frame} withheld={withheldOf(data, card)} />
          <SinceFreeze changes={data.since.find(({ unitId }) => unitId === card.unit.id)?.changes ?? []} />
        </article>
      ))}
    </div>
  )
}

/** How many lines of a unit's card are withheld. */
export const withheldOf = ({ withheld }: Brief, { unit }: UnitCard): number =>
  withheld.find(({ unitId }) => unitId === unit.id)?.count ?? 0

/** A unit's card with all its parts, those with nothing in them left out. */
export function Card({ card, frame, withheld }: { card: UnitCard; frame: CardFrame; withheld: number }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const { card: words } = text
  const day = (on: string) => formatOn(on, frame.year, language)
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('、') || '–'
  return (
    <>
      <header className="card-head">
        <h2>{card.unit.fullName}</h2>
        <span className="second">
          {words.heads} {names(card.heads)}
          {'　'}
          {words.leaders} {names(card.leaders)}
        </span>
      </header>
      <CardRates card={card} />
      <CardStrip card={card} frame={frame} />
      {withheld > 0 && <p className="second">{words.withheld(withheld)}</p>}
      <Part title={words.tasks} count={words.counts(card.lightCounts.red, card.lightCounts.yellow)}>
        {card.tasks.map((task) => (
          <CardTaskLine key={task.id} task={task} frame={frame} />
        ))}
      </Part>
      <Part title={words.difficulties} count={words.pieces(card.difficulties.length)}>
        {card.difficulties.map((difficulty) => (
          <CardDifficultyLine key={difficulty.id} difficulty={difficulty} frame={frame} />
        ))}
      </Part>
      <Part title={words.lastRulings} count={words.items(card.lastRulings.length)}>
        {card.lastRulings.map(({ id, sentence, dueOn, standing }) => (
          <li key={id}>
            {sentence}
            {'　'}
            <span className="second">
              {day(dueOn)}
              {'　'}
            </span>
            <b className={standing === 'overdue' ? 'late' : undefined}>{text.standings[standing]}</b>
          </li>
        ))}
      </Part>
      <Part title={words.dueNext} count={words.items(card.dueNext.length)}>
        {card.dueNext.map(({ taskId, code, title, dueOn }) => (
          <li key={`${taskId} ${title}`}>
            {day(dueOn)}
            {'　'}
            {title}
            {'　'}
            <Anchor href={`/tasks/${taskId}`} className="link">
              {code}
            </Anchor>
          </li>
        ))}
      </Part>
      <Part title={words.suggestions} count={words.items(card.suggestions.length)}>
        {card.suggestions.map(({ taskId, words: said }) => (
          <li key={taskId}>{said}</li>
        ))}
      </Part>
      <Part title={words.highlights} count={words.items(card.highlights.length)}>
        {card.highlights.map(({ id, title }) => (
          <li key={id}>
            <Anchor href={`/highlights#${id}`} className="link">
              {title}
            </Anchor>
          </li>
        ))}
      </Part>
      <Part title={words.early} count={words.items(card.early.length)}>
        {card.early.map(({ id, code, title }) => (
          <li key={id}>
            {title} <span className="code">{code}</span>
          </li>
        ))}
      </Part>
      <Part title={text.questions} count={words.items(card.questions.length)}>
        {card.questions.map((question, index) => (
          <li key={index}>{questionSentence(question, language)}</li>
        ))}
      </Part>
    </>
  )
}

function Part({ title, count, children }: { title: string; count: string; children: React.ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section className="card-part" aria-label={title}>
      <h3>
        {title} <span className="second">{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  )
}
