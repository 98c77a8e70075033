import { z } from 'zod'
import { decideRequest, type RequestView } from '#domain/requests/requests.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { PromisedLines } from './PromisedLines.tsx'
import { requestsText } from './requests.text.ts'

const Draft = z.object({
  note: z.string(),
  /** Null while the text is no day. */
  dates: z.array(z.object({ milestoneId: z.string().nullable(), dueOn: z.string().nullable() })),
})

type Props = { request: RequestView; onClose: () => void }

/** Grants or refuses; an earlier date than the one asked for may be granted. */
export function DecideRequest({ request, onClose }: Props) {
  const text = useText(requestsText)
  const { dialog } = text
  const { today } = useSession()
  const { mutate, isPending, error } = useChange(decideRequest)
  const asked = request.dates.map(({ milestoneId, asked: dueOn }) => ({ milestoneId, dueOn }))
  const kept = useKept(`decision.${request.id}`, Draft, { note: '', dates: asked })
  const { note, dates } = kept.value
  const set = (index: number, dueOn: string | null) =>
    kept.change((before) => ({
      dates: before.dates.map((date, place) => (place === index ? { ...date, dueOn } : date)),
    }))
  const granted = dates.flatMap(({ milestoneId, dueOn }) => (dueOn === null ? [] : [{ milestoneId, dueOn }]))
  const decide = (approves: boolean) => {
    const body = { approves, note: note.trim(), dates: approves ? granted : [] }
    const sent = () => {
      kept.forget()
      onClose()
    }
    mutate({ params: { requestId: request.id }, body }, { onSuccess: sent })
  }
  const isWhole = granted.length === dates.length
  return (
    <Dialog
      title={dialog.decideTitle}
      onClose={onClose}
      foot={
        <>
          {note.trim() === '' && <p className="missing-list">{dialog.rejectReason}</p>}
          <button
            type="button"
            className="btn"
            disabled={isPending || note.trim() === ''}
            onClick={() => decide(false)}
          >
            {dialog.reject}
          </button>
          <button type="button" className="btn solid" disabled={isPending || !isWhole} onClick={() => decide(true)}>
            {dialog.approve}
          </button>
        </>
      }
    >
      <div className="stack">
        <p>{request.reason}</p>
        <PromisedLines request={request} />
        {request.dates.map(({ milestoneId, title }, index) => (
          <DateField
            key={milestoneId ?? 'task'}
            label={title ?? text.wholeTask}
            hint={dialog.earlier}
            value={dates[index]?.dueOn ?? null}
            onChange={(on) => set(index, on)}
            today={today}
          />
        ))}
        <LongTextField
          label={dialog.note}
          need="optional"
          maxLength={1000}
          value={note}
          onChange={(words) => kept.change({ note: words })}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
