import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What would be here, or the way on. */
  sentence?: string | undefined
  /** At most one solid button. */
  children?: ReactNode
}

/** Nothing to show, said in words where the content would be. */
export function EmptyState({ title, sentence, children }: Props) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {sentence && <p>{sentence}</p>}
      {children && <div className="actions">{children}</div>}
    </div>
  )
}
