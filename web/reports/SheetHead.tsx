import type { ReactNode } from 'react'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { reportsText } from './reports.text.ts'
import { useWords } from './useWords.ts'

/** The title line: which sheet, whose, and how long its window is open. */
export function SheetHead({ sheet, children }: { sheet: SheetView; children?: ReactNode }) {
  const text = useText(reportsText)
  const words = useWords()
  const { period, unit, rows, closed } = sheet
  const isOpen = period.state === 'open' && sheet.signedOn === null
  return (
    <header className="title">
      <h1>{text.sheetTitle(words.period(period))}</h1>
      <span className="second">
        <Anchor href={`/reports?period=${period.id}`} className="link">
          {unit.name}
        </Anchor>
        {'　'}
        {text.tasksToReport(rows.length + closed.length, rows.length)}
      </span>
      <span className="actions">
        <span className="second text-13">
          {text.window(words.day(period.opensOn), words.day(period.closesOn))}
          {isOpen && <b>　{text.daysLeft(period.workdaysLeft)}</b>}
        </span>
        {children}
      </span>
    </header>
  )
}

/** What whoever opens the sheet must know first; `reader` is whose business it is. */
export function SheetNotice({ sheet, reader }: { sheet: SheetView; reader: 'unit' | 'others' }) {
  const { notices } = useText(reportsText)
  const words = useWords()
  const { today } = useSession()
  const { state, period, rows, signAgainBy } = sheet
  const returned = rows.filter((row) => row.state === 'returned').length
  if (rows.length === 0) return <p className="notice">{notices.noRows}</p>
  if (state === 'notDue') return <p className="notice">{notices.notDue(words.day(period.opensOn))}</p>
  if (state === 'missed') return <p className="notice amber">{notices.missed(words.day(period.closesOn))}</p>
  if (state !== 'returned') return null
  const until = words.day(signAgainBy ?? period.closesOn)
  if (signAgainBy !== null && signAgainBy < today)
    return <p className="notice amber">{notices.signAgainClosed(until)}</p>
  return reader === 'unit' ? (
    <p className="notice amber">{notices.returned(returned, until)}</p>
  ) : (
    <p className="notice">{notices.returnedToUnit(returned, until)}</p>
  )
}

/** The column heads, the same for who fills and who reads. */
export function SheetColumns({ last }: { last: string }) {
  const { columns } = useText(reportsText)
  return (
    <>
      <colgroup>
        {['number', 'task', 'share', 'done', 'next', 'difficulty', 'evidence', 'confidence', 'last'].map((name) => (
          <col key={name} className={`column-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th className="number">{columns.number}</th>
          <th>{columns.task}</th>
          <th className="number">{columns.share}</th>
          <th>{columns.done}</th>
          <th>{columns.next}</th>
          <th>{columns.difficulty}</th>
          <th>{columns.evidence}</th>
          <th>{columns.confidence}</th>
          <th className="check-cell">{last}</th>
        </tr>
      </thead>
    </>
  )
}

/** What only paper shows: whose sheet it is and where the head signs by hand. */
export function PaperFoot({ sheet }: { sheet: SheetView }) {
  const text = useText(reportsText)
  const words = useWords()
  return (
    <footer className="on-paper-only paper-foot">
      <p>
        {text.paper.unit}　{sheet.unit.name}　　{text.paper.signature}
        {'　'}
        {sheet.signed?.by ? `${sheet.signed.by.name}　${words.clock(sheet.signed.at)}` : '＿＿＿＿＿＿＿＿'}
      </p>
    </footer>
  )
}
