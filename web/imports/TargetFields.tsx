import { useState } from 'react'
import type { Cells } from '#domain/imports/cells.ts'
import { useText } from '#web/text.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { importsText } from './imports.text.ts'

type Target = Cells['target']
type Props = { target: Target; onChange: (target: Target) => void }

const numberOf = (typed: string): number | null => {
  const value = Number(typed.replaceAll(',', '').trim())
  return typed.trim() === '' || !Number.isFinite(value) ? null : value
}

/** The number to reach, with its unit; both or none. */
export function TargetFields({ target, onChange }: Props) {
  const text = useText(importsText)
  const [typed, setTyped] = useState(target === null ? '' : String(target.value))
  const [measure, setMeasure] = useState(target?.measure ?? '')
  const tell = (value: string, unit: string) => {
    setTyped(value)
    setMeasure(unit)
    const number = numberOf(value)
    onChange(number === null ? null : { value: number, measure: unit.trim() })
  }
  const isWrong = typed.trim() !== '' && numberOf(typed) === null
  return (
    <div data-cell="target" className="field">
      <span className="label">{text.cells.target}</span>
      <div className="target-fields">
        <TextField
          label={text.form.value}
          need="optional"
          inputMode="decimal"
          value={typed}
          error={isWrong ? text.review.needsNumber : undefined}
          onChange={(value) => tell(value, measure)}
        />
        <TextField
          label={text.form.measure}
          need="optional"
          value={measure}
          maxLength={30}
          onChange={(unit) => tell(typed, unit)}
        />
      </div>
    </div>
  )
}
