import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanView } from '#domain/plan/plan.contract.ts'
import { registerTask } from '#domain/tasks/steps.contract.ts'
import { createTask } from '#domain/tasks/tasks.contract.ts'
import { call } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { emptyForm, fieldsOf } from './form.ts'
import { formText } from './form.text.ts'
import { TaskForm } from './TaskForm.tsx'
import { useSaving } from './useSaving.ts'
import { RefusalWords } from '../ui/Refused.tsx'

/** Writes a new task down, as a draft or registered at once. */
export function NewTask({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const text = useText(formText)
  const { today } = useSession()
  const navigate = useNavigate()
  const pillars = plan.pillars.filter(({ retired }) => !retired)
  const [first] = useState(() => emptyForm(pillars.length === 1 ? (pillars[0]?.id ?? null) : null, today))
  const [form, setForm] = useState(first)
  const [writtenId, setWrittenId] = useState<string | null>(null)
  const saving = useSaving()
  // A draft that was written and could not be registered is not written twice.
  const write = async () => {
    const { id } = await call(createTask, { body: { planId: plan.id, ...fieldsOf(form) } })
    setWrittenId(id)
    return id
  }
  const show = (taskId: string) => {
    onClose()
    void navigate({ to: '/tasks/$taskId', params: { taskId } })
  }
  const save = () => saving.run(async () => show(await write()))
  const register = () =>
    saving.run(async () => {
      const taskId = writtenId ?? (await write())
      await call(registerTask, { params: { taskId }, body: {} })
      show(taskId)
    })
  return (
    <TaskForm
      title={text.newTitle}
      form={form}
      onForm={setForm}
      plan={plan}
      state="draft"
      isDirty={form !== first && writtenId === null}
      answer={
        saving.error && (
          <p role="alert">
            <RefusalWords error={saving.error} />
          </p>
        )
      }
      onClose={() => (writtenId ? show(writtenId) : onClose())}
      actions={(isComplete, onTry) => (
        <>
          <button
            type="button"
            className={isComplete ? 'btn' : 'btn solid'}
            disabled={saving.busy || writtenId !== null}
            onClick={() => onTry() && save()}
          >
            {text.saveDraft}
          </button>
          {isComplete && (
            <button type="button" className="btn solid" disabled={saving.busy} onClick={() => onTry() && register()}>
              {text.register}
            </button>
          )}
        </>
      )}
    />
  )
}
