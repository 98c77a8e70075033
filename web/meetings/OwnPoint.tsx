import { useState } from 'react'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { TextField } from '../ui/TextField.tsx'
import { readMinutes } from './AgendaTable.tsx'
import { meetingsText } from './meetings.text.ts'
import type { Arranging } from './useArranging.ts'

const USUAL_MINUTES = '5'

/** A point of the office's own: what, by whom if it is a unit's, and how long. */
export function OwnPoint({ meeting, arranging }: { meeting: MeetingPage; arranging: Arranging }) {
  const text = useText(meetingsText)
  const [title, setTitle] = useState('')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const whole = readMinutes(minutes)
  const units = meeting.participants.flatMap(({ unit }) => (unit ? [{ id: unit.id, label: unit.name, keys: [] }] : []))
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    if (title.trim() === '' || whole === null) return
    arranging.add({ title: title.trim(), unitId, minutes: whole })
    setTitle('')
    setUnitId(null)
    setMinutes(USUAL_MINUTES)
  }
  return (
    <form className="own-point on-screen-only" aria-label={text.ownPoint} onSubmit={add}>
      <TextField label={text.ownTitle} value={title} maxLength={200} onChange={setTitle} />
      <Combobox label={text.ownUnit} need="optional" options={units} value={unitId} onChange={setUnitId} />
      <TextField
        label={text.minutes}
        value={minutes}
        maxLength={3}
        error={whole === null ? text.minutesUnread : undefined}
        onChange={setMinutes}
      />
      <button type="submit" className="btn" disabled={title.trim() === '' || whole === null}>
        {text.addPoint}
      </button>
    </form>
  )
}
