import { z } from 'zod'
import { askChange } from '#domain/requests/requests.contract.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { requestsText } from './requests.text.ts'

const Draft = z.object({
  title: z.string(),
  value: z.string(),
  measure: z.string(),
  weight: z.string(),
  reason: z.string(),
  benefit: z.string(),
})
type Draft = z.infer<typeof Draft>

const draftOf = ({ title, target, weight }: TaskView): Draft => ({
  title,
  value: target ? String(target.value) : '',
  measure: target?.measure ?? '',
  weight: String(weight),
  reason: '',
  benefit: '',
})

const numberIn = (text: string): number | null =>
  text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)

function changesOf(task: TaskView, { title, value, measure, weight }: Draft) {
  const number = numberIn(value)
  const target = number === null || measure.trim() === '' ? null : { value: number, measure: measure.trim() }
  const isSameTarget = target?.value === task.target?.value && target?.measure === task.target?.measure
  const weighs = numberIn(weight)
  return {
    ...(title.trim() !== '' && title.trim() !== task.title && { title: title.trim() }),
    ...(!isSameTarget && { target }),
    ...(weighs !== null && weighs !== task.weight && { weight: weighs }),
  }
}

/** Asks to change what an approved plan froze: the task's words, its target, its weight. */
export function AskChange({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useText(requestsText)
  const { dialog } = text
  const { mutate, isPending, error } = useChange(askChange)
  const kept = useKept(`change.${task.id}`, Draft, draftOf(task))
  const { value: draft, change: set } = kept
  const changes = changesOf(task, draft)
  const isWhole = Object.keys(changes).length > 0 && draft.reason.trim() !== '' && draft.benefit.trim() !== ''
  const send = () => {
    const body = { changes, reason: draft.reason.trim(), benefit: draft.benefit.trim() }
    const sent = () => {
      kept.forget()
      onClose()
    }
    mutate({ params: { taskId: task.id }, body }, { onSuccess: sent })
  }
  return (
    <Dialog
      title={text.askChange}
      size="wide"
      onClose={onClose}
      foot={
        <>
          {!isWhole && <p className="missing-list">{dialog.changeMissing}</p>}
          <button type="button" className="btn solid" disabled={!isWhole || isPending} onClick={send}>
            {dialog.send}
          </button>
        </>
      }
    >
      <div className="stack">
        <p className="second">{dialog.changeLadder}</p>
        <LongTextField
          label={dialog.newTitle}
          maxLength={500}
          value={draft.title}
          onChange={(title) => set({ title })}
        />
        <div className="side-by-side">
          <TextField
            label={dialog.newTarget}
            inputMode="decimal"
            value={draft.value}
            onChange={(value) => set({ value })}
          />
          <TextField
            label={dialog.newMeasure}
            maxLength={30}
            value={draft.measure}
            onChange={(measure) => set({ measure })}
          />
          <TextField
            label={dialog.newWeight}
            inputMode="numeric"
            value={draft.weight}
            onChange={(weight) => set({ weight })}
          />
        </div>
        <LongTextField
          label={dialog.changeReason}
          maxLength={2000}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
        <LongTextField
          label={dialog.benefit}
          hint={dialog.benefitHint}
          maxLength={2000}
          value={draft.benefit}
          onChange={(benefit) => set({ benefit })}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
