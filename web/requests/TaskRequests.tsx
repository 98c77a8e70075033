import { useState } from 'react'
import { hasRole, holdsIn } from '#domain/access/actor.ts'
import { listTaskRequests } from '#domain/requests/requests.contract.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { isActive } from '#domain/tasks/task.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Section } from '../ui/Section.tsx'
import { usePages } from '../usePages.ts'
import { AskChange } from './AskChange.tsx'
import { AskExtension } from './AskExtension.tsx'
import { RequestCard } from './RequestCard.tsx'
import { requestsText } from './requests.text.ts'
import './requests.css'

/** On a task's page: its requests for later dates and changes, and the way to ask. Nothing where there is neither. */
export function TaskRequests({ task }: { task: TaskView }) {
  const text = useText(requestsText)
  const {
    items = [],
    hasNextPage,
    fetchNextPage,
  } = usePages(listTaskRequests, {
    params: { taskId: task.id },
    query: {},
  })
  const asks = useAsks(task)
  if (items.length === 0 && asks.length === 0) return null
  return (
    <Section
      title={text.title}
      note={items.length > 0 ? text.note(items.length) : undefined}
      onScreenOnly={items.length === 0}
    >
      {items.map((request) => (
        <RequestCard key={request.id} request={request} planYear={task.plan.year} />
      ))}
      {hasNextPage && (
        <button type="button" className="btn small" onClick={() => void fetchNextPage()}>
          {text.more}
        </button>
      )}
      <Asking task={task} asks={asks} />
    </Section>
  )
}

type Ask = 'extension' | 'change'

/** What the one who looks may ask for; the server decides in the end. */
function useAsks({ state, leadUnit, plan }: TaskView): Ask[] {
  const actor = useActor()
  const isHead = leadUnit !== null && holdsIn(actor, 'unitHead', leadUnit.id)
  const canExtend = isHead && (state === 'assigned' || state === 'inProgress')
  const isFrozen = plan.state === 'approved' && isActive(state)
  const canChange = isFrozen && (isHead || hasRole(actor, 'supervisionOffice'))
  return [...(canExtend ? (['extension'] as const) : []), ...(canChange ? (['change'] as const) : [])]
}

function Asking({ task, asks }: { task: TaskView; asks: readonly Ask[] }) {
  const text = useText(requestsText)
  const [open, setOpen] = useState<Ask | null>(null)
  const close = () => setOpen(null)
  const words = { extension: text.askExtension, change: text.askChange }
  return asks.length === 0 ? null : (
    <p className="acts">
      {asks.map((ask) => (
        <button key={ask} type="button" className="btn small" onClick={() => setOpen(ask)}>
          {words[ask]}
        </button>
      ))}
      {open === 'extension' && <AskExtension task={task} onClose={close} />}
      {open === 'change' && <AskChange task={task} onClose={close} />}
    </p>
  )
}
