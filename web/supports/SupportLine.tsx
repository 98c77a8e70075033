import type { ReactNode } from 'react'
import { formatOn } from '#domain/calendar/calendar.ts'
import { labelFor } from '#domain/glossary.ts'
import type { SupportView } from '#domain/tasks/supports.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { Delivered } from './Delivered.tsx'
import { SupportActs } from './SupportActs.tsx'
import { standingWords } from './standingWords.ts'
import { supportsText } from './supports.text.ts'
import './supports.css'

type Props = {
  support: SupportView
  taskId: string
  planYear: number
  /** Who is named first; the supporting unit where nothing is said. */
  name?: string
  /** Where it does not stand on its task's page: the task. */
  children?: ReactNode
}

/** What one unit owes: its light, what and by when, how it stands, and what the one who looks may do. */
export function SupportLine({ support, taskId, planYear, name = support.unit.name, children }: Props) {
  const { language } = useLanguage()
  const { deliverable, dueOn, light, state } = support
  return (
    <li className="support">
      <Light kind={light} word={light === 'grey' ? labelFor(`support.${state}`, language) : undefined} />
      <div>
        <p>
          <b>{name}</b>　{deliverable}
        </p>
        {children}
        <How support={support} planYear={planYear} />
        {state !== 'confirmed' && <Delivered support={support} />}
        <SupportActs taskId={taskId} support={support} />
      </div>
      {dueOn && <time dateTime={dueOn}>{formatOn(dueOn, planYear, language)}</time>}
    </li>
  )
}

/** In one line: the clock of what is owed; of what came, when, and what the lead unit thinks. */
function How({ support, planYear }: Pick<Props, 'support' | 'planYear'>) {
  const text = useText(supportsText)
  const { language } = useLanguage()
  const { state, decision } = support
  const parts = standingWords(support, text, language, (on) => formatOn(on, planYear, language))
  if (parts.length === 0) return null
  const note = state === 'delivered' ? '' : (decision?.note ?? '')
  return (
    <p className="how">
      {parts.map(({ words, weight }, index) => (
        <span key={words} className={weight}>
          {index > 0 && text.join}
          {words}
        </span>
      ))}
      {note && text.note(note)}
    </p>
  )
}
