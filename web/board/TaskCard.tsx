import { formatOn } from '#domain/calendar/calendar.ts'
import type { Light as Kind } from '#domain/lights/light.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Anchor } from '#web/ui/Anchor.tsx'
import { Light } from '#web/ui/Light.tsx'
import { Why } from '#web/ui/Why.tsx'

export type TaskCardFacts = {
  id: string
  code: string
  title: string
  light: Kind
  /** Why the light is what it is, in the page's language. */
  sentence: string
  /** The lead unit, where the card does not stand under it. */
  unitName?: string
  assigneeName: string | null
  originalDueOn: string
  currentDueOn: string
}

const LOUD: readonly Kind[] = ['red', 'yellow']

/** A task in a panel: full where it needs someone, a quiet pair of lines where it does not. */
export function TaskCard({ task, planYear }: { task: TaskCardFacts; planYear: number }) {
  const words = useText(kitText).board
  const { language } = useLanguage()
  const loud = LOUD.includes(task.light)
  const day = (on: string) => formatOn(on, planYear, language)
  return (
    <Anchor href={`/tasks/${task.id}`} className={loud ? 'task-card' : 'task-card calm'}>
      <div className="first">
        <Light kind={task.light} />
        <span className="code">{task.code}</span>
      </div>
      <div className="name">{task.title}</div>
      <Why light={task.light} sentence={task.sentence} />
      {loud && (
        <div className="facts">
          {task.unitName && <span>{task.unitName}</span>}
          {task.assigneeName && <span>{words.assignee(task.assigneeName)}</span>}
          <span>{words.originalDue(day(task.originalDueOn))}</span>
          {task.currentDueOn !== task.originalDueOn && <span>{words.currentDue(day(task.currentDueOn))}</span>}
        </div>
      )}
    </Anchor>
  )
}
