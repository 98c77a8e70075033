import { LEDGER_COLUMNS, type LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import { kitText } from '../text/kit.text.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FIXED_COLUMNS } from './columns.ts'
import { ledgerText } from './ledger.text.ts'

type Props = {
  shown: readonly LedgerColumnKey[]
  /** Undefined asks for the usual columns. */
  onChange: (columns: LedgerColumnKey[] | undefined) => void
  onClose: () => void
}

const moved = (keys: readonly LedgerColumnKey[], key: LedgerColumnKey, step: 1 | -1): LedgerColumnKey[] => {
  const next = [...keys]
  const at = next.indexOf(key)
  const other = next[at + step]
  if (other === undefined) return next
  next[at] = other
  next[at + step] = key
  return next
}

/** Which columns the ledger shows and in which order; it changes as one chooses. */
export function ColumnsDialog({ shown, onChange, onClose }: Props) {
  const { row: words } = useText(kitText)
  const text = useText(ledgerText)
  const hidden = LEDGER_COLUMNS.map(({ key }) => key).filter((key) => !shown.includes(key))
  return (
    <Dialog
      title={text.columnsTitle}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={() => onChange(undefined)}>
            {text.columnsReset}
          </button>
          <button type="button" className="btn solid" onClick={onClose}>
            {text.close}
          </button>
        </>
      }
    >
      <p className="hint second text-13">{text.columnsHint}</p>
      <ul className="list column-list">
        {shown.map((key, index) => (
          <li key={key}>
            <label className="check">
              <input
                type="checkbox"
                checked
                disabled={FIXED_COLUMNS.includes(key)}
                onChange={() => onChange(shown.filter((each) => each !== key))}
              />
              {text.columns[key]}
            </label>
            <span className="grow" />
            <button
              type="button"
              className="btn small"
              aria-label={text.up(text.columns[key])}
              disabled={index === 0}
              onClick={() => onChange(moved(shown, key, -1))}
            >
              {words.up}
            </button>
            <button
              type="button"
              className="btn small"
              aria-label={text.down(text.columns[key])}
              disabled={index === shown.length - 1}
              onClick={() => onChange(moved(shown, key, 1))}
            >
              {words.down}
            </button>
          </li>
        ))}
        {hidden.map((key) => (
          <li key={key}>
            <label className="check">
              <input type="checkbox" checked={false} onChange={() => onChange([...shown, key])} />
              {text.columns[key]}
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
