import { holdsIn } from '#domain/access/actor.ts'
import { listSheets, type ReportPeriod, type SheetSummary } from '#domain/reports/reports.contract.ts'
import { useActor } from '../shell/session.tsx'
import { UnitSupports } from '../supports/UnitSupports.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { reportsText } from './reports.text.ts'
import { SheetStateWord } from './SheetStateWord.tsx'
import { useWords } from './useWords.ts'

type Item = { period: ReportPeriod; sheet: SheetSummary }

const isPressing = ({ period, sheet }: Item): boolean =>
  sheet.state === 'returned' || (period.state === 'open' && ['open', 'draft'].includes(sheet.state))

/** A unit's own sheets: what is to be done now, then the former ones. */
export function UnitReports({ periods }: { periods: readonly ReportPeriod[] }) {
  const text = useText(reportsText)
  const words = useWords()
  const { data, error, refetch } = useRead(listSheets, { query: {} })
  const items = (data?.items ?? []).flatMap((sheet) => {
    const period = periods.find(({ id }) => id === sheet.periodId)
    return period ? [{ period, sheet }] : []
  })
  const pressing = items.filter(isPressing)
  const former = items.filter((item) => !isPressing(item)).reverse()
  const next = periods.find(({ state }) => state === 'notDue')
  return (
    <div className="page narrow">
      <header className="title">
        <h1>{text.title}</h1>
      </header>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={4} />}
      {data && pressing.length === 0 && (
        <EmptyState
          title={text.unit.none}
          sentence={
            next ? `${words.period(next)}　${text.unit.actions.notDue(words.day(next.opensOn))}` : text.unit.noneWhy
          }
        />
      )}
      {pressing.map((item) => (
        <Pressing key={`${item.period.id} ${item.sheet.unit.id}`} item={item} />
      ))}
      <UnitSupports />
      {former.length > 0 && <FormerSheets items={former} />}
    </div>
  )
}

function useNextStep() {
  const text = useText(reportsText)
  const words = useWords()
  const actor = useActor()
  return ({ period, sheet }: Item): string => {
    const { actions } = text.unit
    const isHead = holdsIn(actor, 'unitHead', sheet.unit.id)
    switch (sheet.state) {
      case 'notDue':
        return actions.notDue(words.day(period.opensOn))
      case 'returned':
        return actions.returned(words.day(sheet.signAgainBy ?? period.closesOn))
      case 'draft':
        if (sheet.prepared) return isHead ? actions.prepared : actions.waitsHead
        return actions.draft
      case 'open':
      case 'signed':
      case 'submitted':
      case 'accepted':
      case 'missed':
      case 'superseded':
        return actions[sheet.state]
    }
  }
}

const addressOf = ({ period, sheet }: Item): string => `/reports/${period.id}/${sheet.unit.id}`

/** A sheet that waits for this unit, with the one thing to do. */
function Pressing({ item }: { item: Item }) {
  const text = useText(reportsText)
  const words = useWords()
  const nextStep = useNextStep()
  const { period, sheet } = item
  return (
    <section className="section pressing">
      <header>
        <h2>{text.sheetTitle(words.period(period))}</h2>
        <span className="note">{sheet.unit.name}</span>
      </header>
      <div className="row">
        <div className="grow">
          <SheetStateWord state={sheet.state} />
          <p className="facts">
            <span>{text.unit.checked(sheet.checkedCount, sheet.rowCount)}</span>
            <span>{text.window(words.day(period.opensOn), words.day(period.closesOn))}</span>
            {period.state === 'open' && <b>{text.daysLeft(period.workdaysLeft)}</b>}
          </p>
          {sheet.prepared && (
            <p className="second">{text.asked(words.clock(sheet.prepared.at), sheet.prepared.by?.name ?? '')}</p>
          )}
        </div>
        <Anchor className="btn solid" href={addressOf(item)}>
          {nextStep(item)}
        </Anchor>
      </div>
    </section>
  )
}

function FormerSheets({ items }: { items: readonly Item[] }) {
  const text = useText(reportsText)
  const words = useWords()
  return (
    <section className="section">
      <header>
        <h2>{text.unit.former}</h2>
      </header>
      <ul className="list sheet-list">
        {items.map((item) => (
          <li key={addressOf(item)}>
            <Anchor href={addressOf(item)} className="sheet-line">
              <span className="name">
                {words.period(item.period)}
                <small className="quiet">　{item.sheet.unit.name}</small>
              </span>
              <SheetStateWord state={item.sheet.state} />
              <span className="number">
                {item.sheet.reportedCount} / {item.sheet.rowCount}
              </span>
              <span className="second signed">
                {item.sheet.signed && `${item.sheet.signed.by?.name ?? ''}　${words.clock(item.sheet.signed.at)}`}
              </span>
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
