import { type FormEvent, useState } from 'react'
import { isRobot } from '#domain/channels/channel.ts'
import { chooseChannel, dropChannel, listOwnChannels, type OwnChannelView } from '#domain/channels/channels.contract.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { channelsText } from './channels.text.ts'

const FORM = 'choose-channel'

/** How one is reached outside the inbox: each open channel, and those still held that were closed since. */
export function ChannelsSection() {
  const text = useText(channelsText)
  const { data, error, refetch } = useRead(listOwnChannels, {})
  const [chosen, setChosen] = useState<OwnChannelView | null>(null)
  const shown = data?.items.filter(({ open, shown }) => open || shown !== null)
  return (
    <section className="section stack" aria-label={text.title}>
      <header>
        <h2>{text.title}</h2>
        {data && <span className="note">{text.note(data.rules.digestAt, data.rules.workdaysOnly)}</span>}
      </header>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !shown && <Loading lines={2} />}
      {shown?.length === 0 && <p className="second">{text.none}</p>}
      {shown && shown.length > 0 && <Channels channels={shown} onChoose={setChosen} />}
      {chosen && <ChooseDialog channel={chosen.channel} onClose={() => setChosen(null)} />}
    </section>
  )
}

type ListProps = { channels: readonly OwnChannelView[]; onChoose: (channel: OwnChannelView) => void }

function Channels({ channels, onChoose }: ListProps) {
  const text = useText(channelsText)
  const drop = useChange(dropChannel)
  return (
    <>
      <Refused error={drop.error} />
      <ul className="list">
        {channels.map((one) => (
          <li key={one.channel} className="row">
            <div className="grow">
              <b>{text.channels[one.channel]}</b> {!one.open && <span className="tag">{text.closed}</span>}
              <div className="facts text-13">
                <span>{one.shown ?? text.off}</span>
              </div>
            </div>
            {one.open && (
              <button type="button" className="btn small" onClick={() => onChoose(one)}>
                {one.shown === null ? text.choose : text.change}
              </button>
            )}
            {one.shown !== null && (
              <button
                type="button"
                className="btn small"
                disabled={drop.isPending}
                onClick={() => drop.mutate({ params: { channel: one.channel } })}
              >
                {text.drop}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function ChooseDialog({ channel, onClose }: { channel: OwnChannelView['channel']; onClose: () => void }) {
  const text = useText(channelsText)
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState('')
  const [tried, setTried] = useState(false)
  const choose = useChange(chooseChannel)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!address.trim()) return
    const body = { address: address.trim(), secret: secret.trim() || null }
    choose.mutate({ params: { channel }, body }, { onSuccess: onClose })
  }
  const foot = (
    <FormFoot form={FORM} cancel={text.cancel} deed={text.save} isDisabled={choose.isPending} onCancel={onClose} />
  )
  return (
    <Dialog title={text.chooseTitle(text.channels[channel])} onClose={onClose} foot={foot}>
      <form id={FORM} className="form" onSubmit={submit} noValidate>
        <Refused error={choose.error} />
        {isRobot(channel) && <p>{text.robotNote}</p>}
        <TextField
          label={text.addresses[channel]}
          value={address}
          onChange={setAddress}
          maxLength={500}
          autoComplete={channel === 'email' ? 'email' : channel === 'sms' ? 'tel' : 'off'}
          inputMode={channel === 'sms' ? 'tel' : undefined}
          error={tried && !address.trim() ? text.missing : undefined}
        />
        {(channel === 'dingTalk' || channel === 'feishu') && (
          <TextField
            label={text.secret}
            hint={text.secretHint}
            type="password"
            autoComplete="new-password"
            value={secret}
            onChange={setSecret}
            maxLength={200}
          />
        )}
      </form>
    </Dialog>
  )
}
