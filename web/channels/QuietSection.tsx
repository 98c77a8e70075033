import { type FormEvent, useState } from 'react'
import { listOwnChannels, setOwnQuiet } from '#domain/channels/channels.contract.ts'
import type { OwnQuiet } from '#domain/channels/rules.ts'
import { useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { channelsText } from './channels.text.ts'
import { isTime, TimeField } from './TimeField.tsx'

const NONE: OwnQuiet = { quietFrom: '00:00', quietTo: '00:00', workdaysOnly: false }
const TIMES = ['quietFrom', 'quietTo'] as const

/** One's own quiet hours beside the office's. */
export function QuietSection() {
  const text = useText(channelsText)
  const { data } = useRead(listOwnChannels, {})
  const save = useChange(setOwnQuiet)
  if (!data || data.items.every(({ open }) => !open)) return null
  const { rules, own } = data
  return (
    <section className="section stack" aria-label={text.quiet}>
      <header>
        <h2>{text.quiet}</h2>
        <span className="note">{text.quietNote(rules.quietFrom, rules.quietTo)}</span>
      </header>
      <Refused error={save.error} />
      <Quiet
        key={JSON.stringify(own)}
        own={own ?? NONE}
        asksDays={!rules.workdaysOnly}
        isSaving={save.isPending}
        onSave={(body) => save.mutate({ body })}
      />
      <p role="status" className="second">
        {save.isSuccess && text.saved}
      </p>
    </section>
  )
}

type Props = {
  own: OwnQuiet
  /** Where the office keeps to working days, there is nothing to ask. */
  asksDays: boolean
  isSaving: boolean
  onSave: (own: OwnQuiet) => void
}

function Quiet({ own, asksDays, isSaving, onSave }: Props) {
  const text = useText(channelsText)
  const [said, setSaid] = useState(own)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (TIMES.every((time) => isTime(said[time]))) onSave(said)
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="quiet-times">
        {TIMES.map((time) => (
          <TimeField
            key={time}
            label={text[time]}
            hint={time === 'quietTo' ? text.quietOff : text.timeHint}
            value={said[time]}
            onChange={(value) => setSaid({ ...said, [time]: value })}
          />
        ))}
      </div>
      {asksDays && (
        <label className="check">
          <input
            type="checkbox"
            checked={said.workdaysOnly}
            onChange={(event) => setSaid({ ...said, workdaysOnly: event.target.checked })}
          />
          {text.quietWorkdays}
        </label>
      )}
      <p>
        <button type="submit" className="btn" disabled={isSaving}>
          {text.save}
        </button>
      </p>
    </form>
  )
}
