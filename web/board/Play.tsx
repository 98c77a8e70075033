import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BoardView } from '#domain/board/board.contract.ts'
import { emptyTally } from '#domain/rates/board.ts'
import { useText } from '../text.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { stepDates, type BoardAddress } from './address.ts'
import { useAsOf } from './AsOfPicker.tsx'
import { boardText } from './board.text.ts'
import { BoardGrid } from './BoardGrid.tsx'
import { BoardLegend } from './BoardLegend.tsx'
import { AttentionPanel } from './AttentionPanel.tsx'
import { CellPanel } from './CellPanel.tsx'
import { indexBoard, type BoardOrder, type Figure, type Place } from './facts.ts'
import { useAttention, useBoardTasks } from './useBoardTasks.ts'

type Props = { board: BoardView; address: BoardAddress }

/** The board with its legend, and beside it the tasks of the chosen stone. */
export function Play({ board, address }: Props) {
  const navigate = useNavigate()
  const showAsOf = useAsOf(board, address)
  // A look, not an order: gone when the page is left.
  const [order, setOrder] = useState<BoardOrder>('official')
  const place = placeOf(address)
  const tasks = useBoardTasks(board, place)
  const attention = useAttention(board)
  const choose = (next: Place | null) =>
    void navigate({
      to: '/',
      search: { ...address, unit: next?.unitId, pillar: next?.pillarId ?? undefined },
      replace: true,
    })
  const toLedger = (filter: Record<string, string | undefined>) =>
    void navigate({ to: '/ledger', search: { planId: board.plan.id, ...filter } })
  const step = (direction: -1 | 1) => {
    const dates = stepDates(board.plan.year, board.today).map(({ on }) => on)
    const earlier = dates.filter((on) => on < board.asOn)
    const next = direction === 1 ? dates.find((on) => on > board.asOn) : earlier[earlier.length - 1]
    if (next) showAsOf(next)
  }
  return (
    <div className="play">
      <div className="play-board">
        <BoardHeadLine board={board} order={order} onOrder={setOrder} onLight={(light) => toLedger({ light })} />
        <BoardGrid
          facts={board}
          order={order}
          chosen={place}
          onChoose={choose}
          onOpen={({ unitId, pillarId }) => toLedger({ leadUnitId: unitId, pillarId: pillarId ?? undefined })}
          onClose={() => choose(null)}
          onFigure={(figure) => toLedger(filterOf(figure))}
          onStep={step}
          onPrint={() => window.print()}
          sentence={(at) => worstOf(attention, at)?.sentence}
        />
      </div>
      {place ? (
        <Panel board={board} place={place} tasks={tasks} onOpen={toLedger} onClose={() => choose(null)} />
      ) : (
        <AttentionPanel board={board} />
      )}
    </div>
  )
}

/** Of a stone that needs someone, the worst task: the list is in that order. */
const worstOf = (attention: ReturnType<typeof useAttention>, at: Place) =>
  attention?.find(({ unitId, pillarId }) => unitId === at.unitId && pillarId === at.pillarId)

const placeOf = ({ unit, pillar }: BoardAddress): Place | null =>
  unit ? { unitId: unit, pillarId: pillar ?? null } : null

const filterOf = ({ unitId, pillarId, of }: Figure): Record<string, string | undefined> => ({
  leadUnitId: unitId,
  pillarId,
  light: of === 'red' || of === 'yellow' ? of : undefined,
})

type HeadLine = {
  board: BoardView
  order: BoardOrder
  onOrder: (order: BoardOrder) => void
  onLight: (light: string) => void
}

function BoardHeadLine({ board, order, onOrder, onLight }: HeadLine) {
  const text = useText(boardText)
  return (
    <div className="board-line">
      <BoardLegend counts={board.total.lightCounts} onLight={onLight} />
      <span className="grow" />
      <Segmented
        label={text.order}
        value={order}
        segments={[
          { value: 'official', label: text.official },
          { value: 'worst', label: text.worst },
        ]}
        onChange={onOrder}
      />
    </div>
  )
}

type PanelProps = {
  board: BoardView
  place: Place
  tasks: ReturnType<typeof useBoardTasks>
  onOpen: (filter: Record<string, string | undefined>) => void
  onClose: () => void
}

function Panel({ board, place, tasks, onOpen, onClose }: PanelProps) {
  const index = indexBoard(board)
  const unit = board.units.find(({ id }) => id === place.unitId)
  if (!unit) return null
  const tally = place.pillarId === null ? index.unit(unit.id) : (index.cell(unit.id, place.pillarId) ?? emptyTally())
  return (
    <CellPanel
      unitName={unit.name}
      pillarName={board.pillars.find(({ id }) => id === place.pillarId)?.name ?? null}
      tally={tally}
      tasks={tally.taskCount === 0 ? [] : tasks}
      planYear={board.plan.year}
      onOpen={() => onOpen({ leadUnitId: unit.id, pillarId: place.pillarId ?? undefined })}
      onClose={onClose}
    />
  )
}
