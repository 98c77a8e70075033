import { useState } from 'react'
import {
  listWebhooks,
  renewWebhookSecret,
  retireWebhook,
  testWebhook,
  updateWebhook,
  type WebhookView,
} from '#domain/webhooks/webhooks.contract.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { useText } from '#web/text.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { PushLog } from './PushLog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'
import { webhooksText } from './webhooks.text.ts'
import './webhooks.css'

type Asked = { what: 'add' } | { what: 'edit' | 'remove' | 'renew'; webhook: WebhookView }

/** Other systems that are told what happens: which, and how telling them goes. */
export function WebhooksTab() {
  const text = useText(webhooksText)
  const { data, error, refetch } = useRead(listWebhooks, {})
  const [asked, setAsked] = useState<Asked | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <section className="section stack" aria-label={text.title}>
        <header>
          <h2>{text.title}</h2>
          <span className="note">{text.note}</span>
        </header>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Loading lines={3} />}
        {data?.items.length === 0 && <p className="second">{text.none}</p>}
        {data && data.items.length > 0 && (
          <ul className="list">
            {data.items.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onAsk={(what) => setAsked({ what, webhook })} />
            ))}
          </ul>
        )}
        <p>
          <button type="button" className="btn" onClick={() => setAsked({ what: 'add' })}>
            {text.add}
          </button>
        </p>
      </section>
      <PushLog webhooks={data?.items ?? []} />
      {asked?.what === 'add' && <WebhookDialog webhook={null} onClose={close} onSecret={setSecret} />}
      {asked?.what === 'edit' && <WebhookDialog webhook={asked.webhook} onClose={close} onSecret={setSecret} />}
      {asked?.what === 'remove' && <RemoveDialog webhook={asked.webhook} onClose={close} />}
      {asked?.what === 'renew' && <RenewDialog webhook={asked.webhook} onClose={close} onSecret={setSecret} />}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}

type RowProps = { webhook: WebhookView; onAsk: (what: 'edit' | 'remove' | 'renew') => void }

function WebhookRow({ webhook, onAsk }: RowProps) {
  const text = useText(webhooksText)
  const at = useInstant()
  const turn = useChange(updateWebhook)
  const test = useChange(testWebhook)
  const { id, name, url, kinds, state, stateAt, lastDeliveredAt, waitingCount, failedCount } = webhook
  const params = { webhookId: id }
  const counts = text.counts(waitingCount, failedCount)
  return (
    <li className="webhook">
      <div className="row">
        <div className="grow">
          <b>{name}</b> <span className={state === 'paused' ? 'tag warn' : 'tag'}>{text.states[state]}</span>
          <div className="webhook-url second">{url}</div>
          <div className="facts text-13">
            <span>{kinds.map((kind) => text.kinds[kind]).join('　')}</span>
          </div>
          <div className="facts text-13">
            <span>{lastDeliveredAt === null ? text.never : text.last(at(lastDeliveredAt))}</span>
            {counts !== '' && <span>{counts}</span>}
          </div>
        </div>
        <div className="row deeds">
          <button type="button" className="btn small" disabled={test.isPending} onClick={() => test.mutate({ params })}>
            {text.test}
          </button>
          <button
            type="button"
            className="btn small"
            disabled={turn.isPending}
            onClick={() => turn.mutate({ params, body: { state: state === 'on' ? 'off' : 'on' } })}
          >
            {state === 'on' ? text.turnOff : text.turnOn}
          </button>
          <button type="button" className="btn small" onClick={() => onAsk('edit')}>
            {text.edit}
          </button>
          <button type="button" className="btn small" onClick={() => onAsk('renew')}>
            {text.renew}
          </button>
          <button type="button" className="btn small" onClick={() => onAsk('remove')}>
            {text.remove}
          </button>
        </div>
      </div>
      {state === 'paused' && <p className="notice">{text.paused(at(stateAt))}</p>}
      <Refused error={turn.error ?? test.error} />
      <p role="status" className="second">
        {test.isSuccess && text.tested}
      </p>
    </li>
  )
}

type AskedOf = { webhook: WebhookView; onClose: () => void }

function RemoveDialog({ webhook, onClose }: AskedOf) {
  const text = useText(webhooksText)
  const remove = useChange(retireWebhook)
  const send = () => remove.mutate({ params: { webhookId: webhook.id } }, { onSuccess: onClose })
  return (
    <ConfirmDialog
      title={text.removeTitle(webhook.name)}
      note={text.removeNote}
      deed={text.remove}
      asked={remove}
      onDo={send}
      onClose={onClose}
    />
  )
}

function RenewDialog({ webhook, onClose, onSecret }: AskedOf & { onSecret: (secret: string) => void }) {
  const text = useText(webhooksText)
  const renew = useChange(renewWebhookSecret)
  const send = () =>
    renew.mutate(
      { params: { webhookId: webhook.id } },
      {
        onSuccess: ({ secret }) => {
          onClose()
          onSecret(secret)
        },
      },
    )
  return (
    <ConfirmDialog
      title={text.renewTitle(webhook.name)}
      note={text.renewNote}
      deed={text.renew}
      asked={renew}
      onDo={send}
      onClose={onClose}
    />
  )
}
