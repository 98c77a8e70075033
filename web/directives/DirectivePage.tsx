import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { directiveNumber } from '#domain/directives/directive.ts'
import { type DirectivePage as Facts, getDirective } from '#domain/directives/directives.contract.ts'
import { labelFor } from '#domain/glossary.ts'
import { useInstant } from '../shell/useInstant.ts'
import { actionWord } from '../text/actions.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { Chain } from './Chain.tsx'
import { AssignDialog, WithdrawDialog } from './Deeds.tsx'
import { directivesText } from './directives.text.ts'
import { Left } from './Left.tsx'
import { Pages } from './Pages.tsx'
import { Works } from './Works.tsx'
import './directives.css'

/** One directive: the words, the paper, who carries it out, the answers, and what the leader wrote on them. */
export function DirectivePage() {
  const { directiveId } = useParams({ from: '/signed-in/directives/$directiveId' })
  const { data, error, refetch } = useRead(getDirective, { params: { directiveId } })
  const directive = data?.id === directiveId ? data : undefined
  if (error && !directive) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!directive) return <Loading lines={10} />
  return <Shown directive={directive} />
}

function Shown({ directive }: { directive: Facts }) {
  const text = useText(directivesText)
  const { language } = useLanguage()
  const { urgency, state, restricted, writtenBy, writtenOn, paper } = directive
  return (
    <article className="page narrow directive-page">
      <nav className="crumbs">
        <Anchor href="/directives">{text.toList}</Anchor>
      </nav>
      <header className="title">
        <h1>{directiveNumber(directive, language)}</h1>
        <span className="strong">{labelFor(`urgency.${urgency}`, language)}</span>
        <span className="second">{labelFor(`directive.${state}`, language)}</span>
        <Left workdaysLeft={directive.workdaysLeft} />
        {restricted && <span className="second">{text.restricted}</span>}
        <Actions directive={directive} />
      </header>
      <div className="columns">
        <div>
          <Section title={text.verbatim} note={text.verbatimNote}>
            <blockquote className="verbatim">{directive.text}</blockquote>
            <p className="signature">{text.writtenOn(writtenBy.name, formatOnInFull(writtenOn, language))}</p>
            {paper.title !== '' && (
              <p className="second">
                {text.paper}　{paper.title}
                {paper.number && `（${paper.number}）`}
              </p>
            )}
          </Section>
          <Works directive={directive} />
          {directive.chain.length > 1 && <Chain directive={directive} />}
        </div>
        <aside>
          <Pages directive={directive} />
          <Registration directive={directive} />
          <Timeline directive={directive} />
        </aside>
      </div>
    </article>
  )
}

function Actions({ directive }: { directive: Facts }) {
  const text = useText(directivesText)
  const [asked, setAsked] = useState<'assign' | 'withdraw' | null>(null)
  const { may, tasks } = directive
  const close = () => setAsked(null)
  if (!may.assign && !may.withdraw) return null
  return (
    <span className="actions">
      {may.withdraw && (
        <button type="button" className="btn" onClick={() => setAsked('withdraw')}>
          {text.withdraw}
        </button>
      )}
      {may.assign && (
        <button type="button" className={tasks.length === 0 ? 'btn solid' : 'btn'} onClick={() => setAsked('assign')}>
          {tasks.length === 0 ? text.assign : text.assignMore}
        </button>
      )}
      {asked === 'assign' && <AssignDialog directive={directive} onClose={close} />}
      {asked === 'withdraw' && <WithdrawDialog directive={directive} onClose={close} />}
    </span>
  )
}

function Registration({ directive }: { directive: Facts }) {
  const text = useText(directivesText)
  const { language } = useLanguage()
  const { dueOn, currentDueOn, limitBy, registeredBy, registeredOn, closedOn, withdrawal } = directive
  const day = (on: string) => formatOnInFull(on, language)
  return (
    <Section title={text.facts}>
      <dl className="pairs">
        <dt>{text.registered}</dt>
        <dd>{text.registeredBy(registeredBy.name, day(registeredOn))}</dd>
        <dt>{text.limit}</dt>
        <dd>
          {day(dueOn)}
          <span className="quiet">　{limitBy === 'text' ? text.byText : text.byUrgency}</span>
        </dd>
        {currentDueOn !== dueOn && closedOn === null && (
          <>
            <dt>{text.currentLimit}</dt>
            <dd>{day(currentDueOn)}</dd>
          </>
        )}
        {closedOn && (
          <>
            <dt>{labelFor('directive.closed', language)}</dt>
            <dd>{day(closedOn)}</dd>
          </>
        )}
      </dl>
      {withdrawal && (
        <p>
          {text.withdrawn(withdrawal.by.name, day(withdrawal.on))}　{withdrawal.reason}
        </p>
      )}
    </Section>
  )
}

const SHOWN_AT_FIRST = 8

function Timeline({ directive: { events } }: { directive: Facts }) {
  const text = useText(directivesText)
  const { language } = useLanguage()
  const instant = useInstant()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? events : events.slice(0, SHOWN_AT_FIRST)
  return (
    <Section title={text.timeline}>
      <ol className="timeline">
        {shown.map(({ at, action, by, unit, reason }) => (
          <li key={`${at} ${action} ${unit}`}>
            <time dateTime={at}>{instant(at)}</time>
            <span className="second">{by}</span>
            <p>
              <b>{actionWord(action, language)}</b>
              {unit && <>　{unit}</>}
            </p>
            {reason && <p className="quiet">{reason}</p>}
          </li>
        ))}
      </ol>
      {shown.length < events.length && (
        <button type="button" className="btn small" onClick={() => setWhole(true)}>
          {text.moreEvents(events.length - shown.length)}
        </button>
      )}
    </Section>
  )
}
