import { useSession } from '../shell/session.tsx'
import { kitText } from '../text/kit.text.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { newSupport, type SupportForm } from './form.ts'
import { formText } from './form.text.ts'
import { Section } from '../ui/Section.tsx'
import type { PartProps } from './TaskForm.tsx'
import { useUnitOptions } from '../org/useUnitOptions.ts'

const MOST = 60

/** The supporting units, each with a deliverable and a date of its own. */
export function SupportsPart({ form, onChange, problems }: PartProps) {
  const text = useText(formText)
  const { supports } = form
  const set = (key: string, changes: Partial<SupportForm>) =>
    onChange({ supports: supports.map((row) => (row.key === key ? { ...row, ...changes } : row)) })
  return (
    <Section title={text.sections.supports}>
      <ol className="form-rows">
        {supports.map((row, index) => (
          <SupportRow
            key={row.key}
            row={row}
            number={index + 1}
            isPointedAt={problems.includes('supportUnit') && row.unitId === null}
            onChange={(changes) => set(row.key, changes)}
            onRemove={() => onChange({ supports: supports.filter(({ key }) => key !== row.key) })}
          />
        ))}
      </ol>
      {supports.length < MOST && (
        <button type="button" className="btn small" onClick={() => onChange({ supports: [...supports, newSupport()] })}>
          {text.addSupport}
        </button>
      )}
    </Section>
  )
}

type RowProps = {
  row: SupportForm
  number: number
  isPointedAt: boolean
  onChange: (changes: Partial<SupportForm>) => void
  onRemove: () => void
}

function SupportRow({ row, number, isPointedAt, onChange, onRemove }: RowProps) {
  const { row: words } = useText(kitText)
  const text = useText(formText)
  const { today } = useSession()
  const units = useUnitOptions()
  return (
    <li className="form-row support" aria-label={text.support(number)}>
      <Combobox
        label={text.supportUnit}
        options={units}
        value={row.unitId}
        error={isPointedAt ? text.problems.supportUnit : undefined}
        onChange={(unitId) => onChange({ unitId })}
      />
      <TextField
        label={text.deliverable}
        need="optional"
        value={row.deliverable}
        maxLength={300}
        onChange={(deliverable) => onChange({ deliverable })}
      />
      <DateField
        label={text.supportDue}
        need="optional"
        value={row.dueOn}
        today={today}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      <button type="button" className="btn small bare" aria-label={text.removeSupport(number)} onClick={onRemove}>
        {words.remove}
      </button>
    </li>
  )
}
