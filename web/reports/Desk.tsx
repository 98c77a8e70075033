import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { listSheets, type ReportPeriod, type SheetSummary } from '#domain/reports/reports.contract.ts'
import type { SheetState } from '#domain/reports/sheet.ts'
import { PeriodPreview } from '../burden/PeriodAsks.tsx'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useRead } from '../useEndpoint.ts'
import { reportsText } from './reports.text.ts'
import { SheetStateWord } from './SheetStateWord.tsx'
import { useWords } from './useWords.ts'

const FILTERS = {
  all: null,
  open: ['open', 'draft'],
  submitted: ['submitted'],
  returned: ['returned'],
  accepted: ['accepted'],
  missed: ['missed'],
} as const satisfies Record<string, readonly SheetState[] | null>
type Filter = keyof typeof FILTERS
const NAMES = Object.keys(FILTERS) as Filter[]

const passes = (sheet: SheetSummary, filter: Filter): boolean => {
  const states: readonly SheetState[] | null = FILTERS[filter]
  return states === null || states.includes(sheet.state)
}

/** The period to look at first: the open one, else the last that has closed, else the first to come. */
const firstOf = (periods: readonly ReportPeriod[]): ReportPeriod | undefined =>
  periods.find(({ state }) => state === 'open') ??
  [...periods].reverse().find(({ state }) => state === 'closed') ??
  periods[0]

/** The office's desk: for one period every unit, who has reported and who has not, and what waits. */
export function Desk({ periods, wanted }: { periods: readonly ReportPeriod[]; wanted: string | undefined }) {
  const text = useText(reportsText)
  const words = useWords()
  const navigate = useNavigate()
  const isOffice = useHasAnyRole(['supervisionOffice'])
  const period = periods.find(({ id }) => id === wanted) ?? firstOf(periods)
  const [filter, setFilter] = useState<Filter>('all')
  const query = { periodId: period?.id ?? '' }
  const { data, error, refetch, isPlaceholderData } = useRead(listSheets, { query }, { enabled: period !== undefined })
  if (!period) return null
  const items = data?.items ?? []
  const isOneYear = periods.every(({ year }) => year === period.year)
  const reported = items.filter(({ signed }) => signed !== null).length
  const choose = (id: string) => void navigate({ to: '/reports', search: { period: id }, replace: true })
  return (
    <div className="page">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">
          {text.desk.year(period.year)}
          {'　'}
          {data && text.desk.counts(items.length, reported)}
          {'　'}
          {text.window(words.day(period.opensOn), words.day(period.closesOn))}
          {period.state === 'open' && <b className="nowrap">　{text.daysLeft(period.workdaysLeft)}</b>}
        </span>
        <span className="actions">
          <Segmented
            label={text.desk.periods}
            value={period.id}
            onChange={choose}
            segments={periods.map((one) => ({
              value: one.id,
              label: isOneYear ? words.periodInYear(one) : words.period(one),
            }))}
          />
        </span>
      </header>
      {isOffice && period.state === 'notDue' && <PeriodPreview planId={period.planId} number={period.number} />}
      <Tabs
        label={text.desk.filter}
        selected={filter}
        onSelect={setFilter}
        tabs={NAMES.map((id) => ({
          id,
          label: text.desk[id],
          count: data && items.filter((sheet) => passes(sheet, id)).length,
        }))}
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <div className={isPlaceholderData ? 'table-frame stale' : 'table-frame'}>
          <DeskTable sheets={items.filter((sheet) => passes(sheet, filter))} isEmpty={items.length === 0} />
        </div>
      )}
    </div>
  )
}

function DeskTable({ sheets, isEmpty }: { sheets: readonly SheetSummary[]; isEmpty: boolean }) {
  const text = useText(reportsText)
  const { columns } = text.desk
  const body = useRef<HTMLTableSectionElement>(null)
  const links = () => [...(body.current?.querySelectorAll<HTMLElement>('a') ?? [])]
  const move = (by: number) => {
    const all = links()
    const at = all.findIndex((link) => link === document.activeElement)
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  if (sheets.length === 0) return <EmptyState title={isEmpty ? text.desk.nothing : text.desk.empty} />
  return (
    <table className="table desk-table">
      <thead>
        <tr>
          <th>{columns.unit}</th>
          <th>{columns.state}</th>
          <th className="number">{columns.rows}</th>
          <th className="number">{columns.waiting}</th>
          <th className="number">{columns.returned}</th>
          <th>{columns.prepared}</th>
          <th>{columns.signed}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {sheets.map((sheet) => (
          <DeskRow key={sheet.unit.id} sheet={sheet} />
        ))}
      </tbody>
    </table>
  )
}

const whoAndWhen = ({ at, by }: { at: string; by: { name: string } | null }, clock: (at: string) => string): string =>
  [by?.name, clock(at)].filter(Boolean).join('　')

const quietly = (count: number) => (count === 0 ? <span className="quiet">–</span> : count)

function DeskRow({ sheet }: { sheet: SheetSummary }) {
  const text = useText(reportsText)
  const words = useWords()
  const { prepared, signed } = sheet
  const isUnsigned = sheet.state === 'open' || sheet.state === 'draft'
  return (
    <tr>
      <th scope="row">
        <Anchor href={`/reports/${sheet.periodId}/${sheet.unit.id}`} className="strong">
          {sheet.unit.name}
        </Anchor>
      </th>
      <td>
        <SheetStateWord state={sheet.state} />
      </td>
      <td className="number">
        {sheet.reportedCount} / {sheet.rowCount}
      </td>
      <td className="number">{quietly(sheet.submittedCount)}</td>
      <td className="number">{quietly(sheet.returnedCount)}</td>
      <td className="second">
        {isUnsigned && !prepared && text.desk.notPrepared(sheet.checkedCount, sheet.rowCount)}
        {isUnsigned && prepared && text.desk.askedToSign(whoAndWhen(prepared, words.clock))}
      </td>
      <td className="second">{signed && whoAndWhen(signed, words.clock)}</td>
    </tr>
  )
}
