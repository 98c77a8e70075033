import { useNavigate, useSearch } from '@tanstack/react-router'
import { getDesk } from '#domain/desk/desk.contract.ts'
import { DESK_QUEUES, type DeskQueue, isTaskQueue } from '#domain/desk/queues.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useRead } from '../useEndpoint.ts'
import { deskText } from './desk.text.ts'
import { DirectivesQueue } from './DirectivesQueue.tsx'
import { FeedbackQueue } from './FeedbackQueue.tsx'
import type { QueueProps } from './QueueEmpty.tsx'
import { type QueueCount, Queues } from './Queues.tsx'
import { TasksQueue } from './TasksQueue.tsx'
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

function Queue({ queue, ...rest }: QueueProps) {
  if (isTaskQueue(queue)) return <TasksQueue queue={queue} {...rest} />
  return queue === 'directives' ? (
    <DirectivesQueue queue={queue} {...rest} />
  ) : (
    <FeedbackQueue queue={queue} {...rest} />
  )
}
