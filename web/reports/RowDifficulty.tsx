import { createContext, useContext } from 'react'
import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import { difficultyHref } from '../difficulties/address.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'

/** The open difficulties that the sheet's unit has raised, by task, and how to raise one of a row. */
export type SheetDifficulties = {
  of: (taskId: string) => DifficultyView | undefined
  raise: (row: ShownRow) => void
}

export const SheetDifficultiesContext = createContext<SheetDifficulties | null>(null)

/** Under a row's difficulty: what became of it, or the way to make it a real one; it is not asked twice. */
export function RowDifficulty({ row }: { row: ShownRow }) {
  const text = useText(reportsText)
  const difficulties = useContext(SheetDifficultiesContext)
  if (!difficulties) return null
  const raised = difficulties.of(row.taskId)
  if (raised)
    return (
      <p className="hint raised-difficulty">
        {text.difficultyRaised(raised.level)}
        {'　'}
        <Anchor href={difficultyHref(raised.id)} className="link">
          {raised.title}
        </Anchor>
      </p>
    )
  if (row.values.difficulty.trim() === '') return null
  return (
    <button type="button" tabIndex={-1} className="btn small" onClick={() => difficulties.raise(row)}>
      {text.raiseDifficulty} <kbd>Alt+D</kbd>
    </button>
  )
}
