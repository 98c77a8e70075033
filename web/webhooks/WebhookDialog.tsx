import { type FormEvent, useState } from 'react'
import { PUSH_KINDS, type PushKind } from '#domain/webhooks/events.ts'
import { createWebhook, updateWebhook, type WebhookView } from '#domain/webhooks/webhooks.contract.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { webhooksText } from './webhooks.text.ts'

const FORM = 'webhook'

type Props = {
  /** The one that is changed; null for a new one. */
  webhook: WebhookView | null
  onClose: () => void
  onSecret: (secret: string) => void
}

/** Name, address and kinds of a webhook. */
export function WebhookDialog({ webhook, onClose, onSecret }: Props) {
  const text = useText(webhooksText)
  const [name, setName] = useState(webhook?.name ?? '')
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [kinds, setKinds] = useState<readonly PushKind[]>(webhook?.kinds ?? ['task'])
  const [tried, setTried] = useState(false)
  const create = useChange(createWebhook)
  const update = useChange(updateWebhook)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim() || !url.trim() || kinds.length === 0) return
    const body = { name: name.trim(), url: url.trim(), kinds: [...kinds] }
    if (webhook) update.mutate({ params: { webhookId: webhook.id }, body }, { onSuccess: onClose })
    else
      create.mutate(
        { body },
        {
          onSuccess: ({ secret }) => {
            onClose()
            onSecret(secret)
          },
        },
      )
  }
  const toggle = (kind: PushKind) => setKinds(PUSH_KINDS.filter((one) => kinds.includes(one) !== (one === kind)))
  const foot = (
    <FormFoot
      form={FORM}
      cancel={text.cancel}
      deed={webhook ? text.save : text.add}
      isDisabled={create.isPending || update.isPending}
      onCancel={onClose}
    />
  )
  return (
    <Dialog title={webhook ? webhook.name : text.add} onClose={onClose} foot={foot}>
      <form id={FORM} className="form" onSubmit={submit} noValidate>
        <Refused error={create.error ?? update.error} />
        <TextField
          label={text.name}
          hint={text.nameHint}
          value={name}
          onChange={setName}
          maxLength={60}
          error={tried && !name.trim() ? text.missing : undefined}
        />
        <TextField
          label={text.url}
          hint={text.urlHint}
          value={url}
          onChange={setUrl}
          maxLength={500}
          autoComplete="off"
          error={tried && !url.trim() ? text.missing : undefined}
        />
        <fieldset className="checks">
          <legend className="quiet">{text.which}</legend>
          {PUSH_KINDS.map((kind) => (
            <div key={kind}>
              <label className="check">
                <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
                {text.kinds[kind]}
              </label>
            </div>
          ))}
          {tried && kinds.length === 0 && (
            <p className="error" role="alert">
              {text.missingKinds}
            </p>
          )}
        </fieldset>
      </form>
    </Dialog>
  )
}
