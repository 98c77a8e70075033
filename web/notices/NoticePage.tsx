import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { listed } from '#domain/listed.ts'
import {
  closeNotice,
  getNotice,
  getNoticePaper,
  issueNotices,
  type NoticePage as NoticeFacts,
  replyToNotice,
} from '#domain/notices/notices.contract.ts'
import { askSentence, reasonSentence } from '#domain/notices/reason.ts'
import { addressOf } from '../api.ts'
import { useInstant } from '../shell/useInstant.ts'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Light } from '../ui/Light.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { noticesText } from './notices.text.ts'
import './notices.css'

/** One supervision notice: why, what is asked, and the reply; answered and closed in place. */
export function NoticePage() {
  const { noticeId } = useParams({ from: '/signed-in/notices/$noticeId' })
  const { data, error, refetch } = useRead(getNotice, { params: { noticeId } })
  const notice = data?.id === noticeId ? data : undefined
  if (error && !notice) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!notice) return <Loading lines={10} />
  return <Shown notice={notice} />
}

function Shown({ notice }: { notice: NoticeFacts }) {
  const text = useText(noticesText)
  const { language } = useLanguage()
  const { level, state, number, task, reason, ask } = notice
  return (
    <article className="page narrow notice-page">
      <nav className="crumbs">
        <Anchor href={`/notices?state=${state}`}>{text.toList}</Anchor>
      </nav>
      <header className="title">
        <h1>{number ?? text.proposal}</h1>
        <Light kind={level} word={text.levels[level]} />
        <span className="second">{text.tabs[state]}</span>
        {number !== null && (
          <a className="btn" href={addressOf(getNoticePaper, { params: { noticeId: notice.id } })} download>
            {text.paper}
          </a>
        )}
        {notice.steps.includes('issue') && <IssueButton notice={notice} />}
      </header>
      <p>
        <Anchor href={`/tasks/${task.id}`} className="link">
          {task.code}　{task.title}
        </Anchor>
      </p>
      <div className="columns">
        <div>
          <Section title={text.why}>
            <p className="said">{reasonSentence(reason, language)}</p>
          </Section>
          <Section title={text.asked}>
            <p className="said">{askSentence(ask, level, language)}</p>
          </Section>
          {number !== null && <Reply notice={notice} />}
          <Closing notice={notice} />
        </div>
        <Who notice={notice} />
      </div>
    </article>
  )
}

function IssueButton({ notice: { id } }: { notice: NoticeFacts }) {
  const text = useText(noticesText)
  const issue = useChange(issueNotices)
  const [refusal] = issue.data?.refused ?? []
  return (
    <span className="actions">
      {refusal && <span className="second">{refusal.message}</span>}
      <Refused error={issue.error} />
      <button
        type="button"
        className="btn solid"
        disabled={issue.isPending}
        onClick={() => issue.mutate({ body: { noticeIds: [id] } })}
      >
        {text.issue}
      </button>
    </span>
  )
}

function Reply({ notice }: { notice: NoticeFacts }) {
  const text = useText(noticesText)
  const instant = useInstant()
  const { reply, repliedAt, repliedBy } = notice
  const note = repliedAt && repliedBy ? text.repliedBy(repliedBy.name, instant(repliedAt)) : undefined
  return (
    <Section title={text.reply} note={note}>
      {notice.steps.includes('reply') ? (
        <ReplyForm notice={notice} />
      ) : (
        <p className={reply === '' ? 'quiet' : 'said'}>{reply || text.noReply}</p>
      )}
    </Section>
  )
}

const ReplyDraft = z.object({ text: z.string() })

function ReplyForm({ notice: { id } }: { notice: NoticeFacts }) {
  const words = useText(noticesText)
  const kept = useKept(`notice.reply.${id}`, ReplyDraft, { text: '' })
  const { text } = kept.value
  const reply = useChange(replyToNotice)
  return (
    <div className="stack">
      <LongTextField
        label={words.replyLabel}
        hint={words.replyHint}
        rows={5}
        maxLength={2000}
        value={text}
        onChange={(typed) => kept.change({ text: typed })}
      />
      <Refused error={reply.error} />
      <div className="row">
        <button
          type="button"
          className="btn solid"
          disabled={reply.isPending}
          onClick={() => reply.mutate({ params: { noticeId: id }, body: { text } }, { onSuccess: kept.forget })}
        >
          {words.sendReply}
        </button>
      </div>
    </div>
  )
}

function Closing({ notice }: { notice: NoticeFacts }) {
  const text = useText(noticesText)
  const instant = useInstant()
  const { state, closedAt, closedBy, closeNote } = notice
  if (notice.steps.includes('close'))
    return (
      <Section title={text.closing}>
        <CloseForm notice={notice} />
      </Section>
    )
  if (closedAt === null) return null
  const bySystem = state === 'dismissed' ? text.dismissedBySystem : text.closedBySystem
  const note = closedBy ? text.repliedBy(closedBy.name, instant(closedAt)) : undefined
  return (
    <Section title={text.tabs[state]} note={note}>
      <p className="said">{closedBy ? closeNote : bySystem}</p>
    </Section>
  )
}

const ClosingDraft = z.object({ note: z.string() })

function CloseForm({ notice: { id, state } }: { notice: NoticeFacts }) {
  const text = useText(noticesText)
  const kept = useKept(`notice.closing.${id}`, ClosingDraft, { note: '' })
  const { note } = kept.value
  const close = useChange(closeNotice)
  return (
    <div className="stack">
      <LongTextField
        label={text.closeLabel}
        hint={state === 'issued' ? text.closeHint : undefined}
        need={state === 'issued' ? 'required' : 'optional'}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(words) => kept.change({ note: words })}
      />
      <Refused error={close.error} />
      <div className="row">
        <button
          type="button"
          className={state === 'answered' ? 'btn solid' : 'btn'}
          disabled={close.isPending}
          onClick={() => close.mutate({ params: { noticeId: id }, body: { note } }, { onSuccess: kept.forget })}
        >
          {text.close}
        </button>
      </div>
    </div>
  )
}

function Who({ notice }: { notice: NoticeFacts }) {
  const text = useText(noticesText)
  const { language } = useLanguage()
  const { unit, heads, leader, milestone, issuedOn, issuedBy, answerBy, answerWithinWorkdays, workdaysLeft } = notice
  const names = heads.map(({ name }) => name)
  return (
    <aside>
      <Section title={text.who}>
        <dl className="pairs">
          <dt>{text.to}</dt>
          <dd>{unit.name}</dd>
          <dt>{text.heads}</dt>
          <dd>{listed(language, names)}</dd>
          {leader && (
            <>
              <dt>{text.leader}</dt>
              <dd>{leader.name}</dd>
            </>
          )}
          {milestone && (
            <>
              <dt>{text.milestone}</dt>
              <dd>{milestone.name}</dd>
            </>
          )}
          {issuedOn && (
            <>
              <dt>{text.issuedOn}</dt>
              <dd>{formatOnInFull(issuedOn, language)}</dd>
              <dt>{text.issuedBy}</dt>
              <dd>{issuedBy?.name ?? text.byRule}</dd>
            </>
          )}
          <dt>{text.answerBy}</dt>
          <dd>
            {answerBy ? formatOnInFull(answerBy, language) : text.within(answerWithinWorkdays)}
            {workdaysLeft !== null && <b>　{text.left(workdaysLeft)}</b>}
          </dd>
        </dl>
      </Section>
    </aside>
  )
}
