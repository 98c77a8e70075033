import type { ReactNode } from 'react'
import type { RowField } from '#domain/reports/row.ts'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { useText } from '../text.tsx'
import { Glyph, Light } from '../ui/Light.tsx'
import { FigureLabel } from './cells.tsx'
import { Former, FormerShare, type TextualField } from './Former.tsx'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'
import { TaskCell } from './TaskCell.tsx'
import { useWords } from './useWords.ts'
import { formatValue, GLYPH_OF, toText } from './values.ts'

type Props = {
  row: ShownRow
  current: boolean
  compare: boolean
  onPoint?: (() => void) | undefined
  /** The last cell: the row's state, and what can be done with it. */
  children: ReactNode
}

/** One task of the sheet as text: for whoever reads, for the office, and for paper. */
export function ReadRow({ row, current, compare, onPoint, children }: Props) {
  const text = useText(reportsText)
  const mark = (...fields: RowField[]) => (fields.some((field) => row.changed.includes(field)) ? 'changed' : undefined)
  const { actualShare, actualValue, confidence } = row.values
  const hasBoth = row.target !== null && actualValue !== null
  return (
    <tr
      className={['read', current && 'now', row.state === 'accepted' && 'settled'].filter(Boolean).join(' ')}
      data-row={row.taskId}
      aria-current={current || undefined}
      onClick={onPoint}
    >
      <td className="number">{row.number}</td>
      <th scope="row">
        <TaskCell row={row}>
          <ClaimList row={row} />
        </TaskCell>
      </th>
      <td className={`share ${mark('actualShare') ?? ''}`} data-label={text.columns.share}>
        <span className="figure">
          {hasBoth && <FigureLabel word="shareShort" />}
          {actualShare === null ? text.dash : `${formatValue(actualShare)}%`}
        </span>
        {row.target && actualValue !== null && (
          <span className="value">
            <FigureLabel word="valueShort" />
            {formatValue(actualValue)}
            {row.target.measure === '%' ? '' : ' '}
            {row.target.measure}
          </span>
        )}
        <FormerShare row={row} />
      </td>
      <Words {...{ row, compare }} field="done" />
      <Words {...{ row, compare }} field="nextStep" />
      <td className={mark('difficulty', 'suggestion')} data-label={text.columns.difficulty}>
        <Said row={row} field="difficulty" />
        {row.values.suggestion !== '' && (
          <p>
            <span className="label">{text.labels.suggestion} </span>
            {row.values.suggestion}
          </p>
        )}
      </td>
      <Words {...{ row, compare }} field="evidence" />
      <td className={mark('confidence')} data-label={text.columns.confidence}>
        {confidence ? (
          <span className="confidence">
            <Glyph kind={GLYPH_OF[confidence]} />
            {text.confidence[confidence]}
          </span>
        ) : (
          <span className="quiet">{text.dash}</span>
        )}
      </td>
      <td className="check-cell">{children}</td>
    </tr>
  )
}

function Said({ row, field }: { row: ShownRow; field: TextualField }) {
  const text = useText(reportsText)
  const value = row.values[field]
  const said = typeof value === 'string' ? value : toText(value)
  if (said === '') return <span className="quiet">{field === 'difficulty' ? text.none : text.dash}</span>
  return <p className="said">{said}</p>
}

function Words({ row, field, compare }: { row: ShownRow; field: TextualField; compare: boolean }) {
  const { fields } = useText(reportsText)
  return (
    <td className={row.changed.includes(field) ? 'changed' : undefined} data-label={fields[field]}>
      <Said row={row} field={field} />
      {compare && <Former row={row} field={field} compare={compare} />}
    </td>
  )
}

/** Milestones that were claimed, and those that are due and were not. */
function ClaimList({ row }: { row: ShownRow }) {
  const text = useText(reportsText)
  const words = useWords()
  const claimed = row.milestones.filter(({ id }) => row.values.claimedMilestoneIds.includes(id))
  const unclaimed = row.milestones.filter((milestone) => !claimed.includes(milestone))
  return (
    <ul className="claims">
      {[...claimed, ...unclaimed].map((milestone) => (
        <li key={milestone.id}>
          {claimed.includes(milestone) && <b>{text.claimed} </b>}
          {milestone.title}　{words.day(milestone.currentDueOn)}
        </li>
      ))}
    </ul>
  )
}

/** A task that is done: a thin line, nothing to fill. */
export function ClosedRow({ task, number }: { task: SheetView['closed'][number]; number: number }) {
  const text = useText(reportsText)
  const words = useWords()
  return (
    <tr className="closed-row">
      <td className="number">{number}</td>
      <th scope="row" colSpan={2}>
        <Light kind={task.light} />　<span className="quiet text-12">{task.code}</span>　{task.title}
      </th>
      <td colSpan={6}>
        {text.closedRow}
        {task.doneOn && `　${words.day(task.doneOn)}`}
      </td>
    </tr>
  )
}
