import { useState, type KeyboardEvent } from 'react'
import { authText } from '#web/text/auth.text.ts'
import { useText } from '#web/text.tsx'
import { Field, type FieldFacts } from '#web/ui/Field.tsx'

type Props = FieldFacts & {
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at, and says when Caps Lock is on. */
export function PasswordField({ value, onChange, autoComplete, ...field }: Props) {
  const text = useText(authText)
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <Field {...field} hint={caps ? text.capsLock : field.hint}>
      {(control) => (
        <div className="with-button">
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            value={value}
            maxLength={200}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            onKeyUp={watch}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className="btn small bare"
            aria-pressed={shown}
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? text.hide : text.show}
          </button>
        </div>
      )}
    </Field>
  )
}
