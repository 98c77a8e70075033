import type { BoardView } from '#domain/board/board.contract.ts'
import { useText } from '../text.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DRAWER, useMedia } from '../ui/useMedia.ts'
import { boardText } from './board.text.ts'
import { TaskCard } from './TaskCard.tsx'
import { useAttention } from './useBoardTasks.ts'

/** Beside the board while no stone is chosen: what needs someone, worst first. A narrow page has no room for it. */
export function AttentionPanel({ board }: { board: BoardView }) {
  const text = useText(boardText)
  const tasks = useAttention(board)
  const narrow = useMedia(DRAWER)
  if (narrow) return null
  const { red, yellow } = board.total.lightCounts
  return (
    <aside className="side-panel" aria-label={text.attention}>
      <header className="panel-head">
        <div>
          <h2>{text.attention}</h2>
          <p className="text-13 second">{text.attentionCount(red, yellow)}</p>
        </div>
      </header>
      {!tasks && <Loading lines={4} />}
      {tasks?.length === 0 && <p className="second">{text.allCalm}</p>}
      {tasks?.map((task) => (
        <TaskCard key={task.id} task={task} planYear={board.plan.year} />
      ))}
    </aside>
  )
}
