import { useText } from '../text.tsx'
import { Field, type FieldFacts } from '../ui/Field.tsx'
import { formText } from './form.text.ts'

/** What a field says that cannot change now. */
export function FixedField({ label, value, why }: { label: string; value: string; why: string }) {
  return (
    <div className="field">
      <span className="label">{label}</span>
      <span className="fixed">{value || '–'}</span>
      <p className="hint">{why}</p>
    </div>
  )
}

type Choice = { id: string; label: string }
type ChoiceProps = FieldFacts & {
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string) => void
}

/** One of a few, as the browser's own list. */
export function ChoiceField({ choices, value, onChange, ...field }: ChoiceProps) {
  const text = useText(formText)
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
          {value === null && (
            <option value="" disabled>
              {text.choose}
            </option>
          )}
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** The kind that has this name. */
export const pick = <Kind extends string>(kinds: readonly Kind[], id: string): Kind | undefined =>
  kinds.find((kind) => kind === id)
