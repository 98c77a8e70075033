import { memo } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Stone } from '#web/ui/Stone.tsx'
import type { Edge } from './edges.tsx'
import { type BoardIndex, type BoardLine, type BoardPillar, isStar, nameDown } from './facts.ts'

type Props = {
  line: BoardLine
  row: number
  index: BoardIndex
  pillars: readonly BoardPillar[]
  edges: readonly Edge[]
  /** How many lines the group cell beside this line covers; 0 where a line above has it, null without groups. */
  groupSpan: number | null
  /** The chosen column in this line (0 for the unit itself), null in all other lines. */
  chosenColumn: number | null
  /** The column whose line is traced through every row. */
  tracedColumn: number | null
  /** The column of this line that the Tab key reaches, null in all other lines. */
  tabColumn: number | null
}

/** One unit: its name, its crossings, its totals. Pointer and keys are heard by the whole board. */
export const BoardRow = memo(function BoardRow(props: Props) {
  const { line, row, index, pillars, edges, chosenColumn, tracedColumn, tabColumn } = props
  const words = useText(kitText).board
  const { unit } = line
  const tally = index.unit(unit.id)
  const spot = (column: number) => ({ 'data-at': `${row}:${column}`, tabIndex: tabColumn === column ? 0 : -1 })
  return (
    <tr className={line.opensGroup && row > 0 ? 'opens' : undefined} aria-rowindex={row + 2}>
      <GroupCell name={unit.groupName} span={props.groupSpan} />
      <th className={chosenColumn === null ? 'unit' : 'unit on'} scope="row" title={unit.fullName} {...spot(0)}>
        {unit.name}
      </th>
      {pillars.map((pillar, at) => {
        const stone = index.cell(unit.id, pillar.id)
        const place = { unit: unit.name, pillar: pillar.name }
        const classes = ['crossing']
        if (!stone && isStar(row, at, pillars.length)) classes.push('star')
        if (chosenColumn !== null) classes.push('row-on')
        if (tracedColumn === at + 1) classes.push('column-on')
        if (chosenColumn === at + 1) classes.push('chosen')
        return (
          <td
            key={pillar.id}
            className={classes.join(' ')}
            aria-label={stone ? words.stone(place, stone) : words.bare(place)}
            aria-selected={chosenColumn === at + 1}
            {...spot(at + 1)}
          >
            {stone && <Stone facts={stone} />}
          </td>
        )
      })}
      {edges.map((edge, at) => (
        <td
          key={edge.of}
          className={at === 0 ? 'edge first' : 'edge'}
          aria-label={words.edge(unit.name, edge.head(words), edge.say(tally))}
          {...spot(pillars.length + 1 + at)}
        >
          {edge.show(tally)}
        </td>
      ))}
    </tr>
  )
})

const ROW_HEIGHT = 27
/** The group's name beside its lines; where they are too few for it, its beginning; whole when read aloud and on hover. */
function GroupCell({ name, span }: { name: string; span: number | null }) {
  if (!span) return null
  return (
    <th className="group" scope="rowgroup" rowSpan={span} title={name} aria-label={name}>
      <span>{nameDown(name, span * ROW_HEIGHT)}</span>
    </th>
  )
}
