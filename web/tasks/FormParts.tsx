import { useId } from 'react'
import { wordFor } from '#domain/glossary.ts'
import type { PillarView } from '#domain/plan/plan.contract.ts'
import { EVIDENCE_KINDS, SOURCE_KINDS, TASK_KINDS } from '#domain/tasks/task.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field, type FieldFacts } from '../ui/Field.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { formText } from './form.text.ts'
import { PersonField } from './PersonField.tsx'
import { Section } from '../ui/Section.tsx'
import type { PartProps } from './TaskForm.tsx'
import { useUnitOptions } from './useChoices.ts'

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

const pick = <Kind extends string>(kinds: readonly Kind[], id: string): Kind | undefined =>
  kinds.find((kind) => kind === id)

export function WhatPart({ form, onChange, problems, fixed, pillars }: PartProps & { pillars: readonly PillarView[] }) {
  const text = useText(formText)
  const { language } = useLanguage()
  const error = (name: (typeof problems)[number]) => (problems.includes(name) ? text.problems[name] : undefined)
  const choices = pillars
    .filter(({ id, retired }) => !retired || id === form.pillarId)
    .map(({ id, name, mark }) => ({ id, label: `${name}　${mark}` }))
  const pillarFixed = fixed('pillarId')
  const kindFixed = fixed('kind')
  const weightFixed = fixed('weight')
  const targetFixed = fixed('target')
  const hasTarget = form.kind === 'indicator' || form.targetValue !== ''
  return (
    <Section title={text.sections.what}>
      <div className="form-grid">
        <div className="whole">
          {fixed('title') ? (
            <FixedField label={text.title} value={form.title} why={fixed('title') ?? ''} />
          ) : (
            <LongTextField
              label={text.title}
              hint={text.titleHint}
              rows={2}
              value={form.title}
              maxLength={500}
              error={error('title')}
              onChange={(title) => onChange({ title })}
            />
          )}
        </div>
        {pillarFixed ? (
          <FixedField
            label={text.pillar}
            value={choices.find(({ id }) => id === form.pillarId)?.label ?? ''}
            why={pillarFixed}
          />
        ) : (
          <ChoiceField
            label={text.pillar}
            choices={choices}
            value={form.pillarId}
            error={error('pillar')}
            onChange={(pillarId) => onChange({ pillarId })}
          />
        )}
        {kindFixed ? (
          <FixedField label={text.kind} value={wordFor(form.kind, language)} why={kindFixed} />
        ) : (
          <ChoiceField
            label={text.kind}
            choices={TASK_KINDS.map((id) => ({ id, label: wordFor(id, language) }))}
            value={form.kind}
            onChange={(id) => onChange({ kind: pick(TASK_KINDS, id) ?? form.kind })}
          />
        )}
        {weightFixed ? (
          <FixedField label={text.weight} value={form.weight} why={weightFixed} />
        ) : (
          <TextField
            label={text.weight}
            inputMode="numeric"
            value={form.weight}
            error={error('weight')}
            onChange={(weight) => onChange({ weight })}
          />
        )}
        {hasTarget &&
          (targetFixed ? (
            <FixedField label={text.target} value={`${form.targetValue} ${form.targetMeasure}`} why={targetFixed} />
          ) : (
            <>
              <TextField
                label={text.target}
                need="optional"
                inputMode="decimal"
                value={form.targetValue}
                error={error('target')}
                onChange={(targetValue) => onChange({ targetValue })}
              />
              <TextField
                label={text.measure}
                need="optional"
                hint={text.measureHint}
                maxLength={30}
                value={form.targetMeasure}
                onChange={(targetMeasure) => onChange({ targetMeasure })}
              />
            </>
          ))}
        <div className="whole">
          <EvidenceField form={form} onChange={onChange} />
        </div>
        <label className="check whole">
          <input
            type="checkbox"
            checked={form.restricted}
            onChange={() => onChange({ restricted: !form.restricted })}
          />
          {text.restricted}
        </label>
      </div>
    </Section>
  )
}

function EvidenceField({ form, onChange }: Pick<PartProps, 'form' | 'onChange'>) {
  const text = useText(formText)
  const { language } = useLanguage()
  const list = useId()
  const kinds = EVIDENCE_KINDS.filter((kind) => kind !== 'other').map((kind) => wordFor(kind, language))
  return (
    <Field label={text.evidence} hint={text.evidenceHint}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            list={list}
            autoComplete="off"
            maxLength={500}
            value={form.evidence}
            onChange={(event) => onChange({ evidence: event.target.value })}
          />
          <datalist id={list}>
            {kinds.map((kind) => (
              <option key={kind} value={kind} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

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

export function SourcePart({ form, onChange }: PartProps) {
  const text = useText(formText)
  const { language } = useLanguage()
  return (
    <Section title={text.sections.source}>
      <div className="form-grid">
        <ChoiceField
          label={text.sourceType}
          choices={SOURCE_KINDS.map((id) => ({ id, label: wordFor(id, language) }))}
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
