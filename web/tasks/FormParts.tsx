import { labelFor } from '#domain/glossary.ts'
import { SOURCE_KINDS } from '#domain/tasks/task.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Section } from '../ui/Section.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { formText } from './form.text.ts'
import { ChoiceField, FixedField, pick } from './FormFields.tsx'
import { PersonField } from './PersonField.tsx'
import type { PartProps } from './TaskForm.tsx'
import { useUnitOptions } from '../org/useUnitOptions.ts'

/** The one lead unit, the leader in charge, and who does the work. */
export function WhoPart({ form, onChange, fixed }: PartProps) {
  const text = useText(formText)
  const units = useUnitOptions()
  const leadFixed = fixed('leadUnitId')
  return (
    <Section title={text.sections.who}>
      <div className="form-grid">
        {leadFixed ? (
          <FixedField
            label={text.leadUnit}
            value={units.find(({ id }) => id === form.leadUnitId)?.label ?? ''}
            why={leadFixed}
          />
        ) : (
          <Combobox
            label={text.leadUnit}
            hint={text.find}
            options={units}
            value={form.leadUnitId}
            onChange={(leadUnitId) => onChange({ leadUnitId, assignee: null })}
          />
        )}
        <PersonField
          label={text.leader}
          role="leaderInCharge"
          value={form.leader}
          onChange={(leader) => onChange({ leader })}
        />
        {form.leadUnitId === null ? (
          <FixedField label={text.assignee} value="" why={text.assigneeFirst} />
        ) : (
          <PersonField
            label={text.assignee}
            need="optional"
            unitId={form.leadUnitId}
            value={form.assignee}
            onChange={(assignee) => onChange({ assignee })}
          />
        )}
      </div>
    </Section>
  )
}

/** When the work begins and by when it must be done. */
export function DatePart({ form, onChange, fixed }: PartProps) {
  const text = useText(formText)
  const { today } = useSession()
  const startFixed = fixed('startsOn')
  const dueFixed = fixed('dueOn')
  return (
    <Section title={text.sections.when}>
      <div className="form-grid">
        {startFixed ? (
          <FixedField label={text.startsOn} value={form.startsOn} why={startFixed} />
        ) : (
          <DateField
            label={text.startsOn}
            value={form.startsOn}
            today={today}
            onChange={(on) => on && onChange({ startsOn: on })}
          />
        )}
        {dueFixed ? (
          <FixedField label={text.dueOn} value={form.dueOn ?? ''} why={dueFixed} />
        ) : (
          <DateField label={text.dueOn} value={form.dueOn} today={today} onChange={(dueOn) => onChange({ dueOn })} />
        )}
      </div>
    </Section>
  )
}

/** Where the task comes from, with its document and the quoted passage. */
export function SourcePart({ form, onChange }: PartProps) {
  const text = useText(formText)
  const { language } = useLanguage()
  return (
    <Section title={text.sections.source}>
      <div className="form-grid">
        <ChoiceField
          label={text.sourceType}
          choices={SOURCE_KINDS.map((id) => ({ id, label: labelFor(id, language) }))}
          value={form.sourceType}
          onChange={(id) => onChange({ sourceType: pick(SOURCE_KINDS, id) ?? form.sourceType })}
        />
        <TextField
          label={text.sourceTitle}
          need="optional"
          maxLength={300}
          value={form.sourceTitle}
          onChange={(sourceTitle) => onChange({ sourceTitle })}
        />
        <TextField
          label={text.sourceNumber}
          need="optional"
          maxLength={100}
          value={form.sourceNumber}
          onChange={(sourceNumber) => onChange({ sourceNumber })}
        />
        <div className="whole">
          <LongTextField
            label={text.sourceQuote}
            need="optional"
            hint={text.sourceQuoteHint}
            rows={2}
            maxLength={5000}
            value={form.sourceQuote}
            onChange={(sourceQuote) => onChange({ sourceQuote })}
          />
        </div>
      </div>
    </Section>
  )
}
