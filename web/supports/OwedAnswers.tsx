import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import { DifficultyLine } from '../difficulties/TaskDifficulties.tsx'
import { useText } from '../text.tsx'
import { supportsText } from './supports.text.ts'

/** Difficulties that one's units raised and another unit has not answered or solved yet. Nothing where there are none. */
export function OwedAnswers({ items }: { items: readonly DifficultyView[] }) {
  const text = useText(supportsText)
  if (items.length === 0) return null
  return (
    <>
      <h3 className="text-13">{text.owedAnswers}</h3>
      <ul className="task-difficulties">
        {items.map((difficulty) => (
          <DifficultyLine key={difficulty.id} difficulty={difficulty} />
        ))}
      </ul>
    </>
  )
}
