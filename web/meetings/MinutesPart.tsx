import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import {
  agreeToMinutes,
  answerComment,
  commentOnMinutes,
  editMinutes,
  getMinutes,
  type MinutesView,
} from '#domain/meetings/minutes.contract.ts'
import { MINUTES_ANSWERS, outlineMinutes } from '#domain/meetings/minutes.ts'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { ApiError } from '../api.ts'
import { Length } from '../papers/Length.tsx'
import { MeetingPapers } from '../papers/MeetingPapers.tsx'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { KeptWords, NO_WORDS } from './keptWords.ts'
import { meetingsText } from './meetings.text.ts'
import { Names } from './Names.tsx'

/** The minutes as the session wrote them, what each unit is asked, and what was said of them. */
export function MinutesPart({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { data, error, refetch } = useRead(getMinutes, { params: { meetingId: meeting.id } })
  if (error instanceof ApiError && error.status === 404) return <p className="second">{text.minutesNone}</p>
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={10} />
  return (
    <div className="meeting-columns">
      <Section title={text.tabs.minutes} note={text.minutesNote}>
        <div className="stack on-screen-only">
          <MeetingPapers meetingId={meeting.id} kinds={data.asks.length > 0 ? ['minutes', 'asks'] : ['minutes']} />
          <Length text={data.parts.map(({ heading, text: words }) => heading + words).join('')} kind="special" />
        </div>
        <Facsimile minutes={data} />
      </Section>
      <div className="on-screen-only">
        <Asks minutes={data} />
        {(data.comments.length > 0 || data.mayComment || data.answers.length > 0) && <Comments minutes={data} />}
      </div>
    </div>
  )
}

function Facsimile({ minutes }: { minutes: MinutesView }) {
  const text = useText(meetingsText)
  const { people } = minutes
  const lists = [
    [text.present, people.present],
    [text.leave, people.leave],
    [text.absent, people.absent],
    [text.observers, people.observers],
  ] as const
  return (
    <div className="facsimile" lang="zh-CN">
      <p className="red-head">{minutes.organizationName}联席会议纪要</p>
      {minutes.number && <p className="number">{minutes.number}</p>}
      {outlineMinutes(minutes.parts).map(({ key, heading, part }) => (
        <div key={key} className="minutes-part">
          {heading && <p className="heading">{heading}</p>}
          {part && <PartText minutes={minutes} part={part} />}
        </div>
      ))}
      {lists.map(([label, names]) =>
        names.length === 0 ? null : (
          <p key={label} className="people">
            <b>{label}：</b>
            <Names names={names} />
          </p>
        ),
      )}
    </div>
  )
}

type PartProps = {
  minutes: MinutesView
  part: MinutesView['parts'][number]
}

function PartText({ minutes, part }: PartProps) {
  const text = useText(meetingsText)
  const kept = useKept(`minutes.${minutes.meetingId}.${part.key}`, KeptWords, { words: part.text })
  const [isOpen, setOpen] = useState(kept.wasKept)
  const typed = isOpen && minutes.mayEdit ? kept.value.words : null
  const close = () => {
    kept.startAnew()
    setOpen(false)
  }
  const save = useChange(editMinutes)
  const open = () => {
    kept.change({ words: part.text })
    setOpen(true)
  }
  const send = (words: string) =>
    save.mutate(
      {
        params: { meetingId: minutes.meetingId },
        body: { version: minutes.version, edits: { [part.key]: { text: words } } },
      },
      { onSuccess: close },
    )
  return (
    <>
      {typed === null ? (
        <p>{part.text}</p>
      ) : (
        <>
          <LongTextField
            label={text.editPart}
            rows={5}
            maxLength={4000}
            value={typed}
            onChange={(words) => kept.change({ words })}
          />
          <Refused error={save.error} />
          <div className="row">
            <button type="button" className="btn solid" disabled={save.isPending} onClick={() => send(typed)}>
              {text.save}
            </button>
            <button type="button" className="btn" onClick={close}>
              {text.cancel}
            </button>
          </div>
        </>
      )}
      {minutes.mayEdit && typed === null && (
        <p className="part-acts on-screen-only">
          {part.isEdited && (
            <span className="second">
              {text.edited}
              {'　'}
            </span>
          )}
          <button type="button" className="link" onClick={open}>
            {text.editPart}
          </button>
          {part.isEdited && (
            <>
              {'　'}
              <button type="button" className="link" onClick={() => send('')}>
                {text.derive}
              </button>
            </>
          )}
        </p>
      )}
    </>
  )
}

function Asks({ minutes: { asks } }: { minutes: MinutesView }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  return (
    <Section title={text.asks}>
      {asks.length === 0 && <p className="second">{text.noAsks}</p>}
      {asks.map(({ unit, items }) => (
        <div key={unit.id} className="unit-asks">
          <h4>{unit.name}</h4>
          <ul>
            {items.map(({ rulingId, role, words, dueOn }) => (
              <li key={`${rulingId} ${role}`}>
                <span className="second">{role === 'lead' ? text.asksLead : text.asksSupport}</span>
                {'　'}
                {words}
                {'　'}
                <span className="second nowrap">{formatOnInFull(dueOn, language)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function Comments({ minutes }: { minutes: MinutesView }) {
  const text = useText(meetingsText)
  return (
    <Section title={text.comments}>
      <Answers minutes={minutes} />
      {minutes.comments.length === 0 && <p className="second">{text.noComments}</p>}
      <ul className="comments">
        {minutes.comments.map((comment) => (
          <CommentLine key={comment.id} minutes={minutes} comment={comment} />
        ))}
      </ul>
      {minutes.mayComment && <CommentForm meetingId={minutes.meetingId} mayAgree={minutes.mayAgree} />}
    </Section>
  )
}

/** Who has answered the circulated minutes, and who is silent; for the office and leaders. */
function Answers({ minutes: { answers } }: { minutes: MinutesView }) {
  const text = useText(meetingsText)
  if (answers.length === 0) return null
  return (
    <dl className="minutes-answers">
      {MINUTES_ANSWERS.map((answer) => {
        const units = answers.filter((one) => one.answer === answer)
        return (
          <div key={answer}>
            <dt>
              {text.answers[answer]} <span className="second">{text.units(units.length)}</span>
            </dt>
            <dd>
              <Names names={units.map(({ unit }) => unit.name)} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function CommentForm({ meetingId, mayAgree }: { meetingId: string; mayAgree: boolean }) {
  const text = useText(meetingsText)
  const kept = useKept(`minutesComment.${meetingId}`, KeptWords, NO_WORDS)
  const { words } = kept.value
  const send = useChange(commentOnMinutes)
  const agree = useChange(agreeToMinutes)
  return (
    <div className="stack">
      <LongTextField
        label={text.commentLabel}
        rows={3}
        maxLength={2000}
        value={words}
        onChange={(next) => kept.change({ words: next })}
      />
      <Refused error={send.error ?? agree.error} />
      <div className="row">
        <button
          type="button"
          className="btn solid"
          disabled={words.trim() === '' || send.isPending}
          onClick={() => send.mutate({ params: { meetingId }, body: { words } }, { onSuccess: kept.startAnew })}
        >
          {text.comment}
        </button>
        {mayAgree ? (
          <button
            type="button"
            className="btn"
            disabled={words.trim() !== '' || agree.isPending}
            onClick={() => agree.mutate({ params: { meetingId }, body: {} })}
          >
            {text.agree}
          </button>
        ) : (
          <span className="second">{text.answered}</span>
        )}
      </div>
    </div>
  )
}

type LineProps = { minutes: MinutesView; comment: MinutesView['comments'][number] }

function CommentLine({ minutes, comment }: LineProps) {
  const text = useText(meetingsText)
  const kept = useKept(`minutesAnswer.${comment.id}`, KeptWords, NO_WORDS)
  const { words } = kept.value
  const answer = useChange(answerComment)
  const { meetingId, state, mayComment } = minutes
  const send = (adopted: boolean) =>
    answer.mutate(
      { params: { meetingId, commentId: comment.id }, body: { adopted, words } },
      { onSuccess: kept.forget },
    )
  return (
    <li>
      <p>
        <b>{comment.unit?.name ?? comment.by.name}</b>
        {'　'}
        {comment.words}
      </p>
      {comment.answer && (
        <p className="second">
          {comment.answer.adopted ? text.adopted : text.declined}
          {'　'}
          {comment.answer.words}
        </p>
      )}
      {!comment.answer && !mayComment && state === 'circulated' && (
        <div className="stack">
          <LongTextField
            label={text.answerLabel}
            need="optional"
            rows={2}
            maxLength={1000}
            value={words}
            onChange={(next) => kept.change({ words: next })}
          />
          <Refused error={answer.error} />
          <div className="row">
            <button type="button" className="btn" disabled={answer.isPending} onClick={() => send(true)}>
              {text.adopt}
            </button>
            <button type="button" className="btn" disabled={answer.isPending} onClick={() => send(false)}>
              {text.decline}
            </button>
          </div>
        </div>
      )}
    </li>
  )
}
