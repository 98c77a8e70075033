import type { DeskQueue } from '#domain/desk/queues.ts'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { deskText } from './desk.text.ts'
import type { QueueCount } from './Queues.tsx'

export type QueueProps<Queue extends DeskQueue = DeskQueue> = {
  queue: Queue
  unit: string | undefined
  queues: readonly QueueCount[]
  onQueue: (queue: DeskQueue) => void
}

/** Nothing waits in this queue: what that means, and the next one in which something does. */
export function QueueEmpty({ queue, queues, onQueue }: Omit<QueueProps, 'unit'>) {
  const text = useText(deskText)
  const next = queues.find((one) => one.count > 0 && one.queue !== queue)
  return (
    <EmptyState title={text.empty[queue]} sentence={next ? undefined : text.allClear}>
      {next && (
        <button type="button" className="btn solid" onClick={() => onQueue(next.queue)}>
          {text.next(text.queues[next.queue], next.count)}
        </button>
      )}
    </EmptyState>
  )
}
