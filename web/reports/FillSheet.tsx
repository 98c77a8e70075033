import { useContext, useRef, useState } from 'react'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { Length } from '../papers/Length.tsx'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { Deliveries } from './Deliveries.tsx'
import { FillRow } from './FillRow.tsx'
import { ClosedRow, ReadRow } from './ReadRow.tsx'
import { reportsText } from './reports.text.ts'
import { SheetDifficultiesContext } from './RowDifficulty.tsx'
import { RowNotes } from './RowNotes.tsx'
import { RowState } from './RowState.tsx'
import { SheetDock } from './SheetDock.tsx'
import { SheetColumns, SheetHead, SheetNotice } from './SheetHead.tsx'
import { missingRows, type ShownRow, wordsOf } from './shown.ts'
import type { Delivering } from './useDelivering.ts'
import type { Filling } from './useFilling.ts'
import { useSheetKeys } from './useSheetKeys.ts'

type Props = { sheet: SheetView; filling: Filling; delivering: Delivering }

/** The sheet while its unit fills it, by keyboard first (FACE §6). */
export function FillSheet({ sheet, filling, delivering }: Props) {
  const text = useText(reportsText)
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [compare, setCompare] = useState(false)
  const [allKeys, setAllKeys] = useState(false)
  const missing = missingRows(filling.rows, sheet.signedOn)
  const onCompare = () => setCompare((shown) => !shown)
  const onAllKeys = () => setAllKeys(true)
  const difficulties = useContext(SheetDifficultiesContext)
  const onDifficulty = (row: ShownRow): boolean => {
    if (!difficulties || difficulties.of(row.taskId)) return false
    difficulties.raise(row)
    return true
  }
  const keys = useSheetKeys({ frame, filling, missing, onCurrent: setCurrent, onCompare, onAllKeys, onDifficulty })
  useKeys({
    F8: () => keys.goOn(current),
    'Alt+c': onCompare,
    'Ctrl+z': keys.undo,
    '?': onAllKeys,
  })
  return (
    <div className="page sheet-page" ref={frame} {...keys.handlers}>
      <SheetHead sheet={sheet}>
        <button type="button" className="btn" aria-pressed={compare} onClick={onCompare}>
          {compare ? text.compareOff : text.compare}
        </button>
      </SheetHead>
      <SheetNotice sheet={sheet} reader="unit" />
      <div className="sheet-keys">
        <Keys label={text.keysLabel} keys={text.keys} />
        <button type="button" className="btn small bare" onClick={onAllKeys}>
          <kbd>?</kbd> {text.allKeysTitle}
        </button>
        <span className="grow" />
        <Length text={wordsOf(filling.rows)} kind="special" />
        <span className="swatch changed">{text.changedKey}</span>
        <span className="swatch filling">{text.focusedKey}</span>
      </div>
      <div className="table-frame">
        <table className="table sheet-table filling">
          <SheetColumns last={text.columns.check} />
          <tbody>
            {filling.rows.map((row) => (
              <SheetRows key={row.taskId} {...{ sheet, filling, row, compare }} current={row.taskId === current} />
            ))}
            {sheet.closed.map((task, index) => (
              <ClosedRow key={task.taskId} task={task} number={filling.rows.length + index + 1} />
            ))}
          </tbody>
        </table>
      </div>
      <Deliveries {...{ sheet, delivering }} open />
      <SheetDock
        {...{ sheet, filling, delivering, missing }}
        onNext={() => keys.goOn(current)}
        onLead={keys.focusCell}
      />
      {allKeys && <AllKeys onClose={() => setAllKeys(false)} />}
    </div>
  )
}

type RowsProps = {
  sheet: SheetView
  filling: Filling
  row: Filling['rows'][number]
  compare: boolean
  current: boolean
}

/** A row and what there is to say about it; a row that is not the unit's any more is text. */
function SheetRows({ sheet, filling, row, compare, current }: RowsProps) {
  const kept = sheet.rows.find(({ taskId }) => taskId === row.taskId)
  return (
    <>
      {row.open ? (
        <FillRow
          {...{ row, compare, current }}
          periodEndsOn={sheet.period.endsOn}
          change={(changes, checked) => filling.change(row.taskId, changes, checked ?? null)}
        />
      ) : (
        <ReadRow {...{ row, compare, current }}>
          <RowState row={row} />
        </ReadRow>
      )}
      <RowNotes {...{ row, kept, current }} store={filling.store} />
    </>
  )
}

function AllKeys({ onClose }: { onClose: () => void }) {
  const text = useText(reportsText)
  return (
    <Dialog title={text.allKeysTitle} onClose={onClose}>
      <dl className="pairs all-keys">
        {text.allKeys.map(([caps, does]) => (
          <div key={caps} className="pair">
            <dt>
              {caps.split('　').map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
