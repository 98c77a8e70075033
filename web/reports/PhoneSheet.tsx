import { useState } from 'react'
import { CONFIDENCES, isBlocked } from '#domain/reports/row.ts'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { Length } from '../papers/Length.tsx'
import { useText } from '../text.tsx'
import { Glyph, Light } from '../ui/Light.tsx'
import { Why } from '../ui/Why.tsx'
import { type CellProps, ClaimsInput, ShareInput, TextInput, ValueInput } from './cells.tsx'
import { Deliveries } from './Deliveries.tsx'
import { FormerShare } from './Former.tsx'
import { reportsText } from './reports.text.ts'
import { RowDifficulty } from './RowDifficulty.tsx'
import { Difference, sentencesOf } from './RowNotes.tsx'
import { RowState } from './RowState.tsx'
import { SavingState } from './SheetDock.tsx'
import { SheetNotice } from './SheetHead.tsx'
import { SignAction } from './SignAction.tsx'
import { isReady, missingRows, nextMissing, type ShownRow, wordsOf } from './shown.ts'
import type { Delivering } from './useDelivering.ts'
import type { Filling } from './useFilling.ts'
import { useWords } from './useWords.ts'
import { GLYPH_OF, stepShare } from './values.ts'

type Props = { sheet: SheetView; filling: Filling; delivering: Delivering }

/** The short report on a phone: one task at a time, then the signature (FACE §11). */
export function PhoneSheet({ sheet, filling, delivering }: Props) {
  const text = useText(reportsText)
  const words = useWords()
  const missing = missingRows(filling.rows, sheet.signedOn)
  const [at, setAt] = useState<string | null>(missing[0]?.taskId ?? null)
  const row = filling.rows.find(({ taskId }) => taskId === at)
  const go = (taskId: string | null) => {
    setAt(taskId)
    filling.endStep()
    scrollTo(0, 0)
  }
  const check = (checked: ShownRow) => {
    if (!checked.checked) filling.change(checked.taskId, {}, true)
    void filling.store.save(checked.taskId)
    const rest = missing.filter(({ taskId }) => taskId !== checked.taskId)
    go(nextMissing(rest, checked.taskId)?.taskId ?? null)
  }
  return (
    <div className="page phone-sheet">
      <header className="title">
        <h1>{text.sheetTitle(words.period(sheet.period))}</h1>
        <span className="second">
          {sheet.unit.name}　{text.daysLeft(Math.max(0, sheet.period.workdaysLeft))}
        </span>
      </header>
      <SheetNotice sheet={sheet} reader="unit" />
      {row ? (
        <TaskReport {...{ sheet, filling, row }} isLast={missing.length <= 1} onCheck={() => check(row)} onGo={go} />
      ) : (
        <>
          <Overview {...{ filling }} onGo={go} />
          <Length text={wordsOf(filling.rows)} kind="special" />
          <Deliveries {...{ sheet, delivering }} open />
        </>
      )}
      <div className="phone-foot">
        <SavingState filling={filling} />
        {!row && <SignAction {...{ sheet, filling, delivering, missing }} onLead={go} />}
        {!row && missing.length > 0 && <p className="wanting">{text.missing(missing.length)}</p>}
      </div>
    </div>
  )
}

function Overview({ filling, onGo }: { filling: Filling; onGo: (taskId: string) => void }) {
  const text = useText(reportsText)
  return (
    <ul className="list">
      {filling.rows.map((row) => (
        <li key={row.taskId}>
          <button type="button" className="task-choice" onClick={() => onGo(row.taskId)}>
            <Light kind={row.light} />
            <span className="words">
              <b>{row.title}</b>
              <small className="quiet">
                {row.code}　{row.values.actualShare === null ? text.dash : `${row.values.actualShare}%`}
              </small>
            </span>
            {row.open ? (
              <span className={isReady(row) ? 'checked' : 'wanting'}>
                {isReady(row) ? text.rowChecked : text.rowOpen}
              </span>
            ) : (
              <RowState row={row} />
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

type ReportProps = {
  sheet: SheetView
  filling: Filling
  row: ShownRow
  isLast: boolean
  onCheck: () => void
  onGo: (taskId: string | null) => void
}

function TaskReport({ sheet, filling, row, isLast, onCheck, onGo }: ReportProps) {
  const text = useText(reportsText)
  const words = useWords()
  const { rows } = filling
  const cell: CellProps = { row, change: (changes) => filling.change(row.taskId, changes) }
  const { blocks, asks } = sentencesOf(row, true)
  const kept = sheet.rows.find(({ taskId }) => taskId === row.taskId)
  const neighbour = (by: number) => rows[rows.indexOf(row) + by]?.taskId
  const [before, behind] = [neighbour(-1), neighbour(1)]
  return (
    <article className="phone-report">
      <nav className="phone-steps">
        <button type="button" className="btn" disabled={!before} onClick={() => before && onGo(before)}>
          {text.phone.previous}
        </button>
        <span className="second">{text.phone.at(row.number, rows.length)}</span>
        <button type="button" className="btn" disabled={!behind} onClick={() => behind && onGo(behind)}>
          {text.phone.next}
        </button>
      </nav>
      <Light kind={row.light} /> <span className="quiet text-12">{row.code}</span>
      <h2>{row.title}</h2>
      <Why light={row.light} sentence={words.why(row.why)} />
      {row.returned && (
        <p className="notice amber">{text.returnedBecause(text.reasons[row.returned.reason], row.returned.note)}</p>
      )}
      {row.open ? <PhoneFields {...{ sheet, cell }} /> : <RowState row={row} />}
      {blocks.map((problem) => (
        <p key={problem.code} className="wanting">
          {words.problem(problem)}
        </p>
      ))}
      {asks.map((problem) => (
        <p key={problem.code} className="second">
          {words.problem(problem)}
        </p>
      ))}
      {kept && row.draft && (row.draft.phase === 'conflict' || row.draft.phase === 'refused') && (
        <Difference {...{ row, kept }} store={filling.store} />
      )}
      <div className="phone-actions">
        <button type="button" className="btn" onClick={() => onGo(null)}>
          {text.phone.list}
        </button>
        {row.open && (
          <button type="button" className="btn solid" disabled={isBlocked(row.problems)} onClick={onCheck}>
            {isLast ? text.phone.checkLast : text.phone.checkAndNext}
          </button>
        )}
      </div>
    </article>
  )
}

function PhoneFields({ sheet, cell }: { sheet: SheetView; cell: CellProps }) {
  const text = useText(reportsText)
  const { row, change } = cell
  const step = (by: number) => change({ actualShare: stepShare(row.values.actualShare, by) })
  return (
    <div className="phone-fields">
      <div className="share-field">
        <span className="label">{text.columns.share}</span>
        <button type="button" className="btn" aria-label={text.phone.minus} onClick={() => step(-1)}>
          −
        </button>
        <span className="figure">
          <ShareInput {...cell} />%
        </span>
        <button type="button" className="btn" aria-label={text.phone.plus} onClick={() => step(1)}>
          +
        </button>
        <FormerShare row={row} />
      </div>
      {row.target && (
        <div className="value-field">
          <span className="label">{text.labels.value(row.target.measure)}</span>
          <ValueInput {...cell} />
        </div>
      )}
      <ClaimsInput {...cell} current periodEndsOn={sheet.period.endsOn} />
      <Labelled label={text.columns.done} {...cell} field="done" />
      <Labelled label={text.columns.next} {...cell} field="nextStep" />
      <Labelled label={text.columns.evidence} {...cell} field="evidence" />
      <span className="label" aria-hidden="true">
        {text.labels.confidence}
      </span>
      <fieldset className="seg confidence-choice">
        <legend className="aloud">{text.labels.confidence}</legend>
        {CONFIDENCES.map((known) => (
          <button
            key={known}
            type="button"
            aria-pressed={row.values.confidence === known}
            onClick={() => change({ confidence: known })}
          >
            <Glyph kind={GLYPH_OF[known]} />
            {text.confidence[known]}
          </button>
        ))}
      </fieldset>
      <details open={row.values.difficulty !== '' || row.values.suggestion !== ''}>
        <summary>{text.phone.more}</summary>
        <Labelled label={text.labels.difficulty} {...cell} field="difficulty" />
        <RowDifficulty row={row} />
        <Labelled label={text.labels.suggestion} {...cell} field="suggestion" />
      </details>
    </div>
  )
}

type LabelledProps = CellProps & {
  label: string
  field: 'done' | 'nextStep' | 'evidence' | 'difficulty' | 'suggestion'
}

function Labelled({ label, field, ...cell }: LabelledProps) {
  return (
    <div className="text-field">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <TextInput {...cell} field={field} />
    </div>
  )
}
