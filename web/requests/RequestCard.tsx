import { useState } from 'react'
import { labelFor } from '#domain/glossary.ts'
import { getRequestPaper, type RequestView } from '#domain/requests/requests.contract.ts'
import { addressOf } from '../api.ts'
import { useLanguage, useText } from '../text.tsx'
import { DecideRequest } from './DecideRequest.tsx'
import { PromisedLines } from './PromisedLines.tsx'
import { requestsText } from './requests.text.ts'
import { ReviewRequest } from './ReviewRequest.tsx'
import { useDay } from './useDay.ts'
import { WithdrawRequest } from './WithdrawRequest.tsx'

type Props = {
  request: RequestView
  planYear: number
  /** Where it does not stand on its task's own page. */
  showTask?: boolean
}

/** One request with what a decision looks at, and what the one who looks may do. */
export function RequestCard({ request, planYear, showTask = false }: Props) {
  const text = useText(requestsText)
  const day = useDay(planYear)
  const { kind, ordinal, task, unit, askedBy, askedOn, isLate, opinion } = request
  return (
    <article className="request">
      <header>
        <b>{text.which(text.kinds[kind], ordinal)}</b>
        {isLate && <span className="late">{text.late}</span>}
        <span className="grow" />
        <StateOf request={request} />
      </header>
      {showTask && (
        <p>
          <a className="link" href={`/tasks/${task.id}`}>
            {task.code}　{task.title}
          </a>
        </p>
      )}
      <Dates request={request} planYear={planYear} />
      <PromisedLines request={request} />
      <dl className="pairs">
        <dt>{text.reason}</dt>
        <dd>{request.reason}</dd>
        <dt>{kind === 'extensionRequest' ? text.progress : text.benefit}</dt>
        <dd>{request.account}</dd>
      </dl>
      <p className="text-12 second">{text.asked(unit.name, askedBy.name, day(askedOn))}</p>
      {opinion && (
        <p className="text-13">
          {text.opinion(opinion.agrees, opinion.by.name, day(opinion.on))}
          {opinion.note && `　${opinion.note}`}
        </p>
      )}
      <Decided request={request} planYear={planYear} />
      <Acts request={request} />
    </article>
  )
}

function StateOf({ request: { state, decider } }: { request: RequestView }) {
  const text = useText(requestsText)
  const { language } = useLanguage()
  const who = text.deciders[decider]
  if (state === 'asked')
    return <span>{decider === 'supervisionOffice' ? text.waitsFor(who) : text.waitsReview(who)}</span>
  if (state === 'reviewed') return <span>{text.waitsFor(who)}</span>
  return <span className="second">{labelFor(`request.${state}`, language)}</span>
}

function Dates({ request: { dates }, planYear }: { request: RequestView; planYear: number }) {
  const text = useText(requestsText)
  const day = useDay(planYear)
  return dates.length === 0 ? null : (
    <ul className="dates">
      {dates.map(({ milestoneId, title, originalDueOn, from, asked, granted }) => (
        <li key={milestoneId ?? 'task'}>
          <b>{title ?? text.wholeTask}</b>　{text.move(day(from), day(granted ?? asked))}
          {granted !== null && granted !== asked && <span>　{text.grantedTo(day(asked), day(granted))}</span>}
          {'　'}
          <span className="second nowrap">{text.original(day(originalDueOn))}</span>
        </li>
      ))}
    </ul>
  )
}

function Decided({ request, planYear }: { request: RequestView; planYear: number }) {
  const text = useText(requestsText)
  const { language } = useLanguage()
  const day = useDay(planYear)
  const { decision, state, kind, id } = request
  if (!decision) return null
  return (
    <p className="text-13">
      {text.decision(labelFor(`request.${state}`, language), decision.by.name, day(decision.on))}
      {decision.note && `　${decision.note}`}
      {kind === 'extensionRequest' && (
        <>
          {'　'}
          <a className="link" href={addressOf(getRequestPaper, { params: { requestId: id } })} download>
            {text.paper}
          </a>
        </>
      )}
    </p>
  )
}

type Act = 'review' | 'decide' | 'withdraw'
const DIALOGS = { review: ReviewRequest, decide: DecideRequest, withdraw: WithdrawRequest }

function Acts({ request }: { request: RequestView }) {
  const text = useText(requestsText)
  const [open, setOpen] = useState<Act | null>(null)
  const acts = (['review', 'decide', 'withdraw'] as const).filter((act) => request.may[act])
  if (acts.length === 0) return null
  const Opened = open && DIALOGS[open]
  return (
    <p className="acts">
      {acts.map((act) => (
        <button key={act} type="button" className="btn small" onClick={() => setOpen(act)}>
          {text[act]}
        </button>
      ))}
      {Opened && <Opened request={request} onClose={() => setOpen(null)} />}
    </p>
  )
}
