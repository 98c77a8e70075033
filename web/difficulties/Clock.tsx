import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import { useText } from '../text.tsx'
import { difficultiesText } from './difficulties.text.ts'
import { leftWords } from './shown.ts'

/** More boxes than fit a card say no more than a number does. */
const MOST_BOXES = 15
/** Amber on the last two days (FACE §4). */
const NEAR = 1

/** A limit as one box for each working day: filled as used, amber when nearly out, red once nobody is above. */
export function Clock({ clock }: { clock: NonNullable<DifficultyView['clock']> }) {
  const text = useText(difficultiesText)
  const { limitWorkdays, workdaysLeft } = clock
  const used = Math.min(limitWorkdays, Math.max(0, limitWorkdays - workdaysLeft))
  const left = leftWords(workdaysLeft, text)
  const state = workdaysLeft < 0 ? 'out' : workdaysLeft <= NEAR ? 'near' : ''
  return (
    <p className={`clock ${state}`} aria-label={text.clock(used, limitWorkdays, left)}>
      {limitWorkdays <= MOST_BOXES && (
        <span className="boxes" aria-hidden="true">
          {Array.from({ length: limitWorkdays }, (_, index) => (
            <i key={index} className={index < used ? 'used' : undefined} />
          ))}
        </span>
      )}
      <b>{left}</b>
    </p>
  )
}
