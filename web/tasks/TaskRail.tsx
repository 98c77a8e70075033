import type { ReactNode } from 'react'
import { dayOf, formatOnInFull } from '#domain/calendar/calendar.ts'
import { directiveNumber } from '#domain/directives/directive.ts'
import { labelFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import { WriteButton } from '../feedback/WriteButton.tsx'
import { useHasAnyRole, useSession } from '../shell/session.tsx'
import { TaskSupports } from '../supports/TaskSupports.tsx'
import { useLanguage, useText } from '../text.tsx'
import { TaskUrging } from '../urging/TaskUrging.tsx'
import { urgeText } from '../urging/urge.text.ts'
import { Anchor } from '../ui/Anchor.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Section } from '../ui/Section.tsx'
import { taskText } from './task.text.ts'

/** The right side: what was promised, who answers for it, and by when. */
export function TaskRail({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const urging = useText(urgeText)
  return (
    <aside className="rail">
      <Section title={text.promised} note={task.source.quote ? text.promisedNote : undefined}>
        <Promise task={task} />
      </Section>
      <Section title={text.who}>
        <Who task={task} />
      </Section>
      <Section title={text.dates}>
        <Dates task={task} />
      </Section>
      <Section title={urging.title}>
        <TaskUrging taskId={task.id} />
      </Section>
      <p className="on-screen-only">
        <WriteButton task={task} className="btn small" />
      </p>
    </aside>
  )
}

function Promise({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const office = useHasAnyRole(['supervisionOffice'])
  const { source, target, evidence } = task
  const [open, close] = text.quoteMarks
  const [from, to] = text.titleMarks
  // A numbered document's name stands in marks; where in it, after them.
  const [name = '', ...where] = source.title.split(/[ \u3000]/)
  const isMarked = source.number !== '' && !name.startsWith('《')
  return (
    <>
      {task.directive && (
        <p>
          <Anchor href={`/directives/${task.directive.id}`} className="link">
            {directiveNumber(task.directive, language)}
          </Anchor>
        </p>
      )}
      {source.quote ? (
        <blockquote>
          {open}
          {source.quote}
          {close}
        </blockquote>
      ) : (
        <p className="quiet">{text.noQuote}</p>
      )}
      <p className="text-13 second">
        {source.title === ''
          ? labelFor(source.type, language)
          : isMarked
            ? [`${from}${name}${to}`, ...where].join(' ')
            : source.title}
        {source.number && (
          <>
            <br />
            {source.number}
          </>
        )}
        {office && source.importId && (
          <>
            {'　'}
            <Anchor href={`/imports/${source.importId}`} className="link">
              {text.sourceDocument}
            </Anchor>
          </>
        )}
      </p>
      <dl className="pairs promise">
        {target && (
          <>
            <dt>{text.target}</dt>
            <dd>
              {formatNumber(target.value)} {target.measure}
            </dd>
          </>
        )}
        {evidence && (
          <>
            <dt>{text.evidenceAs}</dt>
            <dd>{labelFor(evidence, language)}</dd>
          </>
        )}
      </dl>
    </>
  )
}

function Who({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const named = (ref: Ref | null) => ref?.name ?? <span className="quiet">{text.unnamed}</span>
  return (
    <>
      <dl className="pairs">
        <dt>{text.leadUnit}</dt>
        <dd className="strong">{named(task.leadUnit)}</dd>
        <dt>{text.assignee}</dt>
        <dd>{named(task.assignee)}</dd>
        <dt>{text.heads}</dt>
        <dd>
          {task.heads.length === 0
            ? named(null)
            : listed(
                language,
                task.heads.map(({ name }) => name),
              )}
        </dd>
        <dt>{text.leader}</dt>
        <dd>{named(task.leader)}</dd>
      </dl>
      <TaskSupports task={task} />
    </>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Dates({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const { originalDueOn, currentDueOn, startsOn, acknowledgedAt, completedOn, closedOutOn, completion } = task
  const { deferredUntil, redo, firstCompletedOn, reopenCount, signedOff } = task
  const onDay = (at: string) => dayOf(new Date(at), organization.timeZone)
  const inFull = (on: string) => formatOnInFull(on, language)
  const isFixed = task.assignedAt !== null
  return (
    <>
      <dl className="pairs">
        <dt>{text.original}</dt>
        <dd>
          <b>{originalDueOn ? inFull(originalDueOn) : text.unnamed}</b>
          {originalDueOn && <span className="quiet">　{isFixed ? text.originalNote : text.originalDraft}</span>}
        </dd>
        {currentDueOn && currentDueOn !== originalDueOn && (
          <>
            <dt>{text.current}</dt>
            <dd>{inFull(currentDueOn)}</dd>
          </>
        )}
        <dt>{text.startsOn}</dt>
        <dd>{inFull(startsOn)}</dd>
        {acknowledgedAt && (
          <>
            <dt>{text.acknowledged}</dt>
            <dd>{inFull(onDay(acknowledgedAt))}</dd>
          </>
        )}
        {deferredUntil && <Pair name={text.deferredUntil}>{inFull(deferredUntil)}</Pair>}
        {redo && <Pair name={text.redoDue}>{inFull(redo.dueOn)}</Pair>}
        {firstCompletedOn && firstCompletedOn !== completedOn && (
          <Pair name={text.firstCompleted}>
            {inFull(firstCompletedOn)}
            <span className="quiet">　{text.reopened(reopenCount)}</span>
          </Pair>
        )}
        {signedOff && (
          <Pair name={text.signedOff}>{[inFull(signedOff.on), signedOff.by?.name].filter(Boolean).join('　')}</Pair>
        )}
        {completedOn && <Pair name={text.completed}>{inFull(completedOn)}</Pair>}
        {closedOutOn && <Pair name={text.closedOut}>{inFull(closedOutOn)}</Pair>}
      </dl>
      {completion && !completedOn && (
        <p className="second completion">
          {text.completionAsked(completion.requestedBy?.name ?? '', onDay(completion.requestedAt))}
          {completion.note && `：${completion.note}`}
        </p>
      )}
    </>
  )
}
