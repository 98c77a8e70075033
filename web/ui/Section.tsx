import type { ReactNode } from 'react'

type Props = {
  title: string
  note?: string | undefined
  /** Nothing to read in it, only ways to go: it is left out on paper. */
  onScreenOnly?: boolean
  children: ReactNode
}

/** A section of a page: an ink hairline, a serif heading, at its right the one qualifier. */
export function Section({ title, note, onScreenOnly, children }: Props) {
  return (
    <section className={onScreenOnly ? 'section on-screen-only' : 'section'} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {note && <span className="note">{note}</span>}
      </header>
      {children}
    </section>
  )
}
