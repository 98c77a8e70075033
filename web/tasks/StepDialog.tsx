import { useState } from 'react'
import { dayOf } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import { COMPLETION_CHECKS, type CompletionCheck, type TaskStep } from '#domain/tasks/lifecycle.ts'
import { type TaskView } from '#domain/tasks/page.contract.ts'
import {
  acceptCompletion,
  acknowledgeTask,
  assignTask,
  cancelTask,
  closeOutTask,
  registerTask,
  requestCompletion,
  returnCompletion,
} from '#domain/tasks/steps.contract.ts'
import { type Ref } from '#domain/tasks/tasks.contract.ts'
import { call } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { PersonField } from './PersonField.tsx'
import { taskText } from './task.text.ts'
import { useSaving } from './useSaving.ts'

/** What is said with a step. */
type Said = { assignee: Ref | null; words: string; checks: readonly CompletionCheck[] }
type Need = 'assignee' | 'checks' | 'reason' | 'verification'

/** What each step asks for, and how it is sent. */
const STEP_CALLS: Record<TaskStep, { need: Need | null; send: (taskId: string, said: Said) => Promise<unknown> }> = {
  register: { need: null, send: (taskId) => call(registerTask, { params: { taskId }, body: {} }) },
  assign: { need: null, send: (taskId) => call(assignTask, { params: { taskId }, body: {} }) },
  acknowledge: {
    need: 'assignee',
    send: (taskId, { assignee }) =>
      call(acknowledgeTask, { params: { taskId }, body: { assigneeId: assignee?.id ?? null } }),
  },
  requestCompletion: {
    need: null,
    send: (taskId, { words }) => call(requestCompletion, { params: { taskId }, body: { note: words.trim() } }),
  },
  acceptCompletion: {
    need: 'checks',
    send: (taskId, { checks }) => call(acceptCompletion, { params: { taskId }, body: { checks: [...checks] } }),
  },
  returnCompletion: {
    need: 'reason',
    send: (taskId, { words }) => call(returnCompletion, { params: { taskId }, body: { reason: words.trim() } }),
  },
  closeOut: {
    need: 'verification',
    send: (taskId, { words }) => call(closeOutTask, { params: { taskId }, body: { verification: words.trim() } }),
  },
  cancel: {
    need: 'reason',
    send: (taskId, { words }) => call(cancelTask, { params: { taskId }, body: { reason: words.trim() } }),
  },
}

const isMet = (need: Need | null, { assignee, words, checks }: Said): boolean => {
  if (need === 'assignee') return assignee !== null
  if (need === 'checks') return checks.length === COMPLETION_CHECKS.length
  return need === null || words.trim() !== ''
}

type Props = { task: TaskView; step: TaskStep; onClose: () => void }

/** One step of a task's life: what it means, what it asks for, and what the server says to it. */
export function StepDialog({ task, step, onClose }: Props) {
  const text = useText(taskText)
  const saving = useSaving()
  const [said, setSaid] = useState<Said>({ assignee: task.assignee, words: '', checks: [] })
  const { need, send } = STEP_CALLS[step]
  const change = (part: Partial<Said>) => setSaid({ ...said, ...part })
  const go = () =>
    saving.run(async () => {
      await send(task.id, said)
      onClose()
    })
  return (
    <Dialog
      title={text.steps[step]}
      onClose={onClose}
      foot={
        <>
          <StepMissing need={need} said={said} />
          <button type="button" className="btn solid" disabled={!isMet(need, said) || saving.busy} onClick={go}>
            {text.steps[step]}
          </button>
        </>
      }
    >
      <div className="stack">
        <p className="second">{text.explained[step]}</p>
        <StepInput task={task} step={step} said={said} onChange={change} />
        <Refused error={saving.error} />
      </div>
    </Dialog>
  )
}

function StepMissing({ need, said }: { need: Need | null; said: Said }) {
  const { dialog } = useText(taskText)
  const { language } = useLanguage()
  if (need === null || isMet(need, said)) return null
  const open = COMPLETION_CHECKS.filter((check) => !said.checks.includes(check)).map((check) =>
    wordFor(check, language),
  )
  const words: Record<Need, string> = {
    assignee: dialog.assigneeMissing,
    checks: dialog.checksMissing(listed(language, open)),
    reason: dialog.reasonMissing,
    verification: dialog.verificationMissing,
  }
  return <p className="missing-list">{words[need]}</p>
}

type InputProps = { task: TaskView; step: TaskStep; said: Said; onChange: (part: Partial<Said>) => void }

function StepInput({ task, step, said, onChange }: InputProps) {
  const { dialog } = useText(taskText)
  const words = { value: said.words, onChange: (words: string) => onChange({ words }) }
  switch (step) {
    case 'register':
    case 'assign':
      return null
    case 'acknowledge':
      return (
        <PersonField
          label={dialog.assignee}
          hint={dialog.assigneeHint}
          unitId={task.leadUnit?.id}
          value={said.assignee}
          onChange={(assignee) => onChange({ assignee })}
        />
      )
    case 'requestCompletion':
      return <LongTextField label={dialog.note} hint={dialog.noteHint} need="optional" maxLength={2000} {...words} />
    case 'acceptCompletion':
      return <Checks task={task} said={said} onChange={onChange} />
    case 'closeOut':
      return <LongTextField label={dialog.verification} hint={dialog.verificationHint} maxLength={2000} {...words} />
    case 'returnCompletion':
    case 'cancel':
      return <LongTextField label={dialog.reason} maxLength={1000} {...words} />
  }
}

function Checks({ task, said, onChange }: Omit<InputProps, 'step'>) {
  const { dialog } = useText(taskText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const { completion } = task
  const toggle = (check: CompletionCheck) =>
    onChange({
      checks: said.checks.includes(check) ? said.checks.filter((each) => each !== check) : [...said.checks, check],
    })
  return (
    <>
      {completion && (
        <div className="notice">
          <p className="second">
            {dialog.askedBy(
              completion.requestedBy?.name ?? '',
              dayOf(new Date(completion.requestedAt), organization.timeZone),
            )}
          </p>
          <p>{completion.note || dialog.noNote}</p>
        </div>
      )}
      <fieldset className="checks">
        <legend className="quiet">{dialog.checks}</legend>
        {COMPLETION_CHECKS.map((check) => (
          <label key={check} className="check">
            <input type="checkbox" checked={said.checks.includes(check)} onChange={() => toggle(check)} />
            {wordFor(check, language)}
          </label>
        ))}
      </fieldset>
    </>
  )
}
