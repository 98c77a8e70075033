import { useState } from 'react'
import { decideRequest, type RequestView } from '#domain/requests/requests.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { PromisedLines } from './PromisedLines.tsx'
import { requestsText } from './requests.text.ts'

type Props = { request: RequestView; onClose: () => void }

/** Grants or refuses; an earlier date than the one asked for may be granted. */
export function DecideRequest({ request, onClose }: Props) {
  const text = useText(requestsText)
  const { dialog } = text
  const { today } = useSession()
  const { mutate, isPending, error } = useChange(decideRequest)
  const [note, setNote] = useState('')
  const [dates, setDates] = useState(
    request.dates.map(({ milestoneId, asked }) => ({ milestoneId, dueOn: asked as string | null })),
  )
  const set = (index: number, dueOn: string | null) =>
    setDates(dates.map((date, place) => (place === index ? { ...date, dueOn } : date)))
  const granted = dates.flatMap(({ milestoneId, dueOn }) => (dueOn === null ? [] : [{ milestoneId, dueOn }]))
  const decide = (approves: boolean) => {
    const body = { approves, note: note.trim(), dates: approves ? granted : [] }
    mutate({ params: { requestId: request.id }, body }, { onSuccess: onClose })
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
        <LongTextField label={dialog.note} need="optional" maxLength={1000} value={note} onChange={setNote} />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
