import { useEffect, useMemo, useRef } from 'react'
import type { LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import type { LedgerGroup, LedgerRow as Row } from '#domain/tasks/ledger.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Spacer, useRowRange } from '../ui/useRowRange.tsx'
import type { LedgerAddress } from './address.ts'
import type { CellContext } from './cells.tsx'
import { cellClass, COLUMN_LOOKS, tableWidth } from './columns.ts'
import { GroupRow } from './GroupRow.tsx'
import { LedgerRow } from './LedgerRow.tsx'
import { ledgerText } from './ledger.text.ts'
import { reachOf } from './lines.ts'
import type { Picking } from './usePicking.ts'
import type { Ledger } from './useLedger.ts'
import { useDays } from './useDays.ts'

const ROW = 31
const GROUP = 34
/** Heads above and the dock below the rows, in pixels. */
const FIXED = { above: 70, below: 60 }

type Props = {
  ledger: Ledger
  address: LedgerAddress
  by: LedgerGroup
  columns: readonly LedgerColumnKey[]
  planYear: number
  picking: Picking<Row>
  /** The line that is current by keyboard; -1 for none. */
  at: number
  onAt: (at: number) => void
  onSort: (key: LedgerColumnKey) => void
  /** Of a row's fields, those the asker may change in their cell. */
  editableOf: (row: Row) => readonly string[]
  onRange: (from: number, to: number) => void
}

/** The table of all tasks: groups with their totals, rows that come as one scrolls to them. */
export function LedgerTable(props: Props) {
  const { ledger, address, by, columns, planYear, picking, at } = props
  const text = useText(ledgerText)
  const { language } = useLanguage()
  const days = useDays(planYear)
  const context: CellContext = useMemo(() => ({ text, language, days }), [text, language, days])
  const frame = useRef<HTMLTableSectionElement>(null)
  const { lines, extend } = ledger
  const heightOf = (index: number) => (lines[index]?.kind === 'group' ? GROUP : ROW)
  const { from, to, before, after, scrollTo } = useRowRange({ count: lines.length, heightOf, frame, fixed: FIXED })
  useEffect(() => extend(reachOf(lines, from, to)), [extend, lines, from, to])
  const { onRange } = props
  useVisible(frame, lines, onRange)
  useFollow(frame, at, scrollTo)
  return (
    <table
      className="table ledger"
      style={{ minWidth: tableWidth(columns, language) }}
      aria-rowcount={lines.length}
      aria-label={text.title}
    >
      <colgroup>
        <col className="pick" />
        {columns.map((key) => (
          <col key={key} className={`column-${key}`} style={{ width: COLUMN_LOOKS[key].width?.[language] }} />
        ))}
      </colgroup>
      <Head columns={columns} address={address} picking={picking} onSort={props.onSort} />
      <tbody ref={frame} className={ledger.isStale ? 'stale' : undefined}>
        <Spacer height={before} columnCount={columns.length + 1} />
        {lines
          .slice(from, to)
          .map((line, offset) =>
            line.kind === 'group' ? (
              <GroupRow
                key={`group ${line.group.key}`}
                group={line.group}
                whole={ledger.wholeOf(line.group.key)}
                by={by}
                span={columns.length + 1}
              />
            ) : (
              <LedgerRow
                key={line.row?.id ?? `${line.group.key} ${line.index}`}
                line={from + offset}
                row={line.row}
                columns={columns}
                context={context}
                isAt={from + offset === at}
                onAt={props.onAt}
                picking={picking}
                editable={line.row ? props.editableOf(line.row) : []}
              />
            ),
          )}
        <Spacer height={after} columnCount={columns.length + 1} />
      </tbody>
    </table>
  )
}

/** Tells which lines are between the heads and the dock, as they are scrolled. */
function useVisible(
  frame: React.RefObject<HTMLElement | null>,
  lines: unknown,
  tell: (from: number, to: number) => void,
): void {
  useEffect(() => {
    const look = () => {
      const [top, bottom] = [FIXED.above / 2, window.innerHeight - FIXED.below]
      const rows = [...(frame.current?.querySelectorAll<HTMLElement>('tr[data-line]') ?? [])]
      const seen = rows.filter((row) => {
        const box = row.getBoundingClientRect()
        return box.top >= top - ROW / 2 && box.bottom <= bottom + ROW / 2
      })
      tell(Number(seen[0]?.dataset['line'] ?? 0), Number(seen[seen.length - 1]?.dataset['line'] ?? -1) + 1)
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [frame, lines, tell])
}

/** Brings the current line into view and gives its task the focus, so that Enter opens it. */
function useFollow(frame: React.RefObject<HTMLElement | null>, at: number, scrollTo: (index: number) => void): void {
  const scroll = useRef(scrollTo)
  useEffect(() => {
    scroll.current = scrollTo
  })
  useEffect(() => {
    if (at < 0) return
    const row = frame.current?.querySelector<HTMLElement>(`[data-line="${at}"]`)
    if (row?.contains(document.activeElement)) return
    scroll.current(at)
    row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }, [frame, at])
}

type HeadProps = Pick<Props, 'columns' | 'address' | 'picking' | 'onSort'>

function Head({ columns, address, picking, onSort }: HeadProps) {
  const text = useText(ledgerText)
  const sort = address.sort ?? 'code'
  const direction = address.direction ?? 'asc'
  return (
    <thead>
      <tr>
        <th className="pick">
          <input
            type="checkbox"
            className="tick"
            aria-label={text.pickAll}
            checked={picking.all}
            ref={(box) => {
              if (box) box.indeterminate = !picking.all && picking.count > 0
            }}
            onChange={picking.toggleListed}
          />
        </th>
        {columns.map((key) => {
          const look = COLUMN_LOOKS[key]
          const on = look.sort === sort
          return (
            <th
              key={key}
              className={cellClass(key)}
              aria-sort={on ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {look.sort ? (
                <button type="button" title={text.sortBy(text.columns[key])} onClick={() => onSort(key)}>
                  {text.columns[key]}
                  {on && address.sort && <span className="way">{direction === 'asc' ? '↑' : '↓'}</span>}
                </button>
              ) : (
                text.columns[key]
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
