import { type FormEvent, useId, useState } from 'react'
import { z } from 'zod'
import { refusalSentence } from '#domain/refusal.ts'
import { isAllSaid, type TaskStep } from '#domain/tasks/lifecycle.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Disputes } from './Disputes.tsx'
import { NOTHING_SAID, type Said, STEP_CALLS } from './stepCalls.ts'
import { StepFields } from './StepFields.tsx'
import { taskText } from './task.text.ts'
import { useSaving } from './useSaving.ts'

/** Decided with the two sides of a dispute before one's eyes. */
const DECISIONS: readonly TaskStep[] = ['upholdAssignment', 'transfer']

type Props = { task: TaskView; step: TaskStep; onClose: () => void }

/** The words of a step are kept while it is not done; what is chosen is seen anew. */
const WORDS = ['reason', 'verification', 'legalBasis', 'instruction', 'note'] as const
const Words = z.record(z.enum(WORDS), z.string())
const NO_WORDS = { reason: '', verification: '', legalBasis: '', instruction: '', note: '' }
const isWord = (field: string): field is (typeof WORDS)[number] => WORDS.some((word) => word === field)

/** One step of a task's life: what it means, what it asks for, and what the server says to it. */
export function StepDialog({ task, step, onClose }: Props) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { today } = useSession()
  const id = useId()
  const saving = useSaving()
  const open = task.disputes.find(({ decision }) => decision === null)
  const kept = useKept(`task.${task.id}.${step}`, Words, NO_WORDS)
  const [chosen, setChosen] = useState<Said>({
    ...NOTHING_SAID,
    assigneeId: task.assignee?.id ?? null,
    unitId: open?.suggestedUnit.id ?? null,
  })
  const said: Said = { ...chosen, ...kept.value }
  const change = (part: Partial<Said>) => {
    setChosen({ ...chosen, ...part })
    const words = Object.entries(part).filter(([field]) => isWord(field))
    if (words.length > 0) kept.change(Object.fromEntries(words))
  }
  const verdict = isAllSaid(step, said, {
    task: { leadUnitId: task.leadUnit?.id ?? null, isDirective: task.directive !== null },
    today,
  })
  const go = (event: FormEvent) => {
    event.preventDefault()
    saving.run(async () => {
      await STEP_CALLS[step](task.id, said)
      kept.forget()
      onClose()
    })
  }
  const isDecision = DECISIONS.includes(step) && open !== undefined
  return (
    <Dialog
      title={text.steps[step]}
      size={isDecision ? 'wide' : 'normal'}
      onClose={onClose}
      foot={
        <>
          {!verdict.allowed && (
            <p className="missing-list">{refusalSentence(verdict.refusal.code, verdict.refusal.facts, language)}</p>
          )}
          <button type="submit" form={id} className="btn solid" disabled={!verdict.allowed || saving.busy}>
            {text.steps[step]}
          </button>
        </>
      }
    >
      <form id={id} className="stack" onSubmit={go} noValidate>
        <p className="second">{text.explained[step]}</p>
        {isDecision && <Disputes task={task} />}
        <StepFields task={task} step={step} said={said} onChange={change} />
        <Refused error={saving.error} />
      </form>
    </Dialog>
  )
}
