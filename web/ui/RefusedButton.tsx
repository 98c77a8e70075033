import { useId } from 'react'

/** A button for what cannot be done now, and beside it the sentence that says why and what to do first. */
export function RefusedButton({ label, why, isSmall = false }: { label: string; why: string; isSmall?: boolean }) {
  const id = useId()
  return (
    <span className="refused">
      <button type="button" className={isSmall ? 'btn small' : 'btn'} aria-disabled="true" aria-describedby={id}>
        {label}
      </button>
      <span className="why-not" id={id}>
        {why}
      </span>
    </span>
  )
}
