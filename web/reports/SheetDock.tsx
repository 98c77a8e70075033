import type { SheetView } from '#domain/reports/reports.contract.ts'
import type { RowField } from '#domain/reports/row.ts'
import { useText } from '../text.tsx'
import { SignInLink } from '../ui/SignInLink.tsx'
import { deliveriesText } from './deliveries.text.ts'
import { reportsText } from './reports.text.ts'
import { SignAction } from './SignAction.tsx'
import { rangesOf, type ShownRow, worstOf } from './shown.ts'
import { type Delivering, unwritten } from './useDelivering.ts'
import type { Filling } from './useFilling.ts'
import { useWords } from './useWords.ts'

type Props = {
  sheet: SheetView
  filling: Filling
  delivering: Delivering
  missing: readonly ShownRow[]
  onNext: () => void
  /** Leads to a cell of a row that waits for something. */
  onLead: (taskId: string, field: RowField) => void
}

/** The foot of the sheet: how far it is, what is missing, whether it is saved, and the one thing to do. */
export function SheetDock({ sheet, filling, delivering, missing, onNext, onLead }: Props) {
  const text = useText(reportsText)
  return (
    <footer className="dock sheet-dock">
      <Steps at={sheet.prepared ? 1 : 0} />
      <p className="message" role="status">
        <Missing missing={missing} sheet={sheet} />
        {missing.length === 0 && <Unwritten delivering={delivering} />}
      </p>
      <SavingState filling={filling} />
      {missing.length > 0 && (
        <button type="button" className="btn" onClick={onNext}>
          {text.toNext} <kbd>F8</kbd>
        </button>
      )}
      <SignAction {...{ sheet, filling, delivering, missing, onLead }} />
    </footer>
  )
}

/** The four steps of a sheet; `at` is the one it stands at. */
export function Steps({ at }: { at: number }) {
  const text = useText(reportsText)
  return (
    <ol className="steps" aria-label={text.stepsLabel}>
      {text.steps.map((step, index) => (
        <li key={step} className={index === at ? 'on' : index < at ? 'past' : undefined} aria-current={index === at}>
          <b>{index + 1}</b>
          {step}
        </li>
      ))}
    </ol>
  )
}

function Missing({ missing, sheet }: Pick<Props, 'missing' | 'sheet'>) {
  const text = useText(reportsText)
  const words = useWords()
  if (missing.length === 0) {
    const { prepared } = sheet
    return prepared ? text.asked(words.clock(prepared.at), prepared.by?.name ?? '') : text.ready
  }
  const blocked = missing.filter((row) => row.problems.some(({ weight }) => weight === 'blocks'))
  const [first] = blocked
  const problem = first?.problems.find(({ weight }) => weight === 'blocks')
  const waiting = missing.filter((row) => !blocked.includes(row)).map(({ number }) => number)
  return (
    <>
      <b>{text.missing(missing.length)}</b>
      {waiting.length > 0 && ` ${text.missingRows(rangesOf(waiting))}`}
      {first && problem && (waiting.length > 0 ? text.missingJoin : ' ')}
      {first && problem && text.missingAt(first.number, words.problem(problem))}
    </>
  )
}

/** What is owed to others stands below the tasks, out of sight: it is said here, and leads there. */
function Unwritten({ delivering }: { delivering: Delivering }) {
  const text = useText(deliveriesText)
  const rows = unwritten(delivering.rows)
  const [first] = rows
  if (!first) return null
  const lead = () => document.querySelector<HTMLElement>(`[data-delivery="${first.taskId}"] textarea`)?.focus()
  return (
    <>
      {' '}
      <button type="button" className="link" onClick={lead}>
        {text.unwritten(rows.length)}
      </button>
    </>
  )
}

/** Whether what was typed is on the server; a trouble is said until it is over. */
export function SavingState({ filling }: { filling: Filling }) {
  const { saving } = useText(reportsText)
  const words = useWords()
  const isAnything = Object.keys(filling.drafts).length > 0
  const worst = worstOf(filling.rows)
  if (worst === 'signedOut')
    return (
      <p className="saving wanting" role="alert">
        {saving.signedOut} <SignInLink />
      </p>
    )
  if (worst && worst !== 'saving')
    return (
      <p className="saving wanting" role="alert">
        {saving[worst]}
      </p>
    )
  if (isAnything) return <p className="saving quiet">{saving.saving}</p>
  return <p className="saving quiet">{filling.savedAt && saving.saved(words.clock(filling.savedAt))}</p>
}
