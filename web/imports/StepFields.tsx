import type { Cells } from '#domain/imports/cells.ts'
import { useText } from '#web/text.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { importsText } from './imports.text.ts'

type Steps = Cells['milestones']
type Props = { steps: Steps; today: string; onChange: (steps: Steps) => void }

/** A row's milestones, each with its date. */
export function StepFields({ steps, today, onChange }: Props) {
  const text = useText(importsText)
  const change = (at: number, part: Partial<Steps[number]>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)))
  return (
    <div data-cell="milestones" className="field">
      <span className="label">{text.cells.milestones}</span>
      <div className="step-fields">
        {steps.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps have no names of their own and never change places
          <div key={index} className="step-field">
            <DateField
              label={text.form.stepDate}
              value={step.dueOn}
              today={today}
              onChange={(dueOn) => change(index, { dueOn })}
            />
            <TextField
              label={text.form.step}
              value={step.title}
              maxLength={200}
              onChange={(title) => change(index, { title })}
            />
            <button
              type="button"
              className="link"
              onClick={() => onChange(steps.filter((_, other) => other !== index))}
            >
              {text.form.remove}
            </button>
          </div>
        ))}
        <button type="button" className="btn small" onClick={() => onChange([...steps, { title: '', dueOn: null }])}>
          {text.form.addStep}
        </button>
      </div>
    </div>
  )
}
