import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { listSheets, type SheetView } from '#domain/reports/reports.contract.ts'
import { canDecideRow } from '#domain/reports/sheet.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useRead } from '../useEndpoint.ts'
import { Deliveries } from './Deliveries.tsx'
import { ClosedRow, ReadRow } from './ReadRow.tsx'
import { reportsText } from './reports.text.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { ReviewDock } from './ReviewDock.tsx'
import { RowNotes } from './RowNotes.tsx'
import { RowState } from './RowState.tsx'
import { PaperFoot, SheetColumns, SheetHead, SheetNotice } from './SheetHead.tsx'
import type { ShownRow } from './shown.ts'
import type { Delivering } from './useDelivering.ts'
import type { Filling } from './useFilling.ts'
import { type Review, useReview } from './useReview.ts'

/** Rows this person may decide on. */
function useDecidable(rows: readonly ShownRow[]) {
  const actor = useActor()
  return rows.filter(
    ({ state, saved, submittedById }) =>
      canDecideRow(actor, { state, authorId: saved?.by?.id ?? '', signedById: submittedById }).allowed,
  )
}

/** The next unit whose rows wait, in the official order, round the end. */
function useNextUnit(sheet: SheetView) {
  const { data } = useRead(listSheets, { query: { periodId: sheet.period.id } })
  const items = data?.items ?? []
  const here = items.findIndex(({ unit }) => unit.id === sheet.unit.id)
  const order = [...items.slice(here + 1), ...items.slice(0, Math.max(here, 0))]
  return order.find(({ submittedCount }) => submittedCount > 0)?.unit
}

type Props = { sheet: SheetView; filling: Filling; delivering: Delivering }

/** The sheet before the office: row by row, accept or return, by keyboard. */
export function ReviewSheet({ sheet, filling, delivering }: Props) {
  const text = useText(reportsText)
  const navigate = useNavigate()
  const review = useReview()
  const { rows } = filling
  const waiting = useDecidable(rows)
  const [at, setAt] = useState<string | null>(null)
  const [returning, setReturning] = useState<ShownRow | null>(null)
  const [compare, setCompare] = useState(false)
  const frame = useRef<HTMLTableSectionElement>(null)
  const nextUnit = useNextUnit(sheet)
  const current = rows.find(({ taskId }) => taskId === at) ?? waiting[0]

  const point = (row: ShownRow | undefined) => {
    if (!row) return
    setAt(row.taskId)
    const shown = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    shown.find(({ dataset }) => dataset['row'] === row.taskId)?.scrollIntoView({ block: 'nearest' })
  }
  const move = (by: number) => point(rows[(current ? rows.indexOf(current) : -1) + by])
  const isDecidable = (row: ShownRow | undefined): row is ShownRow => row !== undefined && waiting.includes(row)
  const after = (row: ShownRow) =>
    point(waiting.find(({ number }) => number > row.number) ?? waiting.find((other) => other !== row))
  const accept = async (row: ShownRow) => {
    if (await review.decide([row], { decision: 'accept' })) after(row)
  }
  const goNextUnit = () => {
    if (!nextUnit) return
    const params = { periodId: sheet.period.id, unitId: nextUnit.id }
    void navigate({ to: '/reports/$periodId/$unitId', params })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => isDecidable(current) && !review.isPending && void accept(current),
    b: () => isDecidable(current) && setReturning(current),
    n: goNextUnit,
    'Alt+c': () => setCompare((shown) => !shown),
  })

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
      {waiting.length > 0 && (
        <div className="sheet-keys">
          <Keys label={text.review.keysLabel} keys={text.review.keys} />
        </div>
      )}
      {rows.length + sheet.closed.length > 0 && (
        <div className="table-frame">
          <table className="table sheet-table reviewing">
            <SheetColumns last={text.columns.state} />
            <tbody ref={frame}>
              {rows.map((row) => (
                <ReviewRows
                  key={row.taskId}
                  {...{ row, review, compare, filling }}
                  current={waiting.length > 0 && row === current}
                  decidable={waiting.includes(row)}
                  onPoint={() => setAt(row.taskId)}
                  onAccept={() => void accept(row)}
                  onReturn={() => setReturning(row)}
                />
              ))}
              {sheet.closed.map((task, index) => (
                <ClosedRow key={task.taskId} task={task} number={rows.length + index + 1} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Deliveries {...{ sheet, delivering }} open={false} />
      <PaperFoot sheet={sheet} />
      <ReviewDock {...{ sheet, waiting, review, rows, nextUnit, goNextUnit }} />
      {returning && (
        <ReturnDialog
          row={returning}
          onClose={() => setReturning(null)}
          onReturn={async (reason, note) => {
            const row = returning
            setReturning(null)
            const isReturned = await review.decide([row], { decision: 'return', reason, note })
            if (isReturned) after(row)
            return isReturned
          }}
        />
      )}
    </div>
  )
}

type RowsProps = {
  row: ShownRow
  review: Review
  compare: boolean
  filling: Filling
  current: boolean
  decidable: boolean
  onPoint: () => void
  onAccept: () => void
  onReturn: () => void
}

function ReviewRows({ row, review, compare, filling, current, decidable, ...on }: RowsProps) {
  const text = useText(reportsText)
  return (
    <>
      <ReadRow {...{ row, current, compare }} onPoint={on.onPoint}>
        <RowState row={row} />
        {decidable && (
          <span className="decide">
            <button type="button" className="btn small" disabled={review.isPending} onClick={on.onAccept}>
              {text.review.accept}
            </button>
            <button type="button" className="btn small bare" onClick={on.onReturn}>
              {text.review.return}
            </button>
          </span>
        )}
      </ReadRow>
      <RowNotes row={row} kept={undefined} current={false} store={filling.store} />
    </>
  )
}
