import { useState } from 'react'
import type { DeskItem } from '#domain/desk/desk.contract.ts'
import type { TaskQueue } from '#domain/desk/queues.ts'
import { getTask } from '#domain/tasks/page.contract.ts'
import { GiveNotice } from '../notices/GiveNotice.tsx'
import { RequestCard } from '../requests/RequestCard.tsx'
import { Disputes } from '../tasks/Disputes.tsx'
import { DeedButtons } from '../tasks/DeedBar.tsx'
import { StepButtons } from '../tasks/StepButtons.tsx'
import type { Days } from '../tasks/useDays.ts'
import type { Deeds } from '../tasks/useDeeds.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { DEEDS_IN_ROW, NOTICE_QUEUES, pickable } from './deskDeeds.ts'
import { deskText } from './desk.text.ts'

type Props = { queue: TaskQueue; item: DeskItem; days: Days; planYear: number; deeds: Deeds }

/** The open row: what a decision looks at, and the decision itself, without leaving the page. */
export function DeskDetail(props: Props) {
  const { queue, item, planYear } = props
  if (queue === 'extensions' && item.request) return <RequestCard request={item.request} planYear={planYear} />
  return <OfTask {...props} />
}

function OfTask({ queue, item, days, deeds }: Props) {
  const text = useText(deskText)
  const { data, error, isPlaceholderData, refetch } = useRead(getTask, { params: { taskId: item.task.id } })
  const [isWriting, setIsWriting] = useState(false)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  // The former row's task is not this one's: nothing is decided about what is not on screen yet.
  if (!data || isPlaceholderData) return <Loading lines={3} />
  const { source } = data
  return (
    <div className="desk-detail">
      {item.why.length > 0 && <p className={`why ${item.light}`}>{days.whole(item.why)}</p>}
      {item.completion && <p>{text.completion(item.completion.by, item.completion.note)}</p>}
      {(source.quote || source.title) && (
        <p className="second text-13">
          {text.basis}　{source.title}
          {source.number}
          {source.quote && ` ${source.quote}`}
        </p>
      )}
      {queue === 'disputed' && <Disputes task={data} />}
      <div className="desk-acts">
        {DEEDS_IN_ROW.includes(queue) && <DeedButtons deeds={deeds} rows={[pickable(item)]} />}
        {NOTICE_QUEUES.includes(queue) && (
          <button type="button" className="btn small" onClick={() => setIsWriting(true)}>
            {text.write}
          </button>
        )}
        <StepButtons task={data} />
        <span className="grow" />
        <Anchor href={`/tasks/${item.task.id}`}>{text.openTask}</Anchor>
      </div>
      {isWriting && (
        <GiveNotice taskId={item.task.id} onClose={() => setIsWriting(false)} onGiven={() => setIsWriting(false)} />
      )}
    </div>
  )
}
