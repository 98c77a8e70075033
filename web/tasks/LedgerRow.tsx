import { memo, useState } from 'react'
import type { LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import type { LedgerRow as Row } from '#domain/tasks/ledger.contract.ts'
import { CELLS, CELL_WORDS, type CellContext } from './cells.tsx'
import { CellEditor } from './CellEditor.tsx'
import { cellClass, COLUMN_LOOKS, type EditableField } from './columns.ts'
import type { Picking } from './usePicking.ts'

type Props = {
  /** Its place among all lines. */
  line: number
  /** Null while it is fetched. */
  row: Row | null
  columns: readonly LedgerColumnKey[]
  context: CellContext
  isAt: boolean
  onAt: (line: number) => void
  picking: Picking<Row>
  editable: readonly string[]
}

/** A task as a line of the ledger. */
export function LedgerRow({ line, row, columns, context, isAt, onAt, picking, editable }: Props) {
  if (!row) return <WaitingRow count={columns.length} />
  const picked = picking.has(row.id)
  return (
    <tr
      data-line={line}
      aria-rowindex={line + 1}
      aria-selected={picked}
      className={[picked && 'picked', isAt && 'at'].filter(Boolean).join(' ') || undefined}
      onFocus={() => onAt(line)}
    >
      <td className="pick">
        <input
          type="checkbox"
          className="tick"
          aria-label={context.text.pick(row.code)}
          checked={picked}
          onChange={() => picking.toggle(row)}
        />
      </td>
      {columns.map((key) => (
        <Cell key={key} column={key} row={row} context={context} editable={editable} />
      ))}
    </tr>
  )
}

const WaitingRow = memo(function WaitingRow({ count }: { count: number }) {
  return (
    <tr className="waiting-row" aria-busy="true">
      <td colSpan={count + 1}>
        <i />
      </td>
    </tr>
  )
})

type CellProps = { column: LedgerColumnKey; row: Row; context: CellContext; editable: readonly string[] }

function Cell({ column, row, context, editable }: CellProps) {
  const { field } = COLUMN_LOOKS[column]
  if (field && editable.includes(field))
    return <EditableCell column={column} field={field} row={row} context={context} editable={editable} />
  return <td className={cellClass(column)}>{CELLS[column](row, context)}</td>
}

function EditableCell({ column, field, row, context }: CellProps & { field: EditableField }) {
  const [editing, setEditing] = useState(false)
  const words = CELL_WORDS[column]?.(row, context) ?? ''
  const { text } = context
  return (
    <td className={cellClass(column, editing)}>
      <button
        type="button"
        className="cell-edit"
        title={words || undefined}
        aria-label={text.editCell(text.columns[column], words || text.none)}
        aria-expanded={editing}
        onClick={() => setEditing(true)}
      >
        {words === '' ? <span className="quiet">{text.none}</span> : words}
      </button>
      {editing && (
        <CellEditor
          label={text.columns[column]}
          field={field}
          row={row}
          words={words}
          onClose={() => setEditing(false)}
        />
      )}
    </td>
  )
}
