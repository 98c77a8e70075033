import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { listed } from '#domain/listed.ts'
import type { PlanView } from '#domain/plan/plan.contract.ts'
import { canEdit, type TaskField } from '#domain/tasks/editing.ts'
import { type Language, refusalSentence } from '#domain/refusal.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { type FormProblem, problemsOf, type TaskFormState, wantingOf } from './form.ts'
import { type FormText, formText } from './form.text.ts'
import { DatePart, SourcePart, WhoPart } from './FormParts.tsx'
import { MilestonesPart } from './MilestonesPart.tsx'
import { SupportsPart } from './SupportsPart.tsx'
import { TrajectoryPart } from './TrajectoryPart.tsx'
import { WhatPart } from './WhatPart.tsx'
import './form.css'

/** What a part of the form needs: the state, how to change it, what is wrong, and why a field cannot change. */
export type PartProps = {
  form: TaskFormState
  onChange: (changes: Partial<TaskFormState>) => void
  /** Only what has been tried to save, or was touched before, is pointed at. */
  problems: readonly FormProblem[]
  /** Why a field cannot change now; undefined where it can. */
  fixed: (field: TaskField) => string | undefined
}

type Props = {
  title: string
  form: TaskFormState
  onForm: (form: TaskFormState) => void
  plan: Pick<PlanView, 'year' | 'state' | 'pillars'>
  state: TaskState
  isDirty: boolean
  /** The server's word on what was sent last. */
  answer: ReactNode
  /** The buttons; shown with the list of what is missing beside them. */
  actions: (canSave: boolean, onTry: () => boolean) => ReactNode
  onClose: () => void
}

/** Why a field cannot change, in a few words; undefined where it can. */
const fixedBy =
  (state: TaskState, plan: Props['plan'], words: FormText['fixed'], language: Language) =>
  (field: TaskField): string | undefined => {
    const verdict = canEdit({ state, plan }, field)
    if (verdict.allowed) return undefined
    const { code, facts } = verdict.refusal
    return words[code] ?? refusalSentence(code, facts, language)
  }

/** A task as a form, for one to be written down and for one that is there. */
export function TaskForm({ title, form, onForm, plan, state, isDirty, answer, actions, onClose }: Props) {
  const text = useText(formText)
  const { language } = useLanguage()
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const problems = problemsOf(form)
  const missing = state === 'draft' ? wantingOf(form) : []
  const onChange = (changes: Partial<TaskFormState>) => onForm({ ...form, ...changes })
  const part: PartProps = {
    form,
    onChange,
    problems: tried ? problems : [],
    fixed: fixedBy(state, plan, text.fixed, language),
  }
  const tryToSave = () => {
    setTried(true)
    return problems.length === 0
  }
  const leave = () => (isDirty && !leaving ? setLeaving(true) : onClose())
  const press = (event: KeyboardEvent) => {
    // A line's Enter must not send half a form away.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  }
  return (
    <Dialog
      title={title}
      size="wide"
      onClose={leave}
      foot={
        leaving ? (
          <>
            <p className="missing-list">{text.left}</p>
            <button type="button" className="btn" onClick={onClose}>
              {text.throwAway}
            </button>
            <button type="button" className="btn solid" onClick={() => setLeaving(false)}>
              {text.keepOn}
            </button>
          </>
        ) : (
          <>
            <div className="missing-list" role="status">
              {tried && problems.length > 0 ? (
                <p>
                  <b>{text.cannotSave}</b>
                  {problems.map((problem) => text.problems[problem]).join(language === 'zh' ? '' : ' ')}
                </p>
              ) : (
                missing.length > 0 && (
                  <p>
                    <b>{text.missing}</b>
                    {listed(
                      language,
                      missing.map((need) => (need === 'pillar' ? text.pillarNeed : text.needs[need])),
                    )}
                  </p>
                )
              )}
              {answer}
            </div>
            {actions(missing.length === 0, tryToSave)}
          </>
        )
      }
    >
      <div className="task-form" onKeyDown={press}>
        <WhatPart {...part} pillars={plan.pillars} />
        <WhoPart {...part} />
        <DatePart {...part} />
        <MilestonesPart {...part} state={state} />
        <TrajectoryPart {...part} planYear={plan.year} />
        <SupportsPart {...part} />
        <SourcePart {...part} />
        <p className="quiet text-12">{text.noSecrets}</p>
      </div>
    </Dialog>
  )
}
