import { useState } from 'react'
import { z } from 'zod'
import { FEEDBACK_LENGTH, writeFeedback } from '#domain/feedback/feedback.contract.ts'
import { FEEDBACK_KINDS, type FeedbackKind } from '#domain/feedback/feedback.ts'
import { listTasks } from '#domain/tasks/ledger.contract.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { feedbackText } from './feedback.text.ts'

const Draft = z.object({ kind: z.enum(FEEDBACK_KINDS), text: z.string(), taskId: z.string().nullable() })

export type AboutTask = { id: string; code: string; title: string }

type Props = {
  /** What it is about, where that is known; else a task may be chosen. */
  task?: AboutTask | undefined
  onClose: () => void
}

/** A complaint or a suggestion to the office; it says where it went. */
export function WriteDialog({ task, onClose }: Props) {
  const text = useText(feedbackText)
  const [isSent, setSent] = useState(false)
  const empty = { kind: 'suggestion' as FeedbackKind, text: '', taskId: task?.id ?? null }
  const kept = useKept(`feedback.new.${task?.id ?? ''}`, Draft, empty)
  const { kind, text: words, taskId } = kept.value
  const { mutate, isPending, error } = useChange(writeFeedback)
  const sent = () => {
    kept.forget()
    setSent(true)
  }
  const go = () => mutate({ body: { kind, text: words.trim(), taskId } }, { onSuccess: sent })
  if (isSent)
    return (
      <Dialog title={text.writeTitle} onClose={onClose}>
        <p role="status">{text.sent}</p>
      </Dialog>
    )
  return (
    <Dialog
      title={text.writeTitle}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={words.trim() === '' || isPending} onClick={go}>
          {text.send}
        </button>
      }
    >
      <div className="stack">
        <p className="second">{text.note}</p>
        <Segmented
          label={text.kind}
          value={kind}
          segments={FEEDBACK_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          onChange={(value) => kept.change({ kind: value })}
        />
        <LongTextField
          label={text.text}
          hint={text.textHint}
          rows={5}
          maxLength={FEEDBACK_LENGTH}
          value={words}
          onChange={(value) => kept.change({ text: value })}
        />
        {task ? (
          <p>
            <span className="second">{text.about}</span>　{task.code}　{task.title}
          </p>
        ) : (
          <TaskChoice value={taskId} onChange={(id) => kept.change({ taskId: id })} />
        )}
        <Refused error={error} />
      </div>
    </Dialog>
  )
}

/** The writer's own tasks; what is about another is written from its page. */
function TaskChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const text = useText(feedbackText)
  const { data } = useRead(listTasks, { query: { mine: 'true', limit: 200 } })
  return (
    <Combobox
      label={text.task}
      hint={text.taskHint}
      need="optional"
      options={(data?.items ?? []).map(({ id, code, title }) => ({ id, label: title, note: code, keys: [code] }))}
      value={value}
      onChange={onChange}
    />
  )
}
