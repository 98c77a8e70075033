import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatOn } from '#domain/calendar/calendar.ts'
import { endMeeting, type MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { draftWords, outlineMinutes } from '#domain/meetings/minutes.ts'
import { getMinutes } from '#domain/meetings/minutes.contract.ts'
import { listRulings } from '#domain/meetings/session.contract.ts'
import { ATTENDANCES, writtenDrafts } from '#domain/meetings/session.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useChange, useRead } from '../useEndpoint.ts'
import { meetingsText } from './meetings.text.ts'
import { RulingForm } from './RulingForm.tsx'
import { OutOfSession } from './OutOfSession.tsx'
import { KeptWords, NO_WORDS } from './keptWords.ts'
import { LineState } from './Stage.tsx'
import { Timer } from './Timer.tsx'
import { type InRoom, useRoom } from './useRoom.ts'
import './room.css'
import './recorder.css'

/** Beside the main screen: who speaks, the ruling that is being written, and the minutes as they grow. */
export function RecordPage() {
  const { meetingId } = useParams({ from: '/room/meetings/$meetingId/record' })
  const inRoom = useRoom(meetingId)
  const { meeting, go, toggleTimer } = inRoom
  useKeys({ PageDown: () => go(1), PageUp: () => go(-1), ' ': toggleTimer })
  if (inRoom.error && !meeting) return <ErrorState error={inRoom.error} onRetry={() => location.reload()} />
  if (!meeting || !inRoom.brief) return <Loading lines={14} />
  return (
    <main className="page recorder" id="main">
      <RecordHead inRoom={inRoom} />
      {meeting.mayRecord ? (
        <div className="recorder-columns">
          <AgendaColumn inRoom={inRoom} />
          <div>
            <OnStage inRoom={inRoom} />
            <RulingForm inRoom={inRoom} />
            <Made inRoom={inRoom} />
            <Notes inRoom={inRoom} />
            <AttendanceList inRoom={inRoom} />
          </div>
          <MinutesColumn inRoom={inRoom} meeting={meeting} />
        </div>
      ) : (
        <OutOfSession meeting={meeting} />
      )}
    </main>
  )
}

function RecordHead({ inRoom }: { inRoom: InRoom }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const { meeting, session, go, next } = inRoom
  const end = useChange(endMeeting)
  // What kept the meeting from ending is said until something is done about it.
  const { reset } = end
  const written = writtenDrafts(session).length
  useEffect(reset, [written, reset])
  if (!meeting) return null
  return (
    <header className="title">
      <h1>{text.rec.title}</h1>
      <span className="second">
        <Anchor href={`/meetings/${meeting.id}`} className="link">
          {meetingTitle(meeting.year, meeting.number, language)}
        </Anchor>
        {'　'}
        {text.rec.made(session.madeIds.length)}
      </span>
      <LineState inRoom={inRoom} />
      <span className="actions on-screen-only">
        <Refused error={end.error} />
        <button
          type="button"
          className="btn"
          disabled={!meeting.mayRecord || end.isPending}
          onClick={() => end.mutate({ params: { meetingId: meeting.id }, body: {} })}
        >
          {text.rec.end}
        </button>
        <button type="button" className="btn solid" disabled={!meeting.mayRecord || !next} onClick={() => go(1)}>
          {text.room.next} <kbd>PageDown</kbd>
        </button>
      </span>
    </header>
  )
}

function AgendaColumn({ inRoom: { room, meeting, session, next } }: { inRoom: InRoom }) {
  const { rec, room: words, written } = useText(meetingsText)
  return (
    <nav className="section recorder-agenda" aria-label={rec.agenda}>
      <header>
        <h3>{rec.agenda}</h3>
      </header>
      <ol>
        {meeting?.agenda.map(({ key, title, unit, rulingId, minutes }, index) => {
          const isHere = key === session.calledKey
          const state = isHere
            ? rec.here
            : session.calledKeys.includes(key)
              ? rec.passed
              : key === next?.key
                ? words.next
                : minutes === 0
                  ? written
                  : ''
          return (
            <li key={key} className={isHere ? 'here' : undefined}>
              <button
                type="button"
                aria-current={isHere ? 'step' : undefined}
                onClick={() => room.say({ kind: 'itemCalled', itemKey: key })}
              >
                <span className="place">{minutes === 0 ? '' : index + 1}</span>
                <span className="cut">
                  {rulingId && unit ? `${unit.name}　` : ''}
                  {title}
                </span>
                <span className="second where">{state}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function OnStage({ inRoom }: { inRoom: InRoom }) {
  const { rec } = useText(meetingsText)
  const { called, card, session, toggleTimer } = inRoom
  const isRunning = called !== null && session.clocks[called.key]?.runningSince !== null
  return (
    <div className="on-stage">
      <div>
        <p className="quiet">{rec.onStage}</p>
        <h2>
          {called ? (called.unit?.name ?? called.title) : rec.nobody}
          {'　'}
          <span className="second">{card?.heads.map(({ name }) => name).join(' ')}</span>
        </h2>
      </div>
      <span className="grow" />
      <Timer inRoom={inRoom} />
      {called && (
        <button type="button" className="btn" onClick={toggleTimer}>
          {isRunning ? rec.pause : rec.go} <kbd>Space</kbd>
        </button>
      )}
    </div>
  )
}

function Made({ inRoom: { meeting, session, brief, saving } }: { inRoom: InRoom }) {
  const { rec } = useText(meetingsText)
  const units = useUnitOptions()
  const { language } = useLanguage()
  const meetingId = meeting?.id ?? ''
  const count = session.madeIds.length
  const { data } = useRead(listRulings, { params: { meetingId }, query: { limit: 200 } }, { enabled: count > 0 })
  if (count === 0) return null
  const made = data?.items ?? []
  const onTheirWay = saving.filter(({ id }) => !made.some((one) => one.id === id))
  return (
    <section className="section" aria-label={rec.made(count)}>
      <header>
        <h3>{rec.made(count)}</h3>
      </header>
      <ol className="made-list" reversed>
        {[...onTheirWay].reverse().map(({ id, draft }) => (
          <li key={id}>
            <span className="quiet">…</span>
            <span>
              {draft.sentence} <span className="needed">{rec.onItsWay}</span>
            </span>
            <b>{units.find((unit) => unit.id === draft.leadUnitId)?.label}</b>
            <span className="right">{draft.dueOn && formatOn(draft.dueOn, brief?.year ?? 0, language)}</span>
          </li>
        ))}
        {[...made].reverse().map(({ id, number, sentence, lead, dueOn }) => (
          <li key={id}>
            <span className="quiet">{number}</span>
            <span>{sentence}</span>
            <b>{lead.name}</b>
            <span className="right">{formatOn(dueOn, brief?.year ?? 0, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Notes({ inRoom: { room, meeting, session, called } }: { inRoom: InRoom }) {
  const { rec } = useText(meetingsText)
  const kept = useKept(`note.${meeting?.id ?? ''}`, KeptWords, NO_WORDS)
  const { words } = kept.value
  const add = () => {
    if (words.trim() === '') return
    room.say({ kind: 'noted', itemKey: called?.key ?? null, words: words.trim() })
    kept.startAnew()
  }
  return (
    <section className="section" aria-label={rec.notes}>
      <header>
        <h3>{rec.notes}</h3>
        <span className="note">{rec.notesHint}</span>
      </header>
      <LongTextField
        label={rec.note}
        rows={2}
        maxLength={2000}
        need="optional"
        value={words}
        onChange={(next) => kept.change({ words: next })}
      />
      <button type="button" className="btn" disabled={words.trim() === ''} onClick={add}>
        {rec.addNote}
      </button>
      <ul className="notes">
        {[...session.notes].reverse().map((note) => (
          <li key={note.key}>{note.words}</li>
        ))}
      </ul>
    </section>
  )
}

function AttendanceList({ inRoom: { room, meeting, session } }: { inRoom: InRoom }) {
  const { rec, attendance } = useText(meetingsText)
  return (
    <details className="section attendance-list">
      <summary>{rec.attendance}</summary>
      <ul>
        {meeting?.participants.map(({ id, unit, people, onLeave, standIn }) => {
          const name = [unit?.name, people[0]?.name].filter(Boolean).join('　')
          const expected = standIn !== '' ? 'standIn' : onLeave ? 'leave' : 'present'
          const noted = session.attendance[id]?.as ?? expected
          return (
            <li key={id}>
              <label>
                <span>{name}</span>
                <select
                  value={noted}
                  onChange={({ target }) => {
                    const as = ATTENDANCES.find((one) => one === target.value)
                    if (as)
                      room.say({ kind: 'attended', participantId: id, as, words: as === 'standIn' ? standIn : '' })
                  }}
                >
                  {ATTENDANCES.map((as) => (
                    <option key={as} value={as}>
                      {attendance[as]}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The minutes as a facsimile; they grow with each ruling, and the one that is being written stands at their end. */
function MinutesColumn({ inRoom: { session }, meeting }: { inRoom: InRoom; meeting: MeetingPage }) {
  const { rec } = useText(meetingsText)
  const units = useUnitOptions()
  const { data } = useRead(getMinutes, { params: { meetingId: meeting.id } })
  const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.label ?? ''
  return (
    <aside className="section recorder-minutes" aria-label={rec.minutes}>
      <header>
        <h3>{rec.minutes}</h3>
        <span className="note">GB/T 9704</span>
      </header>
      {data && (
        <div className="facsimile" lang="zh-CN">
          <p className="red-head">{data.organizationName}联席会议纪要</p>
          {outlineMinutes(data.parts).map(({ key, heading, part }) => (
            <div key={key}>
              {heading && <p className="heading">{heading}</p>}
              {part && <p>{part.text}</p>}
            </div>
          ))}
          {writtenDrafts(session).map(({ id, draft }) => (
            <p key={id} className="being-written">
              {draftWords(
                {
                  ...draft,
                  lead: nameOf(draft.leadUnitId),
                  supports: draft.supports.map(({ unitId }) => nameOf(unitId)),
                },
                meeting.heldOn,
              )}
            </p>
          ))}
        </div>
      )}
    </aside>
  )
}
