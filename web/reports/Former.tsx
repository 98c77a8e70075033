import type { RowField } from '#domain/reports/row.ts'
import { useText } from '../text.tsx'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'
import { toText } from './values.ts'

export type TextualField = Extract<RowField, 'done' | 'nextStep' | 'difficulty' | 'suggestion' | 'evidence'>

const textOf = (values: { [Field in TextualField]: string | readonly string[] }, field: TextualField): string => {
  const value = values[field]
  return typeof value === 'string' ? value : toText(value)
}

/** Below a cell: what was prefilled, struck through where it was changed; the last period's in full on demand. */
export function Former({ row, field, compare }: { row: ShownRow; field: TextualField; compare: boolean }) {
  const text = useText(reportsText)
  const before = textOf(row.prefilled, field)
  const isChanged = row.changed.includes(field)
  if (compare && row.previous) {
    const last = textOf(row.previous, field)
    return <p className="former">{text.former(last || text.none)}</p>
  }
  if (isChanged && before !== '') return <p className="struck text-12 cut">{before}</p>
  return field === 'done' && before !== '' && row.state === 'empty' && !isChanged ? (
    <p className="former">{text.prefilled}</p>
  ) : null
}

/** Below the share: the former one struck through, or that it is the same, and the plan. */
export function FormerShare({ row }: { row: ShownRow }) {
  const text = useText(reportsText)
  const before = row.previous?.actualShare ?? null
  return (
    <p className="former">
      {before !== null &&
        (row.values.actualShare === before ? <span>{text.same}</span> : <s className="struck">{before}%</s>)}{' '}
      <span>{text.planned(String(Math.round(row.plannedShare)))}</span>
    </p>
  )
}
