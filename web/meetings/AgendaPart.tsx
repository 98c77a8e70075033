import { questionSentence } from '#domain/meetings/questions.ts'
import { NO_ARRANGEMENT } from '#domain/meetings/agenda.ts'
import {
  type AgendaItemView,
  arrangeMeeting,
  getArrangement,
  type MeetingPage,
} from '#domain/meetings/meetings.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { meetingsText } from './meetings.text.ts'

/** The agenda with its minutes, what could be asked, and who has not reported. */
export function AgendaPart({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { agenda, minutesNeeded, plannedMinutes, unreported, sheetCount, state } = meeting
  const over = minutesNeeded - plannedMinutes
  const note = over > 0 ? text.over(over) : `${text.fits(minutesNeeded, plannedMinutes)}，${text.chairShare}`
  return (
    <div className="meeting-columns">
      <Section title={text.tabs.agenda} note={agenda.length > 0 ? note : undefined}>
        {agenda.length === 0 ? <p className="second">{text.noAgenda}</p> : <AgendaTable meeting={meeting} />}
      </Section>
      <div>
        {state !== 'planned' && sheetCount > 0 && (
          <Section title={text.states.collecting} note={text.unreported(unreported.length, sheetCount)}>
            <p className="unit-names">{unreported.map(({ unit }) => unit.name).join('　')}</p>
          </Section>
        )}
        <Questions meeting={meeting} />
      </div>
    </div>
  )
}

function useArranging(meeting: MeetingPage) {
  const params = { meetingId: meeting.id }
  const { data } = useRead(getArrangement, { params }, { enabled: meeting.mayArrange || meeting.mayRecord })
  const save = useChange(arrangeMeeting)
  const arrangement = data?.arrangement ?? NO_ARRANGEMENT
  const change = (changes: Partial<typeof arrangement>) =>
    save.mutate({
      params,
      body: { version: data?.version ?? meeting.version, arrangement: { ...arrangement, ...changes } },
    })
  const move = (key: string, by: -1 | 1) => {
    const keys = meeting.agenda.map((item) => item.key)
    const at = keys.indexOf(key)
    const to = at + by
    if (to < 0 || to >= keys.length) return
    keys.splice(at, 1)
    keys.splice(to, 0, key)
    change({ order: keys })
  }
  return { save, arrangement, change, move, mayChange: data !== undefined }
}

function AgendaTable({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { save, arrangement, change, move, mayChange } = useArranging(meeting)
  const isChanged = arrangement.order.length > 0 || Object.keys(arrangement.minutes).length > 0
  return (
    <>
      <Refused error={save.error} />
      <table className="table agenda-table">
        <thead>
          <tr>
            <th className="right place">{text.agendaOf.order}</th>
            <th>{text.agendaOf.what}</th>
            <th className="kind">{text.agendaOf.section}</th>
            <th className="right time">{text.agendaOf.minutes}</th>
            {mayChange && <th className="moves on-screen-only" aria-label={text.agendaOf.order} />}
          </tr>
        </thead>
        <tbody>
          {meeting.agenda.map((item, index) => (
            <tr key={item.key} className={item.minutes === 0 ? 'in-writing' : undefined}>
              <td className="right">{index + 1}</td>
              <td>
                {item.rulingId && (
                  <b>
                    {item.unit?.name}
                    {'　'}
                  </b>
                )}
                {item.title}
              </td>
              <td className="second">{text.sections[item.section]}</td>
              <td className="right">
                {mayChange ? (
                  <MinutesField
                    item={item}
                    onSet={(minutes) => change({ minutes: { ...arrangement.minutes, [item.key]: minutes } })}
                  />
                ) : item.minutes === 0 ? (
                  text.written
                ) : (
                  item.minutes
                )}
              </td>
              {mayChange && (
                <td className="nowrap on-screen-only">
                  <button
                    type="button"
                    className="btn small"
                    disabled={index === 0 || save.isPending}
                    aria-label={`${text.up}：${item.title}`}
                    onClick={() => move(item.key, -1)}
                  >
                    ↑
                  </button>{' '}
                  <button
                    type="button"
                    className="btn small"
                    disabled={index === meeting.agenda.length - 1 || save.isPending}
                    aria-label={`${text.down}：${item.title}`}
                    onClick={() => move(item.key, 1)}
                  >
                    ↓
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && isChanged && (
        <button type="button" className="btn" onClick={() => change({ order: [], minutes: {} })}>
          {text.back}
        </button>
      )}
    </>
  )
}

/** Set when the field is left, so that a number is not saved digit by digit. */
function MinutesField({ item, onSet }: { item: AgendaItemView; onSet: (minutes: number) => void }) {
  const text = useText(meetingsText)
  return (
    <input
      key={item.minutes}
      className="minutes-field"
      inputMode="numeric"
      maxLength={3}
      defaultValue={item.minutes}
      aria-label={text.minutesOf(item.title)}
      onBlur={({ target }) => {
        const minutes = Math.min(240, Math.max(0, Math.round(Number(target.value))))
        if (Number.isFinite(minutes) && minutes !== item.minutes) onSet(minutes)
      }}
    />
  )
}

function Questions({ meeting: { questions, mayArrange, steps } }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  if (questions.length === 0 && !mayArrange && steps.length === 0) return null
  return (
    <Section title={text.questions} note={text.questionsNote}>
      {questions.length === 0 && <p className="second">{text.noQuestions}</p>}
      <ul className="questions">
        {questions.map((question, index) => (
          <li key={index}>{questionSentence(question, language)}</li>
        ))}
      </ul>
    </Section>
  )
}
