import type { Changes } from './drafts.ts'
import { useText } from '../text.tsx'
import {
  ClaimsInput,
  ConfidenceInput,
  FigureLabel,
  ShareInput,
  TextInput,
  type CellProps,
  ValueInput,
} from './cells.tsx'
import { Former, FormerShare } from './Former.tsx'
import { reportsText } from './reports.text.ts'
import { RowDifficulty } from './RowDifficulty.tsx'
import { isReady, type ShownRow } from './shown.ts'
import { TaskCell } from './TaskCell.tsx'
import { isBlocked, type RowField } from '#domain/reports/row.ts'

type Props = {
  row: ShownRow
  /** The row the keyboard is in. */
  current: boolean
  compare: boolean
  periodEndsOn: string
  change: (changes: Changes, checked?: boolean | null) => void
}

/** One task of the sheet while it is filled: every cell is a field at once, and Tab goes through them. */
export function FillRow({ row, current, compare, periodEndsOn, change }: Props) {
  const cell: CellProps = { row, change }
  const mark = (...fields: RowField[]) => (fields.some((field) => row.changed.includes(field)) ? 'changed' : undefined)
  const isLaid = row.values.difficulty !== '' || row.values.suggestion !== '' || current
  return (
    <tr className={current ? 'now' : undefined} data-row={row.taskId}>
      <td className="number">{row.number}</td>
      <th scope="row">
        <TaskCell row={row}>
          <ClaimsInput {...cell} {...{ periodEndsOn, current }} />
        </TaskCell>
      </th>
      <td className={`share ${mark('actualShare', 'actualValue') ?? ''}`}>
        <span className="figure">
          {row.target && <FigureLabel word="shareShort" />}
          <ShareInput {...cell} />%
        </span>
        {row.target && (
          <span className="value">
            <FigureLabel word="valueShort" />
            <ValueInput {...cell} />
            {row.target.measure === '%' ? '' : ' '}
            {row.target.measure}
          </span>
        )}
        <FormerShare row={row} />
      </td>
      <td className={mark('done')}>
        <TextInput {...cell} field="done" />
        <Former row={row} field="done" compare={compare} />
      </td>
      <td className={mark('nextStep')}>
        <TextInput {...cell} field="nextStep" />
        <Former row={row} field="nextStep" compare={compare} />
      </td>
      <td className={mark('difficulty', 'suggestion')}>
        <Labelled field="difficulty" shown={isLaid} {...cell} />
        <RowDifficulty row={row} />
        <Labelled field="suggestion" shown={isLaid} {...cell} />
        <Former row={row} field="difficulty" compare={compare} />
      </td>
      <td className={mark('evidence')}>
        <TextInput {...cell} field="evidence" />
        <MissingEvidence row={row} />
        <Former row={row} field="evidence" compare={compare} />
      </td>
      <td className={mark('confidence')}>
        <ConfidenceInput {...cell} />
      </td>
      <td className="check-cell">
        <CheckButton row={row} current={current} change={change} />
      </td>
    </tr>
  )
}

/** Two fields in one cell, so each says which it is. */
function Labelled({ field, shown, ...cell }: CellProps & { field: 'difficulty' | 'suggestion'; shown: boolean }) {
  const { labels } = useText(reportsText)
  return (
    <div className={shown ? 'labelled' : 'labelled resting'}>
      <span className="label" aria-hidden="true">
        {labels[field]}
      </span>
      <TextInput {...cell} field={field} />
    </div>
  )
}

function MissingEvidence({ row }: { row: ShownRow }) {
  const { reasons } = useText(reportsText)
  return row.problems.some(({ code }) => code === 'no_evidence') ? (
    <p className="wanting">{reasons.noEvidence}</p>
  ) : null
}

/** Whether the row is checked; a click does what Enter does. */
function CheckButton({ row, current, change }: Pick<Props, 'row' | 'current' | 'change'>) {
  const text = useText(reportsText)
  const isBlockedNow = isBlocked(row.problems)
  const word = isReady(row) ? text.rowChecked : current && row.state !== 'empty' ? text.rowFilling : text.rowOpen
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isReady(row) ? 'checked' : isBlockedNow && row.state !== 'empty' ? 'wanting' : undefined}
      aria-pressed={row.checked}
      title={row.checked ? text.uncheck : text.check}
      disabled={isBlockedNow && !row.checked}
      onClick={() => change({}, !row.checked)}
    >
      {word}
    </button>
  )
}
