import { formatOn, yearOf } from '#domain/calendar/calendar.ts'
import { type DifficultyView, listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { usePages } from '../usePages.ts'
import { difficultyHref } from './address.ts'
import { difficultiesText } from './difficulties.text.ts'

/** Confirmed, closed and withdrawn ones, the latest first. */
export function EndedList() {
  const text = useText(difficultiesText)
  const pages = usePages(listDifficulties, { query: { scope: 'ended' } })
  const { items } = pages
  if (pages.error && !items) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  if (!items) return <Loading lines={8} />
  if (items.length === 0) return <EmptyState title={text.endedEmpty} />
  return (
    <>
      <ul className="difficulty-strip ended">
        {items.map((difficulty) => (
          <Ended key={difficulty.id} difficulty={difficulty} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.loadMore}
        </button>
      )}
    </>
  )
}

function Ended({ difficulty }: { difficulty: DifficultyView }) {
  const text = useText(difficultiesText)
  const { language } = useLanguage()
  const { today } = useSession()
  const { id, title, raisedUnit, raisedOn, state, ruling, solvedWords } = difficulty
  return (
    <li>
      <p>
        <b>{raisedUnit.name}</b>　<Anchor href={difficultyHref(id)}>{title}</Anchor>
      </p>
      <p className="second text-13">
        {[ruling?.unit.name, solvedWords].filter(Boolean).join('：')}
        <span className="quiet">
          {'　'}
          {text.states[state]}　{text.raisedBy} {formatOn(raisedOn, yearOf(today), language)}
        </span>
      </p>
    </li>
  )
}
