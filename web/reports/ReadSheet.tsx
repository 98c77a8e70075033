import { useState } from 'react'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { useText } from '../text.tsx'
import { Deliveries } from './Deliveries.tsx'
import { ClosedRow, ReadRow } from './ReadRow.tsx'
import { reportsText } from './reports.text.ts'
import { RowNotes } from './RowNotes.tsx'
import { RowState } from './RowState.tsx'
import { Steps } from './SheetDock.tsx'
import { PaperFoot, SheetColumns, SheetHead, SheetNotice } from './SheetHead.tsx'
import type { Delivering } from './useDelivering.ts'
import type { Filling } from './useFilling.ts'
import { useWords } from './useWords.ts'

type Props = { sheet: SheetView; filling: Filling; delivering: Delivering }

/** The sheet as text: for leaders, for its unit once it is signed, and on paper. */
export function ReadSheet({ sheet, filling, delivering }: Props) {
  const text = useText(reportsText)
  const [compare, setCompare] = useState(false)
  return (
    <div className="page sheet-page">
      <SheetHead sheet={sheet}>
        <button type="button" className="btn" aria-pressed={compare} onClick={() => setCompare(!compare)}>
          {compare ? text.compareOff : text.compare}
        </button>
        <button type="button" className="btn" onClick={() => print()}>
          {text.print}
        </button>
      </SheetHead>
      <SheetNotice sheet={sheet} reader="others" />
      {sheet.rows.length + sheet.closed.length > 0 && (
        <div className="table-frame">
          <table className="table sheet-table">
            <SheetColumns last={text.columns.state} />
            <tbody>
              {filling.rows.map((row) => (
                <ReadOnlyRows key={row.taskId} {...{ sheet, filling, row, compare }} />
              ))}
              {sheet.closed.map((task, index) => (
                <ClosedRow key={task.taskId} task={task} number={filling.rows.length + index + 1} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Deliveries {...{ sheet, delivering }} open={false} />
      <PaperFoot sheet={sheet} />
      {sheet.signed && <SignedDock sheet={sheet} />}
    </div>
  )
}

type RowsProps = { sheet: SheetView; filling: Filling; row: Filling['rows'][number]; compare: boolean }

function ReadOnlyRows({ sheet, filling, row, compare }: RowsProps) {
  const kept = sheet.rows.find(({ taskId }) => taskId === row.taskId)
  return (
    <>
      <ReadRow row={row} current={false} compare={compare}>
        <RowState row={row} />
      </ReadRow>
      <RowNotes {...{ row, kept }} current={false} store={filling.store} />
    </>
  )
}

function SignedDock({ sheet }: { sheet: SheetView }) {
  const text = useText(reportsText)
  const words = useWords()
  const { signed, state } = sheet
  return (
    <footer className="dock sheet-dock">
      <Steps at={state === 'accepted' ? 4 : 3} />
      {signed && <p className="message">{text.signed(words.clock(signed.at), signed.by?.name ?? '')}</p>}
    </footer>
  )
}
