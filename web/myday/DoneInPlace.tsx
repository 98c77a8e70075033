import { useState } from 'react'
import type { WaitingItem } from '#domain/myday/myday.contract.ts'
import { TASK_STEPS, type TaskStep } from '#domain/tasks/lifecycle.ts'
import { getTask } from '#domain/tasks/page.contract.ts'
import { StepDialog } from '../tasks/StepDialog.tsx'
import { useRead } from '../useEndpoint.ts'

const stepOf = ({ kind, subject }: WaitingItem): TaskStep | null =>
  subject.type === 'task' ? (TASK_STEPS.find((step) => step === kind) ?? null) : null

/** Whether one click or one sentence is enough, so that nobody has to leave the page. */
export const isDoneInPlace = (item: WaitingItem): boolean => stepOf(item) !== null

type Props = { item: WaitingItem; label: string; className: string }

/** Opens the step's own dialog over the day; what the task's page would ask is asked here. */
export function DoneInPlace({ item, label, className }: Props) {
  const [open, setOpen] = useState(false)
  const { data } = useRead(getTask, { params: { taskId: item.subject.id } }, { enabled: open })
  const step = stepOf(item)
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && step && data?.id === item.subject.id && (
        <StepDialog task={data} step={step} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
