import type { HTMLInputAutoCompleteAttribute } from 'react'
import { Field, type FieldFacts } from './Field.tsx'

type Props = FieldFacts & {
  value: string
  onChange: (value: string) => void
  maxLength?: number | undefined
}

type LineProps = Props & {
  type?: 'text' | 'search' | 'password' | 'number'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined
}

/** One line of text with its label. */
export function TextField({
  value,
  onChange,
  maxLength,
  type = 'text',
  autoComplete = 'off',
  inputMode,
  ...field
}: LineProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value}
          maxLength={maxLength}
          autoComplete={autoComplete}
          inputMode={inputMode}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines of text with their label. */
export function LongTextField({ value, onChange, maxLength, rows = 3, ...field }: Props & { rows?: number }) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          value={value}
          rows={rows}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
