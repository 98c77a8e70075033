import { z } from 'zod'
import { askExtension } from '#domain/requests/requests.contract.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { requestsText } from './requests.text.ts'
import { useDay } from './useDay.ts'

type Movable = { milestoneId: string | null; title: string; currentDueOn: string }
/** Asked dates by the milestone's id, `''` for the task's own; null while the text is no day yet. */
const Asked = z.record(z.string(), z.string().nullable())
type Asked = Readonly<z.infer<typeof Asked>>
const Draft = z.object({ asked: Asked, reason: z.string(), progress: z.string() })

/** The head asks for later dates: which, to when, why, and how far the work is. */
export function AskExtension({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useText(requestsText)
  const { dialog } = text
  const { mutate, isPending, error } = useChange(askExtension)
  const kept = useKept(`extension.${task.id}`, Draft, { asked: {}, reason: '', progress: '' })
  const { asked, reason, progress } = kept.value
  const chosen = Object.entries(asked)
  const dates = chosen.flatMap(([id, dueOn]) => (dueOn === null ? [] : [{ milestoneId: id || null, dueOn }]))
  const missing =
    dates.length === 0 || dates.length < chosen.length
      ? dialog.datesMissing
      : reason.trim() === '' || progress.trim() === ''
        ? dialog.wordsMissing
        : null
  const send = () => {
    const body = { dates, reason: reason.trim(), progress: progress.trim() }
    const sent = () => {
      kept.forget()
      onClose()
    }
    mutate({ params: { taskId: task.id }, body }, { onSuccess: sent })
  }
  return (
    <Dialog
      title={text.askExtension}
      size="wide"
      onClose={onClose}
      foot={
        <>
          {missing && <p className="missing-list">{missing}</p>}
          <button type="button" className="btn solid" disabled={missing !== null || isPending} onClick={send}>
            {dialog.send}
          </button>
        </>
      }
    >
      <div className="stack">
        <p className="second">{dialog.ladder}</p>
        <DatesChoice task={task} asked={asked} onChange={(dates) => kept.change({ asked: dates })} />
        <LongTextField
          label={dialog.reason}
          hint={dialog.reasonHint}
          maxLength={2000}
          value={reason}
          onChange={(words) => kept.change({ reason: words })}
        />
        <LongTextField
          label={dialog.progress}
          hint={dialog.progressHint}
          maxLength={2000}
          value={progress}
          onChange={(words) => kept.change({ progress: words })}
        />
        <p className="text-12 second">{dialog.stays}</p>
        <Refused error={error} />
      </div>
    </Dialog>
  )
}

type ChoiceProps = { task: TaskView; asked: Asked; onChange: (asked: Asked) => void }

function DatesChoice({ task, asked, onChange }: ChoiceProps) {
  const { wholeTask, dialog } = useText(requestsText)
  const day = useDay(task.plan.year)
  const { today } = useSession()
  const toggle = (key: string, isChosen: boolean) => {
    const { [key]: _, ...others } = asked
    onChange(isChosen ? { ...others, [key]: null } : others)
  }
  return (
    <fieldset className="dates-choice">
      <legend className="quiet">{dialog.chosen}</legend>
      {movable(task, wholeTask).map(({ milestoneId, title, currentDueOn }) => {
        const key = milestoneId ?? ''
        return (
          <div key={key} className="date-choice">
            <label className="check">
              <input type="checkbox" checked={key in asked} onChange={(event) => toggle(key, event.target.checked)} />
              <span>
                {title}　<span className="second">{dialog.present(day(currentDueOn))}</span>
              </span>
            </label>
            {key in asked && (
              <DateField
                label={dialog.newDate}
                value={asked[key] ?? null}
                onChange={(on) => onChange({ ...asked, [key]: on })}
                today={today}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** What has a date to move: milestones nobody has claimed yet, and the task itself. */
function movable({ milestones, currentDueOn }: TaskView, wholeTask: string): Movable[] {
  const open = milestones.filter(({ state }) => state === 'pending')
  return [
    ...open.map(({ id, title, currentDueOn: dueOn }) => ({ milestoneId: id, title, currentDueOn: dueOn })),
    ...(currentDueOn === null ? [] : [{ milestoneId: null, title: wholeTask, currentDueOn }]),
  ]
}
