import type { ReactNode } from 'react'

type Props = { title: string; note?: string | undefined; children: ReactNode }

/** A section of a page: an ink hairline, a serif heading, at its right the one qualifier. */
export function Section({ title, note, children }: Props) {
  return (
    <section className="section" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {note && <span className="note">{note}</span>}
      </header>
      {children}
    </section>
  )
}
