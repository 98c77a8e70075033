import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Attainment, type Edge } from './edges.tsx'
import { type BoardFacts, type BoardIndex, nameParts } from './facts.ts'

type Props = {
  facts: BoardFacts
  index: BoardIndex
  edges: readonly Edge[]
  /** Columns before the first pillar: the unit, and the group where there is one. */
  leading: 1 | 2
  /** The chosen column, counted from the unit's as 0. */
  chosenColumn: number | null
  /** The column that the Tab key reaches in this row. */
  tabColumn: number | null
}

const spotter = (row: number, tabColumn: number | null) => (column: number) => ({
  'data-at': `${row}:${column}`,
  tabIndex: tabColumn === column ? 0 : -1,
})

/** A pillar's name, which may break in the middle where the column is narrow. */
export function PillarName({ name }: { name: string }) {
  return (
    <b>
      {nameParts(name).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </b>
  )
}

/** The head: pillars with their number of tasks, and the names of the edges. */
export function BoardHead({ facts, index, edges, leading, chosenColumn, tabColumn }: Props) {
  const words = useText(kitText).board
  const spot = spotter(-1, tabColumn)
  return (
    <thead>
      <tr aria-rowindex={1}>
        {leading === 2 && <td className="group corner" />}
        <th className="unit" scope="col" {...spot(0)}>
          {words.unit}
        </th>
        {facts.pillars.map((pillar, at) => (
          <th
            key={pillar.id}
            className={chosenColumn === at + 1 ? 'pillar on' : 'pillar'}
            scope="col"
            title={pillar.name}
            {...spot(at + 1)}
          >
            <PillarName name={pillar.name} />
            <small>{words.taskCount(index.pillar(pillar.id).taskCount)}</small>
          </th>
        ))}
        {edges.map((edge, at) => (
          <th
            key={edge.of}
            className={at === 0 ? 'edge first' : 'edge'}
            scope="col"
            {...spot(facts.pillars.length + 1 + at)}
          >
            {edge.head(words)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The totals: each pillar's share on plan with its red and yellow, and the whole board's edges. */
export function BoardFoot({ facts, index, edges, leading, tabColumn }: Props) {
  const words = useText(kitText).board
  const spot = spotter(facts.units.length, tabColumn)
  return (
    <tfoot>
      <tr aria-rowindex={facts.units.length + 2}>
        {leading === 2 && <td className="group corner" />}
        <th className="unit" scope="row" {...spot(0)}>
          <b>{words.total}</b>
        </th>
        {facts.pillars.map((pillar, at) => {
          const tally = index.pillar(pillar.id)
          return (
            <td key={pillar.id} {...spot(at + 1)}>
              <b>
                <Attainment tally={tally} />
              </b>
              <LightCounts red={tally.lightCounts.red} yellow={tally.lightCounts.yellow} />
            </td>
          )
        })}
        {edges.map((edge, at) => (
          <td
            key={edge.of}
            className={at === 0 ? 'edge first' : 'edge'}
            aria-label={words.edge(words.total, edge.head(words), edge.say(facts.total))}
            {...spot(facts.pillars.length + 1 + at)}
          >
            <b>{edge.show(facts.total)}</b>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** 红 2 黄 5, a zero quiet. */
export function LightCounts({ red, yellow }: { red: number; yellow: number }) {
  const words = useText(kitText).board
  return (
    <span className="counts">
      <span className={red === 0 ? 'zero' : 'count-red'}>{words.redCount(red)}</span>
      <span className={yellow === 0 ? 'zero' : 'count-yellow'}>{words.yellowCount(yellow)}</span>
    </span>
  )
}
