import { useState } from 'react'
import type { WaitingItem } from '#domain/myday/myday.contract.ts'
import { TASK_STEPS, type TaskStep } from '#domain/tasks/lifecycle.ts'
import { getTask, type TaskView } from '#domain/tasks/page.contract.ts'
import { ConfirmDialog } from '../supports/ConfirmDialog.tsx'
import { DeliverDialog } from '../supports/DeliverDialog.tsx'
import { StepDialog } from '../tasks/StepDialog.tsx'
import { useRead } from '../useEndpoint.ts'

const stepOf = ({ kind, subject }: WaitingItem): TaskStep | null =>
  subject.type === 'task' ? (TASK_STEPS.find((step) => step === kind) ?? null) : null

/** Whether one click or one sentence is enough, so that nobody has to leave the page. */
export const isDoneInPlace = (item: WaitingItem): boolean => item.subject.type === 'support' || stepOf(item) !== null

type Props = { item: WaitingItem; label: string; className: string }

/** Opens the step's own dialog over the day; what the task's page would ask is asked here. */
export function DoneInPlace({ item, label, className }: Props) {
  const [open, setOpen] = useState(false)
  const [taskId = '', unitId] = item.subject.id.split('/')
  const { data } = useRead(getTask, { params: { taskId } }, { enabled: open })
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && data?.id === taskId && <Opened item={item} task={data} unitId={unitId} onClose={close} />}
    </>
  )
}

type OpenedProps = { item: WaitingItem; task: TaskView; unitId: string | undefined; onClose: () => void }

function Opened({ item, task, unitId, onClose }: OpenedProps) {
  const step = stepOf(item)
  if (step) return <StepDialog task={task} step={step} onClose={onClose} />
  const support = task.supports.find(({ unit }) => unit.id === unitId)
  if (!support) return null
  const Dialog = item.kind === 'deliver' ? DeliverDialog : ConfirmDialog
  return <Dialog taskId={task.id} support={support} onClose={onClose} />
}
