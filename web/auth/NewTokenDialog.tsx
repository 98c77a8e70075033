import { useState, type FormEvent } from 'react'
import { createToken } from '#domain/auth/auth.contract.ts'
import { tokenExpiryRange } from '#domain/auth/token.ts'
import { addDays } from '#domain/calendar/calendar.ts'
import { useSession } from '#web/shell/session.tsx'
import { authText } from '#web/text/auth.text.ts'
import { useText } from '#web/text.tsx'
import { CopyOnce } from '#web/ui/CopyOnce.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useEndpoint.ts'

const SUGGESTED_DAYS = 90
const FORM = 'new-token'

/** Names a token and its last day, then shows the secret this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { tokens: text, cancel } = useText(authText)
  const create = useChange(createToken)
  const foot = create.data ? (
    <button type="button" className="btn solid" onClick={onClose}>
      {text.done}
    </button>
  ) : (
    <FormFoot form={FORM} cancel={cancel} deed={text.create} isDisabled={create.isPending} onCancel={onClose} />
  )
  return (
    <Dialog title={create.data ? text.made : text.createTitle} onClose={onClose} foot={foot}>
      {create.data ? (
        <div className="form">
          <p>{text.madeNote}</p>
          <CopyOnce label={text.secret} secret={create.data.secret} />
        </div>
      ) : (
        <TokenForm error={create.error} onSubmit={(body) => create.mutate({ body })} />
      )}
    </Dialog>
  )
}

type Wanted = { name: string; expiresOn: string }

function TokenForm({ error, onSubmit }: { error: Error | null; onSubmit: (wanted: Wanted) => void }) {
  const { tokens: text } = useText(authText)
  const { today } = useSession()
  const [name, setName] = useState('')
  const [expiresOn, setExpiresOn] = useState<string | null>(addDays(today, SUGGESTED_DAYS))
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && expiresOn) onSubmit({ name: name.trim(), expiresOn })
  }
  return (
    <form id={FORM} className="form" onSubmit={submit} noValidate>
      <Refused error={error} />
      <TextField
        label={text.name}
        value={name}
        onChange={setName}
        maxLength={60}
        hint={text.nameHint}
        error={tried && !name.trim() ? text.nameMissing : undefined}
      />
      <DateField
        label={text.expiresOn}
        value={expiresOn}
        onChange={setExpiresOn}
        today={today}
        hint={text.expiresHint(tokenExpiryRange(today).latest)}
        error={tried && !expiresOn ? text.expiresMissing : undefined}
      />
    </form>
  )
}
