import { useSearch } from '@tanstack/react-router'
import { seesWholeBoard } from '#domain/access/actor.ts'
import { listPeriods } from '#domain/reports/reports.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { Desk } from './Desk.tsx'
import { reportsText } from './reports.text.ts'
import { UnitReports } from './UnitReports.tsx'
import './reports.css'

/** The way to the sheets: a unit's own with what to do next, the office's desk with all. */
export function ReportsPage() {
  const text = useText(reportsText)
  const isDesk = seesWholeBoard(useActor())
  const { data, error, refetch } = useRead(listPeriods, { query: {} })
  const { period } = useSearch({ from: '/signed-in/reports' })
  if (error && !data)
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    )
  if (!data)
    return (
      <div className="page">
        <h1>{text.title}</h1>
        <Loading />
      </div>
    )
  if (data.items.length === 0)
    return (
      <div className="page">
        <h1>{text.title}</h1>
        <EmptyState title={text.desk.noPlan} sentence={text.desk.noPlanWhy} />
      </div>
    )
  return isDesk ? <Desk periods={data.items} wanted={period} /> : <UnitReports periods={data.items} />
}
