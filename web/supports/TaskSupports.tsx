import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useText } from '../text.tsx'
import { SupportLine } from './SupportLine.tsx'
import { supportsText } from './supports.text.ts'

/** On a task's page: who owes what by when, and what can be done about it. Nothing where nobody supports it. */
export function TaskSupports({ task: { id, supports, plan } }: { task: TaskView }) {
  const text = useText(supportsText)
  if (supports.length === 0) return null
  return (
    <div className="supports">
      <p className="text-12 quiet">{text.title}</p>
      <ul>
        {supports.map((support) => (
          <SupportLine key={support.unit.id} support={support} taskId={id} planYear={plan.year} />
        ))}
      </ul>
    </div>
  )
}
