import { useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import type { PlanView } from '#domain/plan/plan.contract.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import { isFiltered, LedgerAddress } from './address.ts'
import { COLUMN_LOOKS, columnsShown } from './columns.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { Dock } from './Dock.tsx'
import { FilterBar } from './FilterBar.tsx'
import { LedgerCards } from './LedgerCards.tsx'
import { LedgerEmpty, NoPlan } from './LedgerEmpty.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { LedgerTitle, PaperHead } from './LedgerTitle.tsx'
import { ledgerText } from './ledger.text.ts'
import { nextRow } from './lines.ts'
import { NewTask } from './NewTask.tsx'
import { usePlans } from './useChoices.ts'
import { useLedger } from './useLedger.ts'
import { editableBy, tasksShown, useAt, useGo, usePrint, useRange, useViews } from './useLedgerPage.ts'
import { usePicking } from './usePicking.ts'
import { NO_FILTERS } from './views.ts'
import { SaveViewDialog, ViewTabs } from './ViewTabs.tsx'
import './ledger.css'

/** Below this the usual columns are fewer. */
const NARROW = 'screen and (max-width: 1239px)'
/** Up to so many lines are simply shown. */
const ALL_THERE = 60

/** 台账: the table of all tasks. */
export function LedgerPage() {
  const found = useSearch({ from: '/signed-in/ledger' })
  const address = useMemo(() => LedgerAddress.parse(found), [found])
  const { plans, plan, isPending, error, refetch } = usePlans(address.planId)
  if (isPending) return <Loading lines={20} />
  if (error && !plan) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!plan) return <NoPlan />
  return <LedgerOfPlan address={address} plan={plan} plans={plans} />
}

type Asking = 'columns' | 'view' | 'task' | null

function LedgerOfPlan({
  address,
  plan,
  plans,
}: {
  address: LedgerAddress
  plan: PlanView
  plans: readonly PlanView[]
}) {
  const text = useText(ledgerText)
  const go = useGo(address)
  const office = useHasAnyRole(['supervisionOffice'])
  const phone = useMedia(PHONE)
  const narrow = useMedia(NARROW)
  const [asking, setAsking] = useState<Asking>(null)
  const by = address.group ?? 'pillar'
  const ledger = useLedger(address, by)
  const listed = useMemo(
    () => ledger.lines.flatMap((line) => (line.kind === 'row' && line.row ? [line.row] : [])),
    [ledger.lines],
  )
  const picking = usePicking(listed)
  const { views, shown } = useViews(address)
  const columns = columnsShown(address.columns, narrow ? 'narrow' : 'wide')
  const [at, setAt] = useAt(JSON.stringify(address))
  const [range, setRange] = useRange()
  const find = useRef<HTMLInputElement>(null)
  const print = usePrint(ledger.loadAll)
  const line = ledger.lines[at]
  const focusFind = () => find.current?.focus()
  useKeys({
    j: () => setAt(nextRow(ledger.lines, at, 1)),
    k: () => setAt(nextRow(ledger.lines, at === -1 ? ledger.lines.length : at, -1)),
    x: () => line?.kind === 'row' && line.row && picking.toggle(line.row),
    s: () => setAsking('view'),
    '/': focusFind,
    // Rows out of sight are not there for the browser's own search.
    ...(ledger.lines.length > ALL_THERE && { 'Ctrl+f': focusFind }),
    ...(office && { n: () => setAsking('task') }),
  })
  const editable = useMemo(() => editableBy(plan, office), [plan, office])
  const sortBy = (key: LedgerColumnKey) => {
    const { sort } = COLUMN_LOOKS[key]
    const again = (address.sort ?? 'code') === sort && address.direction !== 'desc'
    go({ sort, direction: again ? 'desc' : undefined })
  }
  const close = () => setAsking(null)
  const rows = ledger.total?.taskCount ?? 0
  const pickWhole = () => void ledger.loadAll().then(picking.set)
  return (
    <div className="page ledger-page">
      <LedgerTitle
        address={address}
        plan={plan}
        plans={plans}
        columns={address.columns ?? columns}
        onPlan={(planId) => go({ planId })}
        onPrint={print.start}
        isPrinting={print.busy}
        onNew={() => setAsking('task')}
      />
      <PaperHead address={address} plan={plan} view={shown} count={rows} listed={listed.length} />
      <ViewTabs
        views={views}
        shown={shown}
        address={address}
        onSave={() => setAsking('view')}
        onClear={isFiltered(address) ? () => go({ ...NO_FILTERS, view: undefined }) : undefined}
      />
      <FilterBar
        address={address}
        pillars={plan.pillars}
        find={find}
        onChange={go}
        onColumns={() => setAsking('columns')}
      />
      {ledger.error ? (
        <ErrorState error={ledger.error} onRetry={ledger.retry} />
      ) : ledger.isPending ? (
        <Loading lines={20} />
      ) : rows === 0 ? (
        <LedgerEmpty address={address} onChange={go} onNew={() => setAsking('task')} />
      ) : phone ? (
        <LedgerCards ledger={ledger} by={by} planYear={plan.year} />
      ) : (
        <LedgerTable
          ledger={ledger}
          address={address}
          by={by}
          columns={columns}
          planYear={plan.year}
          picking={picking}
          at={at}
          onAt={setAt}
          onSort={sortBy}
          editableOf={({ state }) => editable(state)}
          onRange={setRange}
        />
      )}
      {/* What came of a step stays, though the step may have emptied the view. */}
      {!phone && (rows > 0 || picking.count > 0) && (
        <Dock picking={picking} shown={{ ...tasksShown(ledger.lines, range), count: rows }} onPickWhole={pickWhole} />
      )}
      {asking === 'columns' && (
        <ColumnsDialog shown={columns} onChange={(next) => go({ columns: next })} onClose={close} />
      )}
      {asking === 'view' && <SaveViewDialog address={address} onClose={close} />}
      {asking === 'task' && <NewTask plan={plan} onClose={close} />}
      <span className="aloud" role="status">
        {text.total(rows)}
      </span>
    </div>
  )
}
