import { hasAnyRole } from '#domain/access/actor.ts'
import { dayNumber } from '#domain/calendar/calendar.ts'
import { getMyDay, type WaitingItem } from '#domain/myday/myday.contract.ts'
import { WAIT_GROUPS, type Wait, type WaitGroup } from '#domain/myday/waiting.ts'
import { WriteButton } from '../feedback/WriteButton.tsx'
import { OwedToUs } from '../supports/OwedToUs.tsx'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { Deed } from './Deed.tsx'
import { myDayText } from './myday.text.ts'
import { listOf } from './places.ts'
import { Troubled } from './Troubled.tsx'
import './myday.css'

/** One person's day: what waits for them, with the days left, and their red and yellow tasks. */
export function MyDayPage() {
  const { data, error, refetch } = useRead(getMyDay, {})
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  const { today, planYear, items, totals, troubled } = data
  const counts = new Map(totals.map(({ kind, count }) => [kind, count]))
  return (
    <div className="page my-day">
      <Head today={today} items={items} counts={counts} />
      <div className="columns">
        <div>
          <Waiting items={items} counts={counts} planYear={planYear} />
        </div>
        <div>
          <OwedToUs />
          <Troubled troubled={troubled} planYear={planYear} />
        </div>
      </div>
    </div>
  )
}

type Counts = ReadonlyMap<Wait, number>

function Head({ today, items, counts }: { today: string; items: readonly WaitingItem[]; counts: Counts }) {
  const text = useText(myDayText)
  const isLeader = hasAnyRole(useActor(), ['principalLeader', 'leaderInCharge'])
  const [, month = '', day = ''] = today.split('-')
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const dueToday = items.filter(({ workdaysLeft }) => workdaysLeft === 0).length
  const overdue = items.filter(({ workdaysLeft }) => workdaysLeft !== null && workdaysLeft < 0).length
  return (
    <header className="day-head">
      <h1>
        {text.date(Number(month), Number(day))}　{text.weekdays[(dayNumber(today) + 3) % 7]}
      </h1>
      {total > 0 && <p>{text.summary(total, dueToday, overdue)}</p>}
      <p className="actions">
        {isLeader && (
          <Anchor href="/directives/new" className="btn">
            {text.writeDirective}
          </Anchor>
        )}
        <WriteButton />
      </p>
    </header>
  )
}

type WaitingProps = { items: readonly WaitingItem[]; counts: Counts; planYear: number }

function Waiting({ items, counts, planYear }: WaitingProps) {
  const text = useText(myDayText)
  if (items.length === 0) return <EmptyState title={text.nothing} sentence={text.nothingSentence} />
  return WAIT_GROUPS.map((group) => (
    <Group key={group} group={group} items={items.filter((item) => item.group === group)} {...{ counts, planYear }} />
  ))
}

function Group({ group, items, counts, planYear }: WaitingProps & { group: WaitGroup }) {
  const text = useText(myDayText)
  const actor = useActor()
  if (items.length === 0) return null
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const total = kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
  return (
    <Section title={text.groups[group]} note={text.count(total)}>
      {items.map((item, index) => (
        <Deed key={`${item.kind} ${item.subject.id}`} item={item} planYear={planYear} isFirst={index === 0} />
      ))}
      {kinds
        .filter((kind) => (counts.get(kind) ?? 0) > items.filter((item) => item.kind === kind).length)
        .map((kind) => (
          <p key={kind} className="more">
            <a className="link" href={listOf(kind, actor)}>
              {text.moreOf(text.deeds[kind], counts.get(kind) ?? 0)}
            </a>
          </p>
        ))}
    </Section>
  )
}
