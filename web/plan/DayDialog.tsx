import { useState } from 'react'
import { setCalendarDay } from '#domain/calendar/calendar.contract.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { type CalendarCell, weekdayOf } from './months.ts'
import { planText } from './plan.text.ts'

/** Makes one day a workday or a holiday; every light and window follows. */
export function DayDialog({ cell, onClose }: { cell: CalendarCell; onClose: () => void }) {
  const text = useText(planText)
  const { weekdays } = useText(kitText)
  const [work, setWork] = useState<'works' | 'rests'>(cell.work ? 'works' : 'rests')
  const [name, setName] = useState(cell.name)
  const set = useChange(setCalendarDay)
  const save = () =>
    set.mutate(
      { params: { on: cell.on }, body: { workday: work === 'works', name: name.trim() } },
      { onSuccess: onClose },
    )
  return (
    <Dialog
      title={text.dayTitle(cell.on, weekdays[weekdayOf(cell.on)] ?? '')}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={set.isPending} onClick={save}>
          {text.save}
        </button>
      }
    >
      <div className="stack">
        <Segmented
          label={text.dayKind}
          value={work}
          segments={[
            { value: 'works', label: text.works },
            { value: 'rests', label: text.rests },
          ]}
          onChange={setWork}
        />
        <TextField
          label={text.dayName}
          need="optional"
          hint={text.dayNameHint}
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <Refused error={set.error} />
      </div>
    </Dialog>
  )
}
