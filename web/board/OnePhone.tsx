import { useNavigate } from '@tanstack/react-router'
import type { BoardView } from '#domain/board/board.contract.ts'
import { unitIdsOf } from '#domain/access/actor.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { BoardAddress } from './address.ts'
import { boardText } from './board.text.ts'
import { BoardPhone } from './BoardPhone.tsx'
import { useBoardTasks } from './useBoardTasks.ts'

/** The board on a phone: one unit at a time, first the person's own; no rates, totals or comparison. */
export function OnePhone({ board, address }: { board: BoardView; address: BoardAddress }) {
  const text = useText(boardText)
  const navigate = useNavigate()
  const own = unitIdsOf(useActor())
  const shown = board.units.filter(({ id }) => board.unitTallies.some((tally) => tally.unitId === id))
  const unit = shown.find(({ id }) => id === address.unit) ?? shown.find(({ id }) => own.includes(id)) ?? shown[0]
  const pillarId = address.pillar ?? null
  const tasks = useBoardTasks(board, unit ? { unitId: unit.id, pillarId } : null)
  if (!unit) return <EmptyState title={text.emptyTitle} sentence={text.emptyOther} />
  const go = (next: Partial<BoardAddress>) => void navigate({ to: '/', search: { ...address, ...next }, replace: true })
  return (
    <div className="page">
      <BoardPhone
        facts={{ ...board, units: shown }}
        unitId={unit.id}
        onUnit={(id) => go({ unit: id, pillar: undefined })}
        pillarId={pillarId}
        onPillar={(id) => go({ unit: unit.id, pillar: id ?? undefined })}
        tasks={pillarId === null ? tasks?.filter(({ light }) => light === 'red' || light === 'yellow') : tasks}
        planYear={board.plan.year}
      />
    </div>
  )
}
