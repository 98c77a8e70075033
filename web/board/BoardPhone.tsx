import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Stone } from '#web/ui/Stone.tsx'
import { type BoardFacts, type BoardIndex, indexBoard } from './facts.ts'
import { TaskCard, type TaskCardFacts } from './TaskCard.tsx'

type Props = {
  facts: BoardFacts
  /** The unit shown: one at a time, in official order. */
  unitId: string
  onUnit: (unitId: string) => void
  /** The pillar whose tasks are listed; null for all red and yellow ones. */
  pillarId: string | null
  onPillar: (pillarId: string | null) => void
  /** The unit's tasks, worst first; undefined while they are fetched. */
  tasks: readonly TaskCardFacts[] | undefined
  planYear: number
}

/** The board on a phone: one unit's strip of stones, then what needs someone. No totals, no comparison. */
export function BoardPhone({ facts, unitId, onUnit, pillarId, onPillar, tasks, planYear }: Props) {
  const words = useText(kitText).board
  const at = facts.units.findIndex(({ id }) => id === unitId)
  const step = (direction: -1 | 1) => {
    const next = facts.units[(at + direction + facts.units.length) % facts.units.length]
    if (next) onUnit(next.id)
  }
  return (
    <>
      <div className="unit-strip">
        <button type="button" className="btn" onClick={() => step(-1)}>
          {words.previousUnit}
        </button>
        <select
          className="unit-choice"
          aria-label={words.chooseUnit}
          value={unitId}
          onChange={(event) => onUnit(event.target.value)}
        >
          {facts.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" className="btn" onClick={() => step(1)}>
          {words.nextUnit}
        </button>
      </div>
      <Strip facts={facts} index={indexBoard(facts)} unitId={unitId} pillarId={pillarId} onPillar={onPillar} />
      <section className="section">
        <header>
          <h2>{facts.pillars.find(({ id }) => id === pillarId)?.name ?? words.attention}</h2>
        </header>
        {!tasks && <Loading lines={4} />}
        {tasks?.length === 0 && <p className="second">{pillarId ? words.emptyCell : words.allCalm}</p>}
        {tasks?.map((task) => (
          <TaskCard key={task.id} task={task} planYear={planYear} />
        ))}
      </section>
    </>
  )
}

type StripProps = Pick<Props, 'facts' | 'unitId' | 'pillarId' | 'onPillar'> & { index: BoardIndex }

/** A unit's pillars as rows of four, each with its stone or a bare crossing. */
function Strip({ facts, index, unitId, pillarId, onPillar }: StripProps) {
  const words = useText(kitText).board
  const unit = facts.units.find(({ id }) => id === unitId)?.name ?? ''
  return (
    <div className="strip">
      {facts.pillars.map(({ id, name }) => {
        const stone = index.cell(unitId, id)
        const place = { unit, pillar: name }
        return (
          <button
            key={id}
            type="button"
            aria-pressed={id === pillarId}
            onClick={() => onPillar(id === pillarId ? null : id)}
          >
            <span className="aloud">{stone ? words.stone(place, stone) : words.bare(place)}</span>
            {stone ? <Stone facts={stone} /> : <span className="bare" />}
            <span className="name" aria-hidden="true">
              {name}
            </span>
          </button>
        )
      })}
    </div>
  )
}
