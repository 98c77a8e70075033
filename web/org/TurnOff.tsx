import { Refused } from '#web/ui/Refused.tsx'

type Props = {
  /** What the button does now: turn off or take back. */
  deed: string
  /** What follows from turning it off; null where it is off. */
  note: string | null
  turning: { error: Error | null; isPending: boolean }
  onTurn: () => void
}

/** The last row of a dialog: turns what it is about off, or on again. */
export function TurnOff({ deed, note, turning, onTurn }: Props) {
  return (
    <div className="stack">
      <Refused error={turning.error} />
      <p className="row">
        <button type="button" className="btn small" disabled={turning.isPending} onClick={onTurn}>
          {deed}
        </button>
        {note !== null && <span className="quiet text-12">{note}</span>}
      </p>
    </div>
  )
}
