import type { TaskField } from '#domain/tasks/editing.ts'
import { lintTarget } from '#domain/targets/lint.ts'
import type { Proposal } from '#domain/targets/proposals.ts'
import { TargetCheck } from '../targets/TargetCheck.tsx'
import { newMilestone, numberOf, type TaskFormState, writtenMilestones } from './form.ts'
import type { PartProps } from './TaskForm.tsx'

/** The fields that a proposal is written into. */
const WRITTEN: readonly TaskField[] = ['target', 'milestones', 'evidence']

/** What the target lacks as it is typed, and the office's word that it stands all the same. */
export function FormTarget({ form, onChange, fixed }: Pick<PartProps, 'form' | 'onChange' | 'fixed'>) {
  if (form.title.trim() === '') return null
  const canWrite = WRITTEN.every((field) => fixed(field) === undefined)
  const value = numberOf(form.targetValue)
  const lint = lintTarget({
    text: form.title,
    dueOn: form.dueOn,
    ongoing: false,
    evidence: form.evidence,
    target: value === null ? null : { value, measure: form.targetMeasure },
    steps: writtenMilestones(form),
  })
  return (
    <TargetCheck
      lint={lint}
      isAsWorded={form.targetAsWorded}
      onWrite={canWrite ? (proposal) => onChange(changesOf(proposal)) : undefined}
      onAsWorded={(targetAsWorded) => onChange({ targetAsWorded })}
    />
  )
}

function changesOf(proposal: Proposal): Partial<TaskFormState> {
  switch (proposal.kind) {
    case 'target':
      return { targetValue: String(proposal.value), targetMeasure: proposal.measure }
    case 'steps':
      return { milestones: proposal.titles.map((title) => ({ ...newMilestone(), title })) }
    case 'evidence':
      return { evidence: proposal.words }
    case 'measure':
      return {}
  }
}
