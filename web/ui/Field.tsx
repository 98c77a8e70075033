import { type ReactNode, useId } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

/** What a control must carry so that its label, hint and error are read with it. */
export type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export type FieldFacts = {
  label: string
  hint?: string | undefined
  /** Says what to do, not what went wrong: 请定日期，才能保存议定。 */
  error?: string | undefined
  /** `optional` is said in words; required is the normal case. */
  need?: 'required' | 'optional'
  /** The control's id, where the control must know it before; the label's is `…-label`. */
  id?: string | undefined
}

/** A label, one control, and below it what to know or to do. */
export function Field({
  label,
  hint,
  error,
  need = 'required',
  id: given,
  children,
}: FieldFacts & { children: (control: ControlProps) => ReactNode }) {
  const own = useId()
  const id = given ?? own
  const { optional } = useText(kitText)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field missing' : 'field'}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
        {need === 'optional' && optional}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
