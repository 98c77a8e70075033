import { useNavigate } from '@tanstack/react-router'
import type { BoardView } from '#domain/board/board.contract.ts'
import { unitIdsOf } from '#domain/access/actor.ts'
import { compareLights, type Light } from '#domain/lights/light.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { BoardAddress } from './address.ts'
import { boardText } from './board.text.ts'
import { BoardPhone } from './BoardPhone.tsx'
import { useBoardTasks } from './useBoardTasks.ts'

/** The first unit, in official order, whose light is the worst: where somebody who answers for all looks first. */
function neediest<Unit extends { id: string }>(units: readonly Unit[], lights: ReadonlyMap<string, Light>) {
  const lightOf = ({ id }: Unit) => lights.get(id) ?? 'grey'
  return units.reduce<Unit | undefined>(
    (first, unit) => (first && compareLights(lightOf(first), lightOf(unit)) <= 0 ? first : unit),
    undefined,
  )
}

/** The board on a phone: one unit at a time, first the person's own, else the one in need; no rates or comparison. */
export function OnePhone({ board, address }: { board: BoardView; address: BoardAddress }) {
  const text = useText(boardText)
  const navigate = useNavigate()
  const own = unitIdsOf(useActor())
  const lights = new Map(board.unitTallies.map(({ unitId, light }) => [unitId, light]))
  const shown = board.units.filter(({ id }) => lights.has(id))
  const unit =
    shown.find(({ id }) => id === address.unit) ?? shown.find(({ id }) => own.includes(id)) ?? neediest(shown, lights)
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
