import { useState } from 'react'
import { z } from 'zod'
import {
  answerDirective,
  assignDirective,
  type DirectivePage,
  instructOnDirective,
  type TaskOfDirective,
  withdrawDirective,
} from '#domain/directives/directives.contract.ts'
import { URGENCIES } from '#domain/directives/urgency.ts'
import { signOffTask } from '#domain/tasks/steps.contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '../text.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { AssignDraft, AssignFields, assignmentOf, missingOf, NO_ASSIGNMENT } from './AssignFields.tsx'
import { directiveHref } from './address.ts'
import { directivesText } from './directives.text.ts'
import { UrgencyFields } from './UrgencyFields.tsx'
import { emptyOf } from '../ui/MissingList.tsx'
import { useKept } from '../shell/useKept.ts'
import { WordsDialog } from './WordsDialog.tsx'

type OfTask = { directive: DirectivePage; task: TaskOfDirective; onClose: () => void }
type OfDirective = { directive: DirectivePage; onClose: () => void }

const Answer = z.object({ done: z.string(), result: z.string() })

/** The lead unit's head says what was done and what came of it. */
export function AnswerDialog({ directive, task, onClose }: OfTask) {
  const text = useText(directivesText)
  const answer = useChange(answerDirective)
  const kept = useKept(`directive.answer.${task.id}`, Answer, { done: '', result: '' })
  const { done, result } = kept.value
  const go = () =>
    answer.mutate(
      { params: { directiveId: directive.id }, body: { taskId: task.id, done, result } },
      {
        onSuccess: () => {
          kept.forget()
          onClose()
        },
      },
    )
  return (
    <WordsDialog
      title={text.answerTitle}
      explained={text.answerExplained}
      deed={text.send}
      missing={emptyOf({ [text.done]: done, [text.result]: result })}
      change={answer}
      onGo={go}
      onClose={onClose}
    >
      <LongTextField
        label={text.done}
        hint={text.doneHint}
        rows={5}
        maxLength={2000}
        value={done}
        onChange={(words) => kept.change({ done: words })}
      />
      <LongTextField
        label={text.result}
        hint={text.resultHint}
        rows={3}
        maxLength={2000}
        value={result}
        onChange={(words) => kept.change({ result: words })}
      />
    </WordsDialog>
  )
}

/** The leader agrees: the sign-off of the task's life. */
export function AgreeDialog({ task, onClose }: Omit<OfTask, 'directive'>) {
  const text = useText(directivesText)
  const agree = useChange(signOffTask)
  const [note, setNote] = useState('')
  return (
    <WordsDialog
      title={text.agreeTitle}
      explained={text.agreeExplained}
      deed={text.agree}
      missing={[]}
      change={agree}
      onGo={() => agree.mutate({ params: { taskId: task.id }, body: { note } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <LongTextField label={text.agreeNote} need="optional" rows={2} maxLength={2000} value={note} onChange={setNote} />
    </WordsDialog>
  )
}

const Further = z.object({ text: z.string(), urgency: z.enum(URGENCIES), dueOn: z.string().nullable() })

/** The leader writes on the answer: a directive of its own, under a limit of its own. */
export function FurtherDialog({ directive, task, onClose }: OfTask) {
  const words = useText(directivesText)
  const navigate = useNavigate()
  const instruct = useChange(instructOnDirective)
  const kept = useKept(`directive.further.${task.id}`, Further, { text: '', urgency: 'urgent', dueOn: null })
  // Its task goes on under the new directive, so the re-read page may drop this dialog before the answer is told: what
  // `mutate` is given for success would be dropped with it.
  const go = () =>
    instruct.mutateAsync({ params: { directiveId: directive.id }, body: { taskId: task.id, ...kept.value } }).then(
      ({ id }) => {
        kept.forget()
        onClose()
        return navigate({ to: directiveHref(id) })
      },
      () => undefined, // the dialog shows why
    )
  return (
    <WordsDialog
      title={words.furtherTitle}
      explained={words.furtherExplained}
      deed={words.furtherSend}
      missing={emptyOf({ [words.furtherText]: kept.value.text })}
      change={instruct}
      onGo={() => void go()}
      onClose={onClose}
    >
      <LongTextField
        label={words.furtherText}
        rows={4}
        maxLength={2000}
        value={kept.value.text}
        onChange={(text) => kept.change({ text })}
      />
      <UrgencyFields urgency={kept.value.urgency} dueOn={kept.value.dueOn} onChange={kept.change} />
    </WordsDialog>
  )
}

/** The office names the units. */
export function AssignDialog({ directive, onClose }: OfDirective) {
  const text = useText(directivesText)
  const assign = useChange(assignDirective)
  const kept = useKept(`directive.assign.${directive.id}`, AssignDraft, NO_ASSIGNMENT)
  const body = assignmentOf(kept.value)
  const go = () =>
    body &&
    assign.mutate(
      { params: { directiveId: directive.id }, body },
      {
        onSuccess: () => {
          kept.forget()
          onClose()
        },
      },
    )
  return (
    <WordsDialog
      title={text.assignTitle}
      explained={directive.text}
      deed={text.assignSend}
      missing={missingOf(kept.value, text.form)}
      change={assign}
      onGo={go}
      onClose={onClose}
    >
      <AssignFields text={directive.text} value={kept.value} onChange={kept.change} />
    </WordsDialog>
  )
}

/** Takes a mistaken registration back. */
export function WithdrawDialog({ directive, onClose }: OfDirective) {
  const text = useText(directivesText)
  const withdraw = useChange(withdrawDirective)
  const [reason, setReason] = useState('')
  return (
    <WordsDialog
      title={text.withdraw}
      explained={text.withdrawExplained}
      deed={text.withdraw}
      missing={emptyOf({ [text.reason]: reason })}
      change={withdraw}
      onGo={() => withdraw.mutate({ params: { directiveId: directive.id }, body: { reason } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <LongTextField label={text.reason} maxLength={2000} value={reason} onChange={setReason} />
    </WordsDialog>
  )
}
