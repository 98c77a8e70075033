import { instantText } from '#domain/calendar/instants.ts'
import { listTaskJournal, type TaskView } from '#domain/tasks/page.contract.ts'
import { actorWord } from '../text/actor.ts'
import { useSession } from '../shell/session.tsx'
import { actionWord } from '../text/actions.ts'
import { useLanguage, useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { usePages } from '../usePages.ts'
import { taskText } from './task.text.ts'
import { detailsOf } from './timeline.ts'
import { useDays } from './useDays.ts'

const ENTRIES = 12

/** The journal of a task, the latest first: what happened, who, and what it was before. */
export function TaskTimeline({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const pages = usePages(listTaskJournal, { params: { taskId: task.id }, query: { limit: ENTRIES } })
  if (pages.error) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Loading lines={4} />
  const entries = pages.data.pages.flatMap((page) => page.items.map((entry) => ({ ...entry, names: page.names })))
  if (entries.length === 0) return <p className="second">{text.journalEmpty}</p>
  return (
    <>
      <ol className="timeline">
        {entries.map((entry) => (
          <TimelineEntry key={entry.seq} entry={entry} task={task} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn small"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {text.journalMore}
        </button>
      )}
    </>
  )
}

type EntryProps = {
  entry: {
    at: string
    action: string
    personName: string
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
    reason: string | null
    names: Record<string, string>
  }
  task: TaskView
}

function TimelineEntry({ entry, task }: EntryProps) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const { day } = useDays(task.plan.year)
  const [on = '', time = ''] = instantText(entry.at, organization.timeZone).split(' ')
  const [first, ...rest] = detailsOf(entry, {
    language,
    planYear: task.plan.year,
    names: entry.names,
    milestones: task.milestones,
    reports: task.reports,
  })
  return (
    <li>
      <time dateTime={entry.at}>{`${day(on)} ${time}`}</time>
      <span className="second">{actorWord(entry.personName, language)}</span>
      <p>
        <b>{actionWord(entry.action, language)}</b>
        {first && <>　{first}</>}
      </p>
      {rest.length > 0 && (
        <ul>
          {rest.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {entry.reason && <p className="quiet">{text.reason(entry.reason)}</p>}
    </li>
  )
}
