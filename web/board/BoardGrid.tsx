import { type CSSProperties, useMemo, useRef, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { KeysDialog } from '#web/ui/KeysDialog.tsx'
import { useKeys } from '#web/ui/useKeys.ts'
import { Spacer, useRowRange } from '#web/ui/useRowRange.tsx'
import { BoardFoot, BoardHead } from './BoardEnds.tsx'
import { BoardRow } from './BoardRow.tsx'
import { BoardSlip, useSlip } from './BoardSlip.tsx'
import { type Edge, edgesFor } from './edges.tsx'
import {
  arrangeLines,
  type BoardFacts,
  type BoardOrder,
  type Figure,
  groupSpan,
  indexBoard,
  type Place,
} from './facts.ts'
import type { Lattice, Spot } from './navigate.ts'
import { spotOf, useBoardCursor } from './useBoardCursor.ts'

export type BoardGridProps = {
  facts: BoardFacts
  order: BoardOrder
  /** What the panel shows. */
  chosen: Place | null
  onChoose: (place: Place) => void
  /** Enter on what is already chosen. */
  onOpen: (place: Place) => void
  onClose: () => void
  /** A figure at the edge was opened. */
  onFigure: (figure: Figure) => void
  /** The previous or next date that the board can be seen as of. */
  onStep: (direction: -1 | 1) => void
  onPrint: () => void
  /** The sentence of a stone's worst task, for the slip under the pointer. */
  sentence?: ((place: Place) => string | undefined) | undefined
}

const ROW_HEIGHT = 27
const ENDS = { above: 48, below: 48 }
const TIGHT_FROM = 11

/** The board 棋盘: units are its lines, pillars cross them, a stone stands where there are tasks. */
export function BoardGrid(props: BoardGridProps) {
  const { facts, order, chosen } = props
  const words = useText(kitText).board
  const index = useMemo(() => indexBoard(facts), [facts])
  const lines = useMemo(() => arrangeLines(facts, index, order), [facts, index, order])
  const edges = edgesFor(facts.pillars.length)
  const leading = order === 'official' ? 2 : 1
  const columnCount = leading + facts.pillars.length + edges.length
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const range = useRowRange({ count: lines.length, heightOf: () => ROW_HEIGHT, frame: body, fixed: ENDS })

  const placeAt = ({ row, column }: Spot): Place | null => {
    const unitId = lines[row]?.unit.id
    return unitId && column <= facts.pillars.length ? { unitId, pillarId: facts.pillars[column - 1]?.id ?? null } : null
  }
  const act = (spot: Spot, by: 'key' | 'pointer') => {
    const place = placeAt(spot)
    if (!place) props.onFigure(figureAt(spot, { lines, facts, edges }))
    else if (by === 'key' && samePlace(place, chosen)) props.onOpen(place)
    else props.onChoose(place)
  }
  const lattice: Lattice = {
    rowCount: lines.length,
    pillarCount: facts.pillars.length,
    edgeCount: edges.length,
    lightAt: (row, pillar) => index.cell(lines[row]?.unit.id ?? '', facts.pillars[pillar]?.id ?? '')?.light ?? null,
  }
  const cursor = useBoardCursor({ frame, lattice, scrollTo: range.scrollTo, onAct: act })
  const { at: slipAt, over, hide, rowTrace, columnTrace } = useSlip(frame)
  const goToLight = (light: 'red' | 'yellow') => {
    const spot = cursor.goToLight(light)
    const place = spot && placeAt(spot)
    if (place && chosen) props.onChoose(place)
  }
  const [asked, setAsked] = useState(false)
  useKeys({
    r: () => goToLight('red'),
    y: () => goToLight('yellow'),
    p: props.onPrint,
    '[': () => props.onStep(-1),
    ']': () => props.onStep(1),
    Escape: props.onClose,
    '?': () => setAsked(true),
  })

  const chosenRow = lines.findIndex(({ unit }) => unit.id === chosen?.unitId)
  const chosenColumn = chosen ? facts.pillars.findIndex(({ id }) => id === chosen.pillarId) + 1 : null
  const tab = tabStop(cursor.spot, lines.length, range)
  const onTab = (row: number) => (tab.row === row ? tab.column : null)
  const ends = { facts, index, edges, leading, chosenColumn: chosenColumn || null } as const
  const slipPlace = slipAt && placeAt(slipAt.spot)
  return (
    <div className="board-frame" ref={frame} onPointerLeave={hide}>
      <table
        className={facts.pillars.length >= TIGHT_FROM ? 'board tight' : 'board'}
        style={sizes(facts.pillars.length, edges)}
        role="grid"
        aria-label={words.label}
        aria-rowcount={lines.length + 2}
        onKeyDown={cursor.press}
        onPointerOver={over}
        onClick={(event) => {
          const found = spotOf(event.target)
          if (!found) return
          hide()
          cursor.setSpot(found.spot)
          act(found.spot, 'pointer')
        }}
      >
        <Columns leading={leading} pillarCount={facts.pillars.length} edges={edges} />
        <BoardHead {...ends} tabColumn={onTab(-1)} />
        <tbody ref={body}>
          <Spacer height={range.before} columnCount={columnCount} />
          {lines.slice(range.from, range.to).map((line, offset) => {
            const row = range.from + offset
            const startsSpan = line.opensGroup || row === range.from
            return (
              <BoardRow
                key={line.unit.id}
                line={line}
                row={row}
                index={index}
                pillars={facts.pillars}
                edges={edges}
                groupSpan={leading === 1 ? null : startsSpan ? groupSpan(lines, row, range.to) : 0}
                chosenColumn={row === chosenRow ? chosenColumn : null}
                tracedColumn={chosenColumn}
                tabColumn={onTab(row)}
              />
            )
          })}
          <Spacer height={range.after} columnCount={columnCount} />
        </tbody>
        <BoardFoot {...ends} tabColumn={onTab(lines.length)} />
      </table>
      <i className="board-trace" ref={rowTrace} hidden />
      <i className="board-trace" ref={columnTrace} hidden />
      {slipAt && slipPlace?.pillarId && (
        <BoardSlip
          at={slipAt}
          unit={lines[slipAt.spot.row]?.unit.name ?? ''}
          pillar={facts.pillars[slipAt.spot.column - 1]?.name ?? ''}
          tally={index.cell(slipPlace.unitId, slipPlace.pillarId)}
          sentence={props.sentence?.(slipPlace)}
        />
      )}
      {asked && <KeysDialog title={words.keysLabel} keys={words.keys} onClose={() => setAsked(false)} />}
    </div>
  )
}

const samePlace = (a: Place, b: Place | null): boolean => a.unitId === b?.unitId && a.pillarId === b.pillarId

/** What a cell outside the crossings counts. */
function figureAt(
  { row, column }: Spot,
  board: { lines: readonly { unit: { id: string } }[]; facts: BoardFacts; edges: readonly Edge[] },
): Figure {
  const { lines, facts, edges } = board
  const unitId = lines[row]?.unit.id
  const pillarId = facts.pillars[column - 1]?.id
  const edge = edges[column - 1 - facts.pillars.length]
  // The totals under a pillar say its share on plan; its head says how many tasks it has.
  const of = edge?.of ?? (pillarId && row === lines.length ? 'attainment' : 'tasks')
  return { ...(unitId && { unitId }), ...(pillarId && { pillarId }), of }
}

/** Exactly one cell is in the tab order, also when its line has scrolled out of the document. */
function tabStop(spot: Spot, rowCount: number, { from, to }: { from: number; to: number }): Spot {
  const shown = spot.row < 0 || spot.row >= rowCount || (spot.row >= from && spot.row < to)
  return shown ? spot : { row: from, column: spot.column }
}

/** What the least width of the board rests on; the rest of the sum is in board.css. */
const sizes = (pillarCount: number, edges: readonly Edge[]): CSSProperties =>
  ({
    '--pillars': pillarCount,
    '--edges': `${edges.reduce((sum, { width }) => sum + width, 0)}px`,
  }) as CSSProperties

function Columns({ leading, pillarCount, edges }: { leading: 1 | 2; pillarCount: number; edges: readonly Edge[] }) {
  return (
    <colgroup>
      {leading === 2 && <col className="group" />}
      <col className="unit" />
      {Array.from({ length: pillarCount }, (_, pillar) => (
        <col key={pillar} />
      ))}
      {edges.map(({ of, column }) => (
        <col key={of} className={column} />
      ))}
    </colgroup>
  )
}
