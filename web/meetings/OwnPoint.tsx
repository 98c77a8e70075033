import { z } from 'zod'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { TextField } from '../ui/TextField.tsx'
import { readMinutes } from './AgendaTable.tsx'
import { meetingsText } from './meetings.text.ts'
import type { Arranging } from './useArranging.ts'

const Draft = z.object({ title: z.string(), unitId: z.string().nullable(), minutes: z.string() })
const EMPTY: z.infer<typeof Draft> = { title: '', unitId: null, minutes: '5' }

/** A point of the office's own: what, by whom if it is a unit's, and how long. */
export function OwnPoint({ meeting, arranging }: { meeting: MeetingPage; arranging: Arranging }) {
  const text = useText(meetingsText)
  const kept = useKept(`ownPoint.${meeting.id}`, Draft, EMPTY)
  const { title, unitId, minutes } = kept.value
  const whole = readMinutes(minutes)
  const units = meeting.participants.flatMap(({ unit }) => (unit ? [{ id: unit.id, label: unit.name, keys: [] }] : []))
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    if (title.trim() === '' || whole === null) return
    arranging.add({ title: title.trim(), unitId, minutes: whole })
    kept.startAnew()
  }
  return (
    <form className="own-point on-screen-only" aria-label={text.ownPoint} onSubmit={add}>
      <TextField
        label={text.ownTitle}
        value={title}
        maxLength={200}
        onChange={(next) => kept.change({ title: next })}
      />
      <Combobox
        label={text.ownUnit}
        need="optional"
        options={units}
        value={unitId}
        onChange={(next) => kept.change({ unitId: next })}
      />
      <TextField
        label={text.minutes}
        value={minutes}
        maxLength={3}
        error={whole === null ? text.minutesUnread : undefined}
        onChange={(next) => kept.change({ minutes: next })}
      />
      <button type="submit" className="btn" disabled={title.trim() === '' || whole === null}>
        {text.addPoint}
      </button>
    </form>
  )
}
