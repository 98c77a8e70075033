import { useState } from 'react'
import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import { LEVELS, type Level } from '#domain/difficulties/difficulty.ts'
import { useText } from '../text.tsx'
import { usePrinting } from '../ui/usePrinting.ts'
import { difficultiesText } from './difficulties.text.ts'
import { DifficultyCard } from './DifficultyCard.tsx'

const SHOWN = 4

type Props = {
  items: readonly DifficultyView[]
  levels: readonly { level: Level; count: number; limitWorkdays: number }[]
}

/** The four levels as stairs: what is not answered in time is a step higher the next day. */
export function Stairs({ items, levels }: Props) {
  return (
    <div className="stairs">
      {LEVELS.map((level) => {
        const total = levels.find((one) => one.level === level)
        return (
          <Step
            key={level}
            level={level}
            count={total?.count ?? 0}
            limitWorkdays={total?.limitWorkdays ?? 0}
            items={items.filter((item) => item.level === level)}
          />
        )
      })}
    </div>
  )
}

type StepProps = { level: Level; count: number; limitWorkdays: number; items: readonly DifficultyView[] }

function Step({ level, count, limitWorkdays, items }: StepProps) {
  const text = useText(difficultiesText)
  const printing = usePrinting()
  const [all, setAll] = useState(false)
  const shown = all || printing || items.length <= SHOWN ? items : items.slice(0, SHOWN)
  const hidden = items.length - shown.length
  return (
    <section className={`stair stair-${level}`} aria-label={`${text.levels[level]} ${text.answerers[level]}`}>
      <header>
        <p className="heading">
          <b>{text.levels[level]}</b>
          <span>{text.answerers[level]}</span>
          <em>{count}</em>
        </p>
        <p className="second text-12">{text.limits[level](limitWorkdays)}</p>
      </header>
      <ul>
        {shown.map((difficulty, index) => (
          <DifficultyCard key={difficulty.id} difficulty={difficulty} place={`${level} ${index}`} />
        ))}
      </ul>
      {items.length === 0 && <p className="second text-13">{text.emptyLevel}</p>}
      {hidden > 0 && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {text.more(hidden)}
        </button>
      )}
    </section>
  )
}
