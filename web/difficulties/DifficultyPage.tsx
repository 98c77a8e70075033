import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatOn, yearOf } from '#domain/calendar/calendar.ts'
import { type DifficultyPage as Page, getDifficulty } from '#domain/difficulties/difficulties.contract.ts'
import { ApiError } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { Clock } from './Clock.tsx'
import { difficultiesText } from './difficulties.text.ts'
import { DifficultyStory } from './DifficultyStory.tsx'
import { DifficultySteps } from './DifficultySteps.tsx'
import { answererName, answerLine } from './shown.ts'
import './difficulties.css'

/** One difficulty: who must move now and how long they have, what was asked, and all that happened. */
export function DifficultyPage() {
  const { difficultyId } = useParams({ from: '/signed-in/difficulties/$difficultyId' })
  const text = useText(difficultiesText)
  const { data, error, refetch } = useRead(getDifficulty, { params: { difficultyId } })
  // Another one's answer stays while this one is fetched; it must not be shown as this one.
  const page = data?.id === difficultyId ? data : undefined
  if (error instanceof ApiError && error.status < 500 && error.status >= 400 && !page)
    return (
      <div className="page">
        <EmptyState title={text.notFoundTitle} sentence={error.message}>
          <Anchor href="/difficulties" className="btn">
            {text.back}
          </Anchor>
        </EmptyState>
      </div>
    )
  if (error && !page) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!page) return <Loading lines={14} />
  return <Shown key={page.id} page={page} />
}

function Shown({ page }: { page: Page }) {
  const text = useText(difficultiesText)
  useEffect(() => {
    const before = document.title
    document.title = page.title
    return () => {
      document.title = before
    }
  }, [page.title])
  return (
    <article className="page difficulty-page">
      <Head page={page} />
      <Now page={page} />
      <div className="columns">
        <div>
          <Section title={text.content}>
            <Content page={page} />
          </Section>
          <Section title={text.storyTitle} note={text.storyNote(page.story.length)}>
            <DifficultyStory page={page} />
          </Section>
        </div>
        <aside className="rail">
          <Section title={text.facts}>
            <Facts page={page} />
          </Section>
        </aside>
      </div>
    </article>
  )
}

const useDay = () => {
  const { today } = useSession()
  const { language } = useLanguage()
  return (on: string) => formatOn(on, yearOf(today), language)
}

function Head({ page }: { page: Page }) {
  const text = useText(difficultiesText)
  const day = useDay()
  return (
    <header>
      <nav className="crumbs" aria-label={text.crumbs}>
        <Anchor href="/difficulties">{text.title}</Anchor>
        <span aria-hidden="true">/</span>
        <span>
          {text.levels[page.level]}　{text.answerers[page.level]}
        </span>
        {page.task && (
          <>
            <span aria-hidden="true">/</span>
            <Anchor href={`/tasks/${page.task.id}`}>{page.task.code}</Anchor>
          </>
        )}
      </nav>
      <div className="subject-head">
        <div>
          <h1>{page.title}</h1>
          <p className="facts">
            <span>{text.kinds[page.kind]}</span>
            <span>{text.causesOf[page.cause]}</span>
            <span>{text.raisedOn(page.raisedUnit.name, page.raisedBy.name, day(page.raisedOn))}</span>
            {page.isProtected && (
              <span className="tag" title={text.protectedWhy}>
                {text.protected}
              </span>
            )}
          </p>
        </div>
        <DifficultySteps page={page} />
      </div>
    </header>
  )
}

/** At reading size: who must move now, the clock, and what the leader needs to know before ruling. */
function Now({ page }: { page: Page }) {
  const text = useText(difficultiesText)
  const day = useDay()
  const { state, clock, ring, level } = page
  const isOut = clock !== null && clock.workdaysLeft < 0
  return (
    <section className={isOut ? 'standing-now out' : 'standing-now'}>
      <p className="sentence">
        <b>{nowWords(page, text)}</b>
        <span className="second where">
          {text.levels[level]}　{text.answerers[level]}
          {clock && `　${text.until(day(clock.lastOn))}`}
        </span>
      </p>
      {clock && state !== 'confirmedByRaiser' && <Clock clock={clock} />}
      {ring.length > 0 && <p>{text.ring(ring.map(({ name }) => name).join(' → '))}</p>}
      {answerLine(page, text) && <p className="second">{answerLine(page, text)}</p>}
    </section>
  )
}

function nowWords(page: Page, text: (typeof difficultiesText)['zh']): string {
  const who = answererName(page, text)
  switch (page.state) {
    case 'triaged':
    case 'ruled':
    case 'inExecution':
      return text.now[page.state](who)
    case 'solved':
      return text.now.solved(page.raisedUnit.name)
    case 'raised':
    case 'confirmedByRaiser':
    case 'closed':
    case 'withdrawn':
      return text.now[page.state]
  }
}

function Content({ page }: { page: Page }) {
  const text = useText(difficultiesText)
  return (
    <dl className="said">
      <dt>{text.ask}</dt>
      <dd className="loud">{page.ask}</dd>
      <dt>{text.consequence}</dt>
      <dd>{page.consequence}</dd>
      <dt>{text.tried}</dt>
      <dd>{page.tried}</dd>
    </dl>
  )
}

function Facts({ page }: { page: Page }) {
  const text = useText(difficultiesText)
  const day = useDay()
  const { task, counterpart, wantedOn, ruling, solvedWords } = page
  return (
    <dl className="pairs">
      <dt>{text.task}</dt>
      <dd>
        {task ? (
          <Anchor href={`/tasks/${task.id}`} className="link">
            {task.code} {task.title}
          </Anchor>
        ) : (
          <span className="quiet">{text.taskHidden}</span>
        )}
      </dd>
      {counterpart && (
        <>
          <dt>{text.counterpart}</dt>
          <dd>{counterpart.name}</dd>
        </>
      )}
      <dt>{text.wantedOn}</dt>
      <dd>{day(wantedOn)}</dd>
      {ruling && (
        <>
          <dt>{text.ruling}</dt>
          <dd>
            {ruling.words && <p>{ruling.words}</p>}
            <p className="second">{text.rulingBy(ruling.unit.name, day(ruling.dueOn))}</p>
          </dd>
        </>
      )}
      {solvedWords && (
        <>
          <dt>{text.solvedWords}</dt>
          <dd>{solvedWords}</dd>
        </>
      )}
      {page.isProtected && (
        <>
          <dt>{text.protected}</dt>
          <dd className="second text-13">{text.protectedWhy}</dd>
        </>
      )}
    </dl>
  )
}
