import { isFrozen } from '#domain/meetings/life.ts'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { BeginButton } from './MeetingSteps.tsx'
import { meetingsText } from './meetings.text.ts'

/** The recorder's desk before the meeting begins, and after it: how to begin, who is expected, what comes first. */
export function OutOfSession({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { id, endedAt, state, agenda } = meeting
  if (endedAt !== null)
    return (
      <div className="out-of-session">
        <h2>{text.room.ended}</h2>
        <Anchor href={`/meetings/${id}?part=minutes`} className="btn solid">
          {text.rec.toMinutes}
        </Anchor>
      </div>
    )
  return (
    <>
      <div className="out-of-session">
        <h2>{text.room.notBegun}</h2>
        <p>{isFrozen(state) ? text.rec.howToBegin : text.rec.toFreeze}</p>
        <BeginButton meeting={meeting} />
      </div>
      <div className="meeting-columns">
        <Expected meeting={meeting} />
        <Section title={text.rec.agenda}>
          <ol className="expected-points">
            {agenda
              .filter(({ minutes }) => minutes > 0)
              .map(({ key, title, unit, rulingId, minutes }) => (
                <li key={key}>
                  <span>
                    {rulingId && unit && <b>{`${unit.name}　`}</b>}
                    {title}
                  </span>
                  <span className="second">
                    {minutes} {text.minutesUnit}
                  </span>
                </li>
              ))}
          </ol>
        </Section>
      </div>
    </>
  )
}

function Expected({ meeting: { participants } }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const isReplaced = ({ standIn }: { standIn: string }) => standIn !== ''
  const onLeave = participants.filter((one) => one.onLeave && !isReplaced(one)).length
  return (
    <Section
      title={text.rec.expected}
      note={text.rec.expectedCounts(participants.length, onLeave, participants.filter(isReplaced).length)}
    >
      <ul className="expected-people">
        {participants.map(({ id, unit, people, onLeave: isAway, standIn }) => (
          <li key={id}>
            {unit && <b>{unit.name}</b>} {people.map(({ name }) => name).join('、')}{' '}
            <span className="second">{standIn !== '' ? `${text.standIn} ${standIn}` : isAway ? text.onLeave : ''}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
