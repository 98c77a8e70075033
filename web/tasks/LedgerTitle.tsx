import { Link } from '@tanstack/react-router'
import type { PlanView } from '#domain/plan/plan.contract.ts'
import type { LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import { exportTasks } from '#domain/tasks/ledger.contract.ts'
import { addressOf } from '../api.ts'
import { useHasAnyRole, useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { type LedgerAddress, queryOf } from './address.ts'
import { useFilterWords } from './filterLists.ts'
import { ledgerText } from './ledger.text.ts'
import { useViewName } from './ViewTabs.tsx'
import type { LedgerView } from './views.ts'

type Props = {
  address: LedgerAddress
  plan: PlanView
  plans: readonly PlanView[]
  /** The columns of the workbook. */
  columns: readonly LedgerColumnKey[]
  onPlan: (planId: string) => void
  onPrint: () => void
  isPrinting: boolean
  onNew: () => void
}

/** The title line: which year, and what can be done with the whole of it. */
export function LedgerTitle({ address, plan, plans, columns, onPlan, onPrint, isPrinting, onNew }: Props) {
  const text = useText(ledgerText)
  const { today } = useSession()
  const { language } = useLanguage()
  const office = useHasAnyRole(['supervisionOffice'])
  const workbook = addressOf(exportTasks, {
    query: {
      ...queryOf(address),
      sort: address.sort ?? 'code',
      direction: address.direction ?? 'asc',
      columns: columns.join(','),
      language,
    },
  })
  return (
    <div className="title on-screen-only">
      <h1>{text.title}</h1>
      {plans.length > 1 ? (
        <select
          className="input year-choice"
          aria-label={text.chooseYear}
          value={plan.id}
          onChange={(event) => onPlan(event.target.value)}
        >
          {plans.map(({ id, year }) => (
            <option key={id} value={id}>
              {text.yearOption(year)}
            </option>
          ))}
        </select>
      ) : (
        <span className="second">{text.yearOption(plan.year)}</span>
      )}
      <span className="second">{text.asOf(today)}</span>
      <div className="actions">
        {isPrinting && (
          <span className="quiet text-13" role="status">
            {text.printing}
          </span>
        )}
        {office && (
          <Link to="/imports" className="btn wide-only">
            {text.importFiles}
          </Link>
        )}
        <a className="btn wide-only" href={workbook} download>
          {text.exportXlsx}
        </a>
        <button type="button" className="btn wide-only" disabled={isPrinting} onClick={onPrint}>
          {text.print}
        </button>
        {office && (
          <button type="button" className="btn solid" onClick={onNew}>
            {text.newTask}
            <kbd>N</kbd>
          </button>
        )}
      </div>
    </div>
  )
}

type PaperProps = {
  address: LedgerAddress
  plan: PlanView
  view: LedgerView | undefined
  count: number
  listed: number
}

/** The head of the printed ledger. */
export function PaperHead({ address, plan, view, count, listed }: PaperProps) {
  const text = useText(ledgerText)
  const nameOf = useViewName()
  const { organization, person, today } = useSession()
  const filters = useFilterWords(address, plan.pillars)
  // With filters set, the name of the view that shows all would not be true.
  const named = view && !(view.id === 'all' && filters.length > 0) ? view : undefined
  return (
    <div className="on-paper-only paper-head">
      <h1>{text.paperTitle(organization.name, plan.year, named ? nameOf(named) : '')}</h1>
      <p>
        {text.paperFacts(count, today, person.name)}
        {filters.map((words) => `　${words}`).join('')}
        {listed < count && <b>　{text.notAll(listed, count)}</b>}
      </p>
    </div>
  )
}
