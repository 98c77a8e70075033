import { lazy, Suspense, useState } from 'react'
import { hasRole, unitIdsOf } from '#domain/access/actor.ts'
import { stepRule, type TaskStep } from '#domain/tasks/lifecycle.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Menu } from '../ui/Menu.tsx'
import { RefusedButton } from '../ui/RefusedButton.tsx'
import { StepDialog } from './StepDialog.tsx'
import { taskText } from './task.text.ts'

/** Few who read a task change it: the form comes when it is asked for. */
const EditTask = lazy(async () => ({ default: (await import('./EditTask.tsx')).EditTask }))

/** These never stand out: they take something back, hand it on or stop it. */
const QUIET: readonly TaskStep[] = [
  'returnCompletion',
  'decline',
  'transfer',
  'instructFurther',
  'failVerification',
  'reopen',
  'suspend',
  'defer',
  'cancel',
]
/** So many quiet steps stand as buttons; more of them have a list. */
const QUIET_AT_MOST = 1

type StepFacts = TaskView['steps'][number]

/** What can be done with the task from its state; what may not be done says why. */
export function StepButtons({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const [asked, setAsked] = useState<TaskStep | 'edit' | null>(null)
  const isConcerned = useIsConcerned(task)
  // What cannot be done now says why to those it concerns; what takes back is shown only to those who may.
  const possible = task.steps.filter(
    ({ step, allowed }) =>
      stepRule(step).from.includes(task.state) && (allowed || (isConcerned && !QUIET.includes(step))),
  )
  const solid = possible.find(({ step, allowed }) => allowed && !QUIET.includes(step))?.step
  const quiet = possible.filter(({ step }) => QUIET.includes(step))
  const buttons = [
    ...(quiet.length > QUIET_AT_MOST ? [] : quiet),
    ...possible.filter(({ step }) => !QUIET.includes(step) && step !== solid),
    ...possible.filter(({ step }) => step === solid),
  ]
  const close = () => setAsked(null)
  return (
    <div className="actions subject-steps" role="group" aria-label={text.stepsLabel}>
      {quiet.length > QUIET_AT_MOST && (
        <Menu
          label={text.moreSteps}
          items={quiet.map(({ step }) => ({ label: text.steps[step], onChoose: () => setAsked(step) }))}
        />
      )}
      {task.editable.length > 0 && (
        <button type="button" className="btn" onClick={() => setAsked('edit')}>
          {text.edit}
        </button>
      )}
      {buttons.map((facts) => (
        <StepButton key={facts.step} facts={facts} isSolid={facts.step === solid} onAsk={() => setAsked(facts.step)} />
      ))}
      {asked === 'edit' && (
        <Suspense fallback={<Loading lines={1} />}>
          <EditTask task={task} onClose={close} />
        </Suspense>
      )}
      {asked !== null && asked !== 'edit' && <StepDialog task={task} step={asked} onClose={close} />}
    </div>
  )
}

/** The office, the people of the lead unit, and the task's leader. */
function useIsConcerned({ leadUnit, leader }: TaskView): boolean {
  const actor = useActor()
  return (
    hasRole(actor, 'supervisionOffice') ||
    leader?.id === actor.personId ||
    (leadUnit !== null && unitIdsOf(actor).includes(leadUnit.id))
  )
}

type ButtonProps = { facts: StepFacts; isSolid: boolean; onAsk: () => void }

function StepButton({ facts: { step, allowed, refusal }, isSolid, onAsk }: ButtonProps) {
  const text = useText(taskText)
  if (allowed)
    return (
      <button type="button" className={isSolid ? 'btn solid' : 'btn'} onClick={onAsk}>
        {text.steps[step]}
      </button>
    )
  return <RefusedButton label={text.steps[step]} why={refusal?.message ?? ''} />
}
