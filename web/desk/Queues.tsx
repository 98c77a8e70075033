import { Link } from '@tanstack/react-router'
import type { DeskQueue } from '#domain/desk/queues.ts'
import { useText } from '../text.tsx'
import { deskText } from './desk.text.ts'

export type QueueCount = { queue: DeskQueue; count: number; lateCount: number }

type Props = { queues: readonly QueueCount[]; shown: DeskQueue; unit: string | undefined }

/** The queues with how many wait in each, and how many of them too long. */
export function Queues({ queues, shown, unit }: Props) {
  const text = useText(deskText)
  return (
    <nav className="desk-queues" aria-label={text.queuesLabel}>
      {queues.map(({ queue, count, lateCount }) => (
        <Link
          key={queue}
          to="/desk"
          search={{ queue, unit }}
          replace
          aria-current={queue === shown ? 'page' : undefined}
          className={count === 0 ? 'none' : undefined}
        >
          <span className="name">{text.queues[queue]}</span>
          {lateCount > 0 && <span className="late">{text.late(lateCount)}</span>}
          <span className="count">{count}</span>
        </Link>
      ))}
      <Link to="/directives" className="aside">
        {text.directives}
      </Link>
      <Link to="/notices" className="aside">
        {text.notices}
      </Link>
      <Link to="/urging" className="aside">
        {text.rules}
      </Link>
      <Link to="/burden" className="aside">
        {text.burden}
      </Link>
    </nav>
  )
}
