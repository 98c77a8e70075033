import { useId } from 'react'
import { labelFor, wordFor } from '#domain/glossary.ts'
import type { PillarView } from '#domain/plan/plan.contract.ts'
import { EVIDENCE_KINDS, TASK_KINDS } from '#domain/tasks/task.ts'
import { useLanguage, useText } from '../text.tsx'
import { Field } from '../ui/Field.tsx'
import { Section } from '../ui/Section.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { formText } from './form.text.ts'
import { ChoiceField, FixedField, pick } from './FormFields.tsx'
import { FormTarget } from './FormTarget.tsx'
import type { PartProps } from './TaskForm.tsx'

/** What shall be done, and by what it is measured. */
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
          <FixedField label={text.kind} value={labelFor(form.kind, language)} why={kindFixed} />
        ) : (
          <ChoiceField
            label={text.kind}
            choices={TASK_KINDS.map((id) => ({ id, label: labelFor(id, language) }))}
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
        <div className="whole">
          <FormTarget {...{ form, onChange, fixed }} />
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
