import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { hasAnyRole, unitIdsOf } from '#domain/access/actor.ts'
import {
  getDifficultyTotals,
  listDifficulties,
  type DifficultyView,
} from '#domain/difficulties/difficulties.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Keys } from '../ui/Keys.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useRead } from '../useEndpoint.ts'
import { usePages } from '../usePages.ts'
import { GROUPINGS, type Grouping } from './address.ts'
import { difficultiesText } from './difficulties.text.ts'
import { DifficultyCard } from './DifficultyCard.tsx'
import { EndedList } from './EndedList.tsx'
import { RaiseDialog } from './RaiseDialog.tsx'
import { answererName, grouped, isClimbing, isExecuted } from './shown.ts'
import { Stairs } from './Stairs.tsx'
import { AsksOfYou, Strips } from './Strips.tsx'
import { useBoardKeys } from './useBoardKeys.ts'
import './difficulties.css'

const PAGE = 200

/** The board of difficulties: where each stands, who must answer, and how long they have. */
export function DifficultiesPage() {
  const text = useText(difficultiesText)
  const { by = 'level' } = useSearch({ from: '/signed-in/difficulties' })
  const navigate = useNavigate()
  const actor = useActor()
  const [raising, setRaising] = useState(false)
  const mayRaise = unitIdsOf(actor).length > 0
  useBoardKeys(mayRaise ? () => setRaising(true) : null)
  const choose = (value: Grouping) =>
    void navigate({ to: '/difficulties', search: value === 'level' ? {} : { by: value }, replace: true })
  return (
    <div className="page difficulties-page">
      <header className="title">
        <h1>{text.title}</h1>
        <Figures />
        <span className="grow" />
        <Segmented
          label={text.by}
          segments={GROUPINGS.map((value) => ({ value, label: text.groupings[value] }))}
          value={by}
          onChange={choose}
        />
        {mayRaise && (
          <button type="button" className="btn solid" onClick={() => setRaising(true)}>
            {text.raise} <kbd>N</kbd>
          </button>
        )}
      </header>
      <p className="second text-13 lead">{text.lead}</p>
      <Mine />
      {by === 'ended' ? <EndedList /> : <Open by={by} mayRaise={mayRaise} />}
      {raising && <RaiseDialog onClose={() => setRaising(false)} />}
    </div>
  )
}

/** How many there are, beside the title. */
function Figures() {
  const text = useText(difficultiesText)
  const { data } = useRead(getDifficultyTotals, {})
  if (!data) return null
  return (
    <span className="second figures-line">
      <span>{text.climbing(data.climbing)}</span>
      {data.dueToday > 0 && <span>{text.dueToday(data.dueToday)}</span>}
      {data.overdue > 0 && <span className="late">{text.overdue(data.overdue)}</span>}
      {data.awaitingConfirmation > 0 && <span>{text.awaiting(data.awaitingConfirmation)}</span>}
    </span>
  )
}

/** What waits on the reader comes first; leaders are told when nothing does. */
function Mine() {
  const text = useText(difficultiesText)
  const isLeader = hasAnyRole(useActor(), ['principalLeader', 'leaderInCharge'])
  const { data } = useRead(listDifficulties, { query: { waiting: 'mine', limit: PAGE } })
  if (!data || (data.items.length === 0 && !isLeader)) return null
  if (data.items.length === 0) return <p className="second nothing-mine">{text.nothingMine}</p>
  return (
    <Section title={text.mine} note={text.count(data.items.length)}>
      <ul className="difficulty-strip">
        {data.items.map((difficulty) => (
          <AsksOfYou key={difficulty.id} difficulty={difficulty} />
        ))}
      </ul>
    </Section>
  )
}

function Open({ by, mayRaise }: { by: Exclude<Grouping, 'ended'>; mayRaise: boolean }) {
  const text = useText(difficultiesText)
  const totals = useRead(getDifficultyTotals, {})
  const pages = usePages(listDifficulties, { query: { limit: PAGE } })
  const { items } = pages
  if (pages.error && !items) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  if (!items || !totals.data) return <Loading lines={14} />
  if (items.length === 0) return <EmptyState title={text.empty} sentence={text.emptySentence} />
  const climbing = items.filter(isClimbing)
  return (
    <>
      {by === 'level' ? (
        <>
          <Stairs items={climbing} levels={totals.data.levels} />
          <Keys label={text.keysLabel} keys={mayRaise ? [...text.keys, text.keyRaise] : text.keys} />
        </>
      ) : (
        <Groups by={by} items={climbing} />
      )}
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.loadMore}
        </button>
      )}
      <Strips executing={items.filter(isExecuted)} solved={items.filter(({ state }) => state === 'solved')} />
    </>
  )
}

function Groups({ by, items }: { by: 'unit' | 'task'; items: readonly DifficultyView[] }) {
  const text = useText(difficultiesText)
  const headingOf = (difficulty: DifficultyView): string =>
    by === 'task'
      ? [difficulty.task?.code, difficulty.task?.title ?? text.taskHidden].filter(Boolean).join('　')
      : (difficulty.answerer?.unit?.name ?? answererName(difficulty, text))
  return (
    <div className="difficulty-groups">
      {grouped(items, headingOf).map(([heading, members], group) => (
        <Section key={heading} title={heading} note={text.count(members.length)}>
          <ul className="cards">
            {members.map((difficulty, index) => (
              <DifficultyCard key={difficulty.id} difficulty={difficulty} place={`${group} ${index}`} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}
