import { useMemo, useState } from 'react'
import { yearOf } from '#domain/calendar/calendar.ts'
import { listDeskItems } from '#domain/desk/desk.contract.ts'
import type { TaskQueue } from '#domain/desk/queues.ts'
import { useSession } from '../shell/session.tsx'
import { useDays } from '../tasks/useDays.ts'
import { useDeeds } from '../tasks/useDeeds.ts'
import { usePicking } from '../tasks/usePicking.ts'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { usePages } from '../usePages.ts'
import { DeskDock } from './DeskDock.tsx'
import { pickable, QUEUE_DEEDS } from './deskDeeds.ts'
import { DeskTable } from './DeskTable.tsx'
import { deskText } from './desk.text.ts'
import { QueueEmpty, type QueueProps } from './QueueEmpty.tsx'
import { useDeskAt } from './useDeskAt.ts'

const AT_ONCE = 100

/** A queue of tasks: picked, decided many at once or in the open row. */
export function TasksQueue({ queue, unit, queues, onQueue }: QueueProps<TaskQueue>) {
  const text = useText(deskText)
  const { today } = useSession()
  const planYear = yearOf(today)
  const days = useDays(planYear)
  const pages = usePages(listDeskItems, { params: { queue }, query: { unitId: unit, limit: AT_ONCE } })
  // What another queue listed is not shown under this one's name.
  const items = useMemo(
    () => (pages.isPlaceholderData ? [] : (pages.items ?? [])),
    [pages.isPlaceholderData, pages.items],
  )
  const listed = useMemo(() => items.map(pickable), [items])
  const picking = usePicking(listed)
  const at = useDeskAt(items, queue)
  const [anchor, setAnchor] = useState<string | null>(null)
  // What was done leaves; what was refused stays selected, with the sentence that says why.
  const deeds = useDeeds(QUEUE_DEEDS[queue], (_, done) =>
    picking.set(picking.rows.filter(({ id }) => !done.includes(id))),
  )
  const pick = (index: number, isRange: boolean) => {
    const row = listed[index]
    const from = listed.findIndex(({ id }) => id === anchor)
    if (!row) return
    if (isRange && from >= 0) picking.add(listed.slice(Math.min(from, index), Math.max(from, index) + 1))
    else picking.toggle(row)
    setAnchor(row.id)
  }
  const pickWhole = async () => {
    let all = items
    for (let more = pages.hasNextPage; more;) {
      const next = await pages.fetchNextPage()
      all = next.data?.pages.flatMap((page) => page.items) ?? all
      more = next.hasNextPage
    }
    picking.set(all.map(pickable))
  }
  const move = (by: number) => (event: KeyboardEvent) => {
    const to = at.at === -1 ? (by > 0 ? 0 : items.length - 1) : at.at + by
    if (event.shiftKey && at.at >= 0) picking.add(listed.slice(Math.min(at.at, to), Math.max(at.at, to) + 1))
    at.go(to)
  }
  useKeys({
    j: move(1),
    k: move(-1),
    x: (event) => pick(at.at, event.shiftKey),
    a: picking.toggleListed,
    ...(at.isOpen && { Escape: () => at.go(at.at, false) }),
  })
  const count = queues.find((one) => one.queue === queue)?.count ?? 0
  if (pages.error && !pages.items) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  return (
    <div className="desk-queue">
      <p className="second text-13">{text.meaning[queue]}</p>
      {pages.isPending || pages.isPlaceholderData ? (
        <Loading lines={8} />
      ) : items.length === 0 ? (
        <QueueEmpty queue={queue} queues={queues} onQueue={onQueue} />
      ) : (
        <DeskTable
          queue={queue}
          items={items}
          days={days}
          planYear={planYear}
          at={at}
          picking={picking}
          onPick={pick}
          deeds={deeds}
        />
      )}
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {text.more}
        </button>
      )}
      <DeskDock picking={picking} deeds={deeds} count={count} onPickWhole={() => void pickWhole()} />
      <span className="aloud" role="status">
        {text.total(text.queues[queue], count)}
      </span>
    </div>
  )
}
