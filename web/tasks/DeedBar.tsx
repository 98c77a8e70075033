import { useState } from 'react'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { CompletionAnswers } from './CompletionAnswers.tsx'
import { type Deed, DEED_FACTS, type DeedWords, isSaid, NO_WORDS } from './deeds.ts'
import { ledgerText } from './ledger.text.ts'
import { SixChecks } from './StepFields.tsx'
import { taskText } from './task.text.ts'
import type { Deeds, Outcome } from './useDeeds.ts'
import type { Pickable } from './usePicking.ts'

/** A button for each deed that is possible for these rows; one stands out. */
export function DeedButtons({ deeds, rows }: { deeds: Deeds; rows: readonly Pickable[] }) {
  const text = useText(ledgerText)
  const possible = deeds.possible(rows)
  const solid = possible.find(({ deed }) => !DEED_FACTS[deed].isQuiet)?.deed
  return (
    <>
      {possible.map(({ deed, meant }) => (
        <button
          key={deed}
          type="button"
          className={deed === solid ? 'btn small solid' : 'btn small'}
          disabled={deeds.busy}
          onClick={() => deeds.begin(deed, rows)}
        >
          {text.deeds[deed]}
          {rows.length > 1 && ` ${meant.length}`}
        </button>
      ))}
    </>
  )
}

/** What came of the last deed, and the dialog of the one that asks for words. */
export function DeedTalk({ deeds: { asked, outcome, say, stop } }: { deeds: Deeds }) {
  return (
    <>
      {outcome && <OutcomeLine outcome={outcome} />}
      {asked && <DeedDialog {...asked} onClose={stop} onSay={say} />}
    </>
  )
}

type DialogProps = {
  deed: Deed
  rows: readonly Pickable[]
  onClose: () => void
  onSay: (words: DeedWords) => void
}

/** What is said once for all the selected. */
function DeedDialog({ deed, rows, onClose, onSay }: DialogProps) {
  const text = useText(ledgerText)
  const { dialog } = useText(taskText)
  const [words, setWords] = useState(NO_WORDS)
  const { asks, showsAnswers } = DEED_FACTS[deed]
  const isVerified = asks === 'verification'
  return (
    <Dialog
      title={`${text.deeds[deed]} ${rows.length}`}
      size={showsAnswers ? 'wide' : 'normal'}
      onClose={onClose}
      foot={
        <button
          type="button"
          className="btn solid"
          disabled={!isSaid(deed, words)}
          onClick={() => onSay({ ...words, text: words.text.trim() })}
        >
          {text.deeds[deed]}
        </button>
      }
    >
      <div className="stack">
        <p className="second">{text.deedExplained[deed]}</p>
        {showsAnswers && <CompletionAnswers taskIds={rows.map(({ id }) => id)} />}
        {asks === 'checks' && <SixChecks checks={words.checks} onChange={(checks) => setWords({ ...words, checks })} />}
        {(asks === 'reason' || isVerified) && (
          <LongTextField
            label={isVerified ? dialog.verification : dialog.reason}
            hint={isVerified ? dialog.verificationHint : undefined}
            maxLength={1000}
            value={words.text}
            onChange={(said) => setWords({ ...words, text: said })}
          />
        )}
      </div>
    </Dialog>
  )
}

/** What came of it, one by one: nothing is refused in silence. */
function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const text = useText(ledgerText)
  if ('error' in outcome)
    return (
      <p className="outcome error" role="alert">
        {outcome.error}
      </p>
    )
  const { deed, done, refused, codes } = outcome
  return (
    <div className={refused.length === 0 ? 'outcome brief' : 'outcome'} role="status">
      {done.length > 0 && <p>{text.bulkDone[deed](done.length)}</p>}
      {refused.length > 0 && (
        <details open={refused.length <= 5}>
          <summary>{text.bulkRefused(refused.length)}</summary>
          <ul>
            {refused.map(({ id, message }) => (
              <li key={id}>
                <b>{codes.get(id) ?? ''}</b> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
