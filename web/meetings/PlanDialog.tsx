import { useState } from 'react'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { createMeeting, updateMeeting } from '#domain/meetings/meetings.contract.ts'
import { useLeaders } from '../org/useLeaders.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { meetingsText } from './meetings.text.ts'

/** Minutes that a meeting is planned for, as the contract has it. */
const SHORTEST = 10
const LONGEST = 600
const NEW = { startsAt: '14:30', plannedMinutes: 150, place: '' }

/** When, where and who presides: for a new meeting, or for one that is not yet held. */
export function PlanDialog({
  meeting,
  onClose,
  onMade,
}: {
  meeting?: MeetingPage
  onClose: () => void
  onMade?: (id: string) => void
}) {
  const text = useText(meetingsText)
  const { today } = useSession()
  const [heldOn, setHeldOn] = useState<string | null>(meeting?.heldOn ?? null)
  const [startsAt, setStartsAt] = useState(meeting?.startsAt ?? NEW.startsAt)
  const [minutes, setMinutes] = useState(String(meeting?.plannedMinutes ?? NEW.plannedMinutes))
  const [place, setPlace] = useState(meeting?.place ?? NEW.place)
  const [chairId, setChairId] = useState(meeting?.chair?.id ?? null)
  const chairs = useLeaders()
  const create = useChange(createMeeting)
  const update = useChange(updateMeeting)
  const time = readTime(startsAt)
  const length = readLength(minutes)
  const save = () => {
    if (heldOn === null || time === null || length === null) return
    const said = { heldOn, startsAt: time, plannedMinutes: length, place: place.trim(), chairId }
    if (meeting)
      update.mutate(
        { params: { meetingId: meeting.id }, body: { version: meeting.version, changes: said } },
        { onSuccess: onClose },
      )
    else create.mutate({ body: said }, { onSuccess: ({ id }) => onMade?.(id) })
  }
  const isBusy = create.isPending || update.isPending
  return (
    <Dialog
      title={meeting ? text.edit : text.plan}
      onClose={onClose}
      foot={
        <button
          type="button"
          className="btn solid"
          disabled={heldOn === null || time === null || length === null || isBusy}
          onClick={save}
        >
          {text.save}
        </button>
      }
    >
      <div className="stack">
        {!meeting && <p className="second">{text.planHint}</p>}
        <DateField label={text.heldOn} value={heldOn} onChange={setHeldOn} today={today} />
        <div className="two">
          <TextField
            label={text.startsAt}
            hint={text.startsAtHint}
            error={time === null ? text.startsAtUnread : undefined}
            value={startsAt}
            onChange={setStartsAt}
            maxLength={5}
          />
          <TextField
            label={text.minutes}
            inputMode="numeric"
            error={length === null ? text.lengthUnread : undefined}
            value={minutes}
            onChange={setMinutes}
            maxLength={3}
          />
        </div>
        <TextField label={text.place} need="optional" value={place} onChange={setPlace} maxLength={100} />
        <Combobox label={text.chair} options={chairs} value={chairId} onChange={setChairId} />
        <Refused error={create.error ?? update.error} />
      </div>
    </Dialog>
  )
}

/** A time of day as people write it (`9:30`, `9：30`), as `09:30`; null where it is none. */
function readTime(words: string): string | null {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[:：.](\d{2})\s*$/.exec(words) ?? []
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** Whole minutes that a meeting can be planned for; null where they are none. */
function readLength(words: string): number | null {
  const minutes = Number(words)
  return Number.isInteger(minutes) && minutes >= SHORTEST && minutes <= LONGEST ? minutes : null
}
