import { useState } from 'react'
import { type MeetingPage, type ParticipantView, updateMeeting } from '#domain/meetings/meetings.contract.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useText } from '../text.tsx'
import { MultiCombobox } from '../ui/MultiCombobox.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { useChange } from '../useEndpoint.ts'
import { meetingsText } from './meetings.text.ts'

type Input = {
  part: 'member' | 'observer'
  unitId: string | null
  personId: string | null
  onLeave: boolean
  leaveReason: string
  standIn: string
}

const inputOf = ({ part, unit, people, onLeave, leaveReason, standIn }: ParticipantView): Input => ({
  part,
  unitId: unit?.id ?? null,
  personId: unit ? null : (people[0]?.id ?? null),
  onLeave,
  leaveReason,
  standIn,
})
const asPart = (part: 'member' | 'observer', unitId: string): Input => ({
  part,
  unitId,
  personId: null,
  onLeave: false,
  leaveReason: '',
  standIn: '',
})

/** Who takes part, who observes, who is on leave; units by their head's post. */
export function PeoplePart({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const save = useChange(updateMeeting)
  const change = (participants: Input[]) =>
    save.mutate({ params: { meetingId: meeting.id }, body: { version: meeting.version, changes: { participants } } })
  return (
    <Section title={text.tabs.people} note={text.peopleNote}>
      <Refused error={save.error} />
      {meeting.mayArrange && <Units meeting={meeting} onChange={change} />}
      <ul className="people-list">
        {meeting.participants.map((one) => (
          <Person key={one.id} one={one} meeting={meeting} onChange={change} />
        ))}
      </ul>
    </Section>
  )
}

type PartProps = { meeting: MeetingPage; onChange: (participants: Input[]) => void }

function Units({ meeting, onChange }: PartProps) {
  const text = useText(meetingsText)
  const units = useUnitOptions()
  const inputs = meeting.participants.map(inputOf)
  const chosen = (part: Input['part']) => inputs.flatMap((one) => (one.part === part && one.unitId ? [one.unitId] : []))
  const set = (part: Input['part'], ids: readonly string[]) =>
    onChange([
      ...inputs.filter((one) => one.unitId === null || (one.part !== part && !ids.includes(one.unitId))),
      ...ids.map((id) => inputs.find((one) => one.unitId === id && one.part === part) ?? asPart(part, id)),
    ])
  return (
    <div className="stack on-screen-only">
      <MultiCombobox
        label={text.member}
        options={units}
        values={chosen('member')}
        onChange={(ids) => set('member', ids)}
      />
      <MultiCombobox
        label={text.observer}
        need="optional"
        options={units}
        values={chosen('observer')}
        onChange={(ids) => set('observer', ids)}
      />
    </div>
  )
}

function Person({ one, meeting, onChange }: PartProps & { one: ParticipantView }) {
  const text = useText(meetingsText)
  const [standIn, setStandIn] = useState(one.standIn)
  const set = (changes: Partial<Input>) =>
    onChange(meeting.participants.map((other) => ({ ...inputOf(other), ...(other.id === one.id && changes) })))
  const names = one.people.map(({ name, title }) => [name, one.unit ? '' : title].filter(Boolean).join(' ')).join('、')
  return (
    <li>
      <span>
        <b>{one.unit?.name}</b>
        {'　'}
        {names}
        {one.part === 'observer' && (
          <span className="second">
            {'　'}
            {text.observer}
          </span>
        )}
      </span>
      {meeting.mayArrange ? (
        <span className="row">
          <label className="check">
            <input type="checkbox" checked={one.onLeave} onChange={({ target }) => set({ onLeave: target.checked })} />
            {text.onLeave}
          </label>
          <label className="stand-in">
            {text.standIn}
            <input
              className="input"
              aria-label={`${text.standIn}：${one.unit?.name ?? names}`}
              value={standIn}
              maxLength={60}
              onChange={({ target }) => setStandIn(target.value)}
              onBlur={() => standIn !== one.standIn && set({ standIn })}
            />
          </label>
        </span>
      ) : (
        <span className="second">
          {one.onLeave && text.onLeave} {one.standIn}
        </span>
      )}
    </li>
  )
}
