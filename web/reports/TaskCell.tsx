import { Anchor } from '../ui/Anchor.tsx'
import { Light } from '../ui/Light.tsx'
import type { ShownRow } from './shown.ts'
import { useWords } from './useWords.ts'
import type { ReactNode } from 'react'

/** What the row is about: its light with the reason, its code and its title. */
export function TaskCell({ row, children }: { row: ShownRow; children: ReactNode }) {
  const words = useWords()
  return (
    <>
      <div className="task-line">
        <Light kind={row.light} />
        <span className="quiet text-12">{row.code}</span>
      </div>
      <Anchor href={`/tasks/${row.taskId}`} className="task-title" title={words.why(row.why)}>
        {row.title}
      </Anchor>
      {children}
    </>
  )
}
