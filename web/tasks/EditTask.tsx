import { useState } from 'react'
import { type TaskView } from '#domain/tasks/page.contract.ts'
import { registerTask } from '#domain/tasks/steps.contract.ts'
import { updateTask } from '#domain/tasks/tasks.contract.ts'
import { ApiError, call } from '../api.ts'
import { useText } from '../text.tsx'
import { Loading } from '../ui/Loading.tsx'
import { TextField } from '../ui/TextField.tsx'
import { changesBetween, formOf } from './form.ts'
import { formText } from './form.text.ts'
import { TaskForm } from './TaskForm.tsx'
import { usePlans } from './useChoices.ts'
import { useSaving } from './useSaving.ts'
import { RefusalWords } from '../ui/Refused.tsx'

/** Changes a task; when somebody else was faster, what was typed stays and is held against the latest. */
export function EditTask({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useText(formText)
  const { plan } = usePlans(task.plan.id)
  // The task as it was when the form was filled from it; replaced when the latest is asked for.
  const [base, setBase] = useState(task)
  const [form, setForm] = useState(() => formOf(task))
  const [reason, setReason] = useState('')
  const saving = useSaving()
  const changes = changesBetween(formOf(base), form)
  const isDirty = Object.keys(changes).length > 0
  const isBehind = saving.error instanceof ApiError && saving.error.code === 'changed_meanwhile'
  const wasCaughtUp = base !== task && base.version === task.version
  const send = async () => {
    if (!isDirty) return
    await call(updateTask, {
      params: { taskId: task.id },
      body: { version: base.version, changes, ...(reason.trim() && { reason: reason.trim() }) },
    })
  }
  const save = () =>
    saving.run(async () => {
      await send()
      onClose()
    })
  const register = () =>
    saving.run(async () => {
      await send()
      await call(registerTask, { params: { taskId: task.id }, body: {} })
      onClose()
    })
  // Fields that were not touched follow the latest; touched ones stay as typed.
  const catchUp = () => {
    const [was, now, typed] = [formOf(base), formOf(task), form]
    const merged = Object.fromEntries(
      (Object.keys(was) as (keyof typeof was)[]).map((key) => [
        key,
        JSON.stringify(was[key]) === JSON.stringify(typed[key]) ? now[key] : typed[key],
      ]),
    )
    setForm({ ...now, ...merged })
    setBase(task)
  }
  if (!plan) return <Loading lines={1} />
  return (
    <TaskForm
      title={text.editTitle(task.code)}
      form={form}
      onForm={setForm}
      plan={{ ...plan, state: task.plan.state }}
      state={task.state}
      isDirty={isDirty}
      answer={
        <>
          {saving.error && (
            <p role="alert">
              <RefusalWords error={saving.error} />
            </p>
          )}
          {!saving.error && wasCaughtUp && <p role="status">{text.latestShown}</p>}
        </>
      }
      onClose={onClose}
      actions={(isComplete, onTry) => (
        <>
          {task.state !== 'draft' && (
            <div className="foot-reason">
              <TextField label={text.reason} need="optional" maxLength={500} value={reason} onChange={setReason} />
            </div>
          )}
          {isBehind && task.version !== base.version && (
            <button type="button" className="btn" onClick={catchUp}>
              {text.latest}
            </button>
          )}
          <button
            type="button"
            className={task.state === 'draft' && isComplete ? 'btn' : 'btn solid'}
            disabled={saving.busy || !isDirty || (isBehind && task.version !== base.version)}
            onClick={() => onTry() && save()}
          >
            {text.save}
          </button>
          {task.state === 'draft' && isComplete && (
            <button type="button" className="btn solid" disabled={saving.busy} onClick={() => onTry() && register()}>
              {text.register}
            </button>
          )}
        </>
      )}
    />
  )
}
