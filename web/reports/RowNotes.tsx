import { changedFields, type RowField } from '#domain/reports/row.ts'
import { useText } from '../text.tsx'
import type { DraftStore } from './drafts.ts'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'
import { useWords } from './useWords.ts'
import { toText } from './values.ts'

type Props = {
  row: ShownRow
  /** The row as it is on the server, without what is typed here. */
  kept: { values: ShownRow['values'] } | undefined
  current: boolean
  store: DraftStore
}

/** What there is to say about a row: why it came back, what is missing, what to look at before signing. */
export const sentencesOf = (row: ShownRow, current: boolean) => ({
  blocks: row.problems.filter(({ weight }) => weight === 'blocks' && (current || row.state !== 'empty')),
  asks: row.problems.filter(({ weight }) => weight === 'asks' && (current || row.state !== 'empty')),
})

/** The line under a row with everything that must be read about it; nothing where there is nothing. */
export function RowNotes({ row, kept, current, store }: Props) {
  const text = useText(reportsText)
  const words = useWords()
  const { blocks, asks } = sentencesOf(row, current)
  const isStuck = row.draft && (row.draft.phase === 'conflict' || row.draft.phase === 'refused' || !row.open)
  if (!row.returned && blocks.length === 0 && asks.length === 0 && !isStuck) return null
  return (
    <tr className="note-row">
      <td />
      <td colSpan={8}>
        {row.returned && (
          <p className="wanting">{text.returnedBecause(text.reasons[row.returned.reason], row.returned.note)}</p>
        )}
        {blocks.map((problem) => (
          <p key={problem.code} className="wanting">
            {words.problem(problem)}
          </p>
        ))}
        {asks.map((problem) => (
          <p key={problem.code} className="hint">
            {words.problem(problem)}
          </p>
        ))}
        {isStuck && kept && <Difference {...{ row, kept, store }} />}
      </td>
    </tr>
  )
}

const shownValue = (values: ShownRow['values'], field: RowField, empty: string): string => {
  const value = values[field]
  if (Array.isArray(value)) return toText(value) || empty
  return value === null || value === '' ? empty : String(value)
}

/** What was typed here beside what is on the server, and the choice between the two. */
export function Difference({
  row,
  kept,
  store,
}: Pick<Props, 'row' | 'store'> & { kept: { values: ShownRow['values'] } }) {
  const text = useText(reportsText)
  const fields = changedFields(row.values, kept.values)
  const { conflict } = text
  return (
    <div className="difference" role="alert">
      <p>{row.draft?.message || conflict.kept}</p>
      <dl className="pairs">
        {fields.map((field) => (
          <div key={field} className="pair">
            <dt>{text.fields[field]}</dt>
            <dd>
              <span className="label">{conflict.mine} </span>
              {shownValue(row.values, field, text.empty)}
            </dd>
            <dd>
              <span className="label">{conflict.theirs} </span>
              {shownValue(kept.values, field, text.empty)}
            </dd>
          </div>
        ))}
      </dl>
      {row.open && (
        <button type="button" className="btn small" onClick={() => store.keepMine(row.taskId, row.version)}>
          {conflict.keepMine}
        </button>
      )}
      <button type="button" className="btn small" onClick={() => store.drop(row.taskId)}>
        {row.open ? conflict.keepTheirs : conflict.discard}
      </button>
    </div>
  )
}
