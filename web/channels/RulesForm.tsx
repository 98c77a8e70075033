import { type FormEvent, useState } from 'react'
import { type ChannelName, CHANNELS } from '#domain/channels/channel.ts'
import { getDeliveryRules, setDeliveryRules } from '#domain/channels/channels.contract.ts'
import type { DeliveryRules } from '#domain/channels/rules.ts'
import { useText } from '#web/text.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { channelsText } from './channels.text.ts'
import { isTime, TimeField } from './TimeField.tsx'

/** What the office allows, to read and to set. */
export function RulesForm() {
  const text = useText(channelsText)
  const { data, error, refetch } = useRead(getDeliveryRules, {})
  const save = useChange(setDeliveryRules)
  return (
    <section className="section stack" aria-label={text.rules}>
      <header>
        <h2>{text.rules}</h2>
      </header>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading lines={3} />}
      <Refused error={save.error} />
      {data && (
        <Rules
          key={JSON.stringify(data.rules)}
          {...data}
          isSaving={save.isPending}
          onSave={(body) => save.mutate({ body })}
        />
      )}
      <p role="status" className="second">
        {save.isSuccess && text.saved}
      </p>
    </section>
  )
}

type Times = Pick<DeliveryRules, 'digestAt' | 'quietFrom' | 'quietTo'>
const TIMES = ['digestAt', 'quietFrom', 'quietTo'] as const satisfies readonly (keyof Times)[]

type RulesProps = {
  rules: DeliveryRules
  configured: readonly ChannelName[]
  isSaving: boolean
  onSave: (rules: DeliveryRules) => void
}

function Rules({ rules, configured, isSaving, onSave }: RulesProps) {
  const text = useText(channelsText)
  const [said, setSaid] = useState(rules)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (TIMES.every((time) => isTime(said[time]))) onSave(said)
  }
  const toggle = (channel: ChannelName) =>
    setSaid({ ...said, allowed: CHANNELS.filter((one) => said.allowed.includes(one) !== (one === channel)) })
  return (
    <form className="form" onSubmit={submit} noValidate>
      <fieldset className="checks">
        <legend className="quiet">{text.allowed}</legend>
        {CHANNELS.map((channel) => (
          <div key={channel}>
            <label className="check">
              <input type="checkbox" checked={said.allowed.includes(channel)} onChange={() => toggle(channel)} />
              {text.channels[channel]}
              {!configured.includes(channel) && <span className="second">{text.notConfigured}</span>}
            </label>
          </div>
        ))}
      </fieldset>
      <div className="field-row">
        {TIMES.map((time) => (
          <TimeField
            key={time}
            label={text[time]}
            value={said[time]}
            onChange={(value) => setSaid({ ...said, [time]: value })}
          />
        ))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={said.workdaysOnly}
          onChange={(event) => setSaid({ ...said, workdaysOnly: event.target.checked })}
        />
        {text.workdaysOnly}
      </label>
      <p>
        <button type="submit" className="btn solid" disabled={isSaving}>
          {text.save}
        </button>
      </p>
    </form>
  )
}
