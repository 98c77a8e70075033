import { z } from 'zod'
import { nameBenchmark } from '#domain/highlights/highlights.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { highlightsText } from './highlights.text.ts'

const Named = z.object({ peer: z.string(), typed: z.string(), asOn: z.iso.date().nullable(), source: z.string() })
const EMPTY = { peer: '', typed: '', asOn: null, source: '' }

/** A peer with its number, the day it is of, and where it is written. */
export function NameDialog({ taskId, measure, onClose }: { taskId: string; measure: string; onClose: () => void }) {
  const text = useText(highlightsText)
  const { today } = useSession()
  const kept = useKept(`benchmark.${taskId}`, Named, EMPTY)
  const { peer, typed, asOn, source } = kept.value
  const { mutate, isPending, error } = useChange(nameBenchmark)
  const value = Number(typed.replace(/[,，\s]/g, ''))
  const isNumber = typed.trim() !== '' && Number.isFinite(value)
  const isWhole = isNumber && asOn !== null && peer.trim() !== '' && source.trim() !== ''
  const sent = () => {
    kept.forget()
    onClose()
  }
  const go = () => {
    if (asOn !== null) mutate({ params: { taskId }, body: { peer, value, asOn, source } }, { onSuccess: sent })
  }
  return (
    <Dialog
      title={text.nameTitle}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={!isWhole || isPending} onClick={go}>
          {text.nameIt}
        </button>
      }
    >
      <div className="stack">
        <TextField
          label={text.peer}
          hint={text.peerHint}
          maxLength={60}
          value={peer}
          onChange={(words) => kept.change({ peer: words })}
        />
        <TextField
          label={text.value(measure)}
          error={typed.trim() === '' || isNumber ? undefined : text.valueWrong}
          maxLength={20}
          value={typed}
          onChange={(words) => kept.change({ typed: words })}
        />
        <DateField label={text.asOn} today={today} value={asOn} onChange={(on) => kept.change({ asOn: on })} />
        <TextField
          label={text.source}
          hint={text.sourceHint}
          maxLength={300}
          value={source}
          onChange={(words) => kept.change({ source: words })}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
