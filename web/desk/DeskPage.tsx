import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { yearOf } from '#domain/calendar/calendar.ts'
import { getDesk, listDeskItems } from '#domain/desk/desk.contract.ts'
import { DESK_QUEUES, type DeskQueue } from '#domain/desk/queues.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useSession } from '../shell/session.tsx'
import { useDays } from '../tasks/useDays.ts'
import { useDeeds } from '../tasks/useDeeds.ts'
import { usePicking } from '../tasks/usePicking.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useRead } from '../useEndpoint.ts'
import { usePages } from '../usePages.ts'
import { DeskDock } from './DeskDock.tsx'
import { pickable, QUEUE_DEEDS } from './deskDeeds.ts'
import { DeskTable } from './DeskTable.tsx'
import { deskText } from './desk.text.ts'
import { type QueueCount, Queues } from './Queues.tsx'
import { useDeskAt } from './useDeskAt.ts'
import '../tasks/ledger.css'
import '../tasks/task.css'
import '../requests/requests.css'
import './desk.css'

/** 督查工作台: everything that waits for the office, queue by queue, decided here. */
export function DeskPage() {
  const text = useText(deskText)
  const { queue: asked, unit } = useSearch({ from: '/signed-in/desk' })
  const navigate = useNavigate()
  const units = useUnitOptions()
  const { data, error, refetch } = useRead(getDesk, { query: { unitId: unit } })
  const queues = data?.queues ?? []
  const shown = asked ?? queues.find(({ count }) => count > 0)?.queue ?? DESK_QUEUES[0]
  const go = (queue: DeskQueue, of = unit) =>
    void navigate({ to: '/desk', search: { queue, unit: of }, replace: true, resetScroll: false })
  const step = (by: number) => {
    const place = (DESK_QUEUES.indexOf(shown) + by + DESK_QUEUES.length) % DESK_QUEUES.length
    go(DESK_QUEUES[place] ?? shown)
  }
  useKeys({ '[': () => step(-1), ']': () => step(1) })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const sum = (countOf: (one: QueueCount) => number) => queues.reduce((total, one) => total + countOf(one), 0)
  const waiting = sum(({ count }) => count)
  return (
    <div className="page desk-page">
      <header className="title">
        <h1>{text.title}</h1>
        {data && (
          <span className="second" role="status">
            {waiting === 0
              ? text.allClear
              : text.facts(
                  waiting,
                  sum(({ lateCount }) => lateCount),
                )}
          </span>
        )}
        <span className="actions desk-unit">
          <Combobox
            label={text.unit}
            need="optional"
            options={units}
            value={unit ?? null}
            onChange={(id) => go(shown, id ?? undefined)}
          />
        </span>
      </header>
      {data ? (
        <div className="desk-columns">
          <Queues queues={queues} shown={shown} unit={unit} />
          <Queue key={`${shown} ${unit ?? ''}`} queue={shown} unit={unit} queues={queues} onQueue={go} />
        </div>
      ) : (
        <Loading lines={12} />
      )}
    </div>
  )
}

type Props = {
  queue: DeskQueue
  unit: string | undefined
  queues: readonly QueueCount[]
  onQueue: (queue: DeskQueue) => void
}

const AT_ONCE = 100

function Queue({ queue, unit, queues, onQueue }: Props) {
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
  const next = queues.find((one) => one.count > 0 && one.queue !== queue)
  if (pages.error && !pages.items) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  return (
    <div className="desk-queue">
      <p className="second text-13">{text.meaning[queue]}</p>
      {pages.isPending || pages.isPlaceholderData ? (
        <Loading lines={8} />
      ) : items.length === 0 ? (
        <EmptyState title={text.empty[queue]} sentence={next ? undefined : text.allClear}>
          {next && (
            <button type="button" className="btn solid" onClick={() => onQueue(next.queue)}>
              {text.next(text.queues[next.queue], next.count)}
            </button>
          )}
        </EmptyState>
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
