import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import type { DifficultyPage } from '#domain/difficulties/difficulties.contract.ts'
import { LEVELS, type Level } from '#domain/difficulties/difficulty.ts'
import { type DifficultyStep, difficultyStepRule } from '#domain/difficulties/table.ts'
import { listed } from '#domain/listed.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useSession } from '../shell/session.tsx'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { difficultiesText } from './difficulties.text.ts'
import { type Said, STEP_CALLS } from './step-calls.ts'

const FORM = 'difficulty-step'
const Kept = z.object({
  words: z.string(),
  unitId: z.string().nullable(),
  dueOn: z.string().nullable(),
  level: z.literal(LEVELS),
})

type Props = { page: DifficultyPage; step: DifficultyStep; onClose: () => void }

/** One step of a difficulty: what it means, what it asks for by the state table, and what the server says to it. */
export function DifficultyStepDialog({ page, step, onClose }: Props) {
  const text = useText(difficultiesText)
  const { language } = useLanguage()
  const client = useQueryClient()
  const kept = useKept<Said>(`difficulty.${page.id}.${step}.${page.level}`, Kept, {
    words: '',
    unitId: null,
    dueOn: null,
    level: page.level,
  })
  const { value: said, change } = kept
  const sending = useMutation({
    mutationFn: () => STEP_CALLS[step](page.id, said),
    onSuccess: () => {
      kept.forget()
      onClose()
    },
    onSettled: () => client.invalidateQueries(),
  })
  const missing = missingOf(step, said, text.fields)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (missing.length === 0) sending.mutate()
  }
  return (
    <Dialog
      title={text.steps[step]}
      onClose={onClose}
      foot={
        <>
          {missing.length > 0 && <p className="missing-list">{text.missing(listed(language, missing))}</p>}
          <button type="submit" form={FORM} className="btn solid" disabled={missing.length > 0 || sending.isPending}>
            {text.steps[step]}
          </button>
        </>
      }
    >
      <form id={FORM} className="form" onSubmit={send}>
        <p className="second">{text.explained[step]}</p>
        <StepFields {...{ page, step, said, change }} />
        <Refused error={sending.error} />
      </form>
    </Dialog>
  )
}

type FieldsProps = Pick<Props, 'page' | 'step'> & { said: Said; change: (part: Partial<Said>) => void }

function StepFields({ page, step, said, change }: FieldsProps) {
  const { fields, levels, answerers } = useText(difficultiesText)
  const { today } = useSession()
  const { words, wordsOptional, asks } = difficultyStepRule(step)
  return (
    <>
      {asks.includes('level') && (
        <Segmented
          label={fields.level}
          segments={LEVELS.map((level) => ({ value: String(level), label: `${levels[level]} ${answerers[level]}` }))}
          value={String(said.level)}
          onChange={(value) => change({ level: Number(value) as Level })}
        />
      )}
      {words && (
        <LongTextField
          label={fields[words]}
          need={wordsOptional ? 'optional' : 'required'}
          maxLength={1000}
          value={said.words}
          onChange={(value) => change({ words: value })}
        />
      )}
      {asks.includes('unit') && <UnitField {...{ page, step, said, change }} />}
      {asks.includes('dueOn') && (
        <DateField label={fields.dueOn} value={said.dueOn} today={today} onChange={(dueOn) => change({ dueOn })} />
      )}
    </>
  )
}

/** Passed to another unit than the one that has it; ruled for another than the one that will confirm it. */
function UnitField({ page, step, said, change }: FieldsProps) {
  const { fields } = useText(difficultiesText)
  const left = step === 'passOn' ? page.counterpart?.id : page.raisedUnit.id
  return (
    <Combobox
      label={step === 'passOn' ? fields.passUnit : fields.unit}
      options={useUnitOptions().filter(({ id }) => id !== left)}
      value={said.unitId}
      onChange={(unitId) => change({ unitId })}
    />
  )
}

type Labels = Record<string, string>
function missingOf(step: DifficultyStep, said: Said, labels: Labels): string[] {
  const { words, wordsOptional, asks } = difficultyStepRule(step)
  return [
    words && !wordsOptional && said.words.trim() === '' && labels[words],
    asks.includes('unit') && said.unitId === null && labels[step === 'passOn' ? 'passUnit' : 'unit'],
    asks.includes('dueOn') && said.dueOn === null && labels['dueOn'],
  ].filter((label): label is string => typeof label === 'string' && label !== '')
}
