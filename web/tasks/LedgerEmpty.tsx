import { Link } from '@tanstack/react-router'
import { getTaskTotals } from '#domain/tasks/ledger.contract.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRead } from '../useEndpoint.ts'
import { FILTER_NAMES, type FilterName, isFiltered, type LedgerAddress, queryOf } from './address.ts'
import { ledgerText } from './ledger.text.ts'
import { NO_FILTERS } from './views.ts'

type Props = { address: LedgerAddress; onChange: (changes: Partial<LedgerAddress>) => void; onNew: () => void }

/** Nothing to list: either there is nothing yet, or a filter hides it; the sentence says which. */
export function LedgerEmpty({ address, onChange, onNew }: Props) {
  if (isFiltered(address)) return <NothingInView address={address} onChange={onChange} />
  return <NothingYet onNew={onNew} />
}

function NothingInView({ address, onChange }: Omit<Props, 'onNew'>) {
  const text = useText(ledgerText)
  const set = FILTER_NAMES.filter((name) => address[name] !== undefined)
  return (
    <EmptyState title={text.nothing}>
      <ul className="clear-list">
        {set.map((name) => (
          <WithoutOne key={name} name={name} address={address} onChange={onChange} />
        ))}
        {set.length > 1 && (
          <li>
            <button type="button" className="btn small" onClick={() => onChange({ ...NO_FILTERS, view: undefined })}>
              {text.clearAll}
            </button>
          </li>
        )}
      </ul>
    </EmptyState>
  )
}

function WithoutOne({ name, address, onChange }: Omit<Props, 'onNew'> & { name: FilterName }) {
  const text = useText(ledgerText)
  const { data } = useRead(getTaskTotals, { query: { ...queryOf({ ...address, [name]: undefined }), by: 'none' } })
  const count = data?.total.taskCount ?? 0
  if (count === 0) return null
  return (
    <li>
      <button type="button" className="btn small" onClick={() => onChange({ [name]: undefined, view: undefined })}>
        {text.nothingButFor(text.filters[name], count)}
      </button>
    </li>
  )
}

function NothingYet({ onNew }: { onNew: () => void }) {
  const text = useText(ledgerText)
  const office = useHasAnyRole(['supervisionOffice'])
  return (
    <EmptyState title={text.emptyTitle} sentence={office ? text.emptyHint : text.emptyOther}>
      {office && (
        <>
          <Link to="/imports" className="btn solid">
            {text.importFiles}
          </Link>
          <button type="button" className="btn" onClick={onNew}>
            {text.newTask}
          </button>
        </>
      )}
    </EmptyState>
  )
}

/** Before there is any plan year. */
export function NoPlan() {
  const text = useText(ledgerText)
  const office = useHasAnyRole(['supervisionOffice'])
  return (
    <div className="page">
      <EmptyState title={text.noPlan} sentence={office ? text.noPlanHint : text.emptyOther}>
        {office && (
          <Link to="/plan" className="btn solid">
            {text.toPlan}
          </Link>
        )}
      </EmptyState>
    </div>
  )
}
