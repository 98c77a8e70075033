import { formatOn } from '#domain/calendar/calendar.ts'
import { labelFor } from '#domain/glossary.ts'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { deliveriesText } from './deliveries.text.ts'
import { reportsText } from './reports.text.ts'
import type { Delivering, DeliveryCells, ShownDelivery } from './useDelivering.ts'

type Props = {
  sheet: SheetView
  delivering: Delivering
  /** The sheet can be written to by the reader. */
  open: boolean
}

/** What the unit owes others' tasks, as rows of its sheet: written here, delivered by the signature. */
export function Deliveries({ sheet, delivering, open }: Props) {
  const text = useText(deliveriesText)
  if (delivering.rows.length === 0) return null
  return (
    <Section title={text.title} note={open ? text.note : undefined}>
      <ul className="list sheet-deliveries">
        {delivering.rows.map((row) => (
          <li key={row.taskId} data-delivery={row.taskId}>
            <Head row={row} year={sheet.period.year} />
            {open && isOwed(row) ? <Fields {...{ row, delivering }} /> : <Said row={row} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What this sheet delivered is a record, until the lead unit asks for it again. */
const isOwed = ({ deliveredOn, state }: ShownDelivery): boolean => deliveredOn === null || state === 'returned'

function Head({ row, year }: { row: ShownDelivery; year: number }) {
  const text = useText(deliveriesText)
  const { language } = useLanguage()
  const { taskId, code, title, leadUnit, deliverable, dueOn, state, returnedNote } = row
  return (
    <>
      <p className="delivery-head">
        <b>{deliverable || title}</b>
        <span className="tag">{labelFor(`support.${state}`, language)}</span>
        {dueOn && <span className="second">{text.dueOn(formatOn(dueOn, year, language))}</span>}
        <Anchor href={`/tasks/${taskId}`} className="link text-13">
          {text.of(leadUnit?.name ?? '', code, title)}
        </Anchor>
      </p>
      {returnedNote !== null && <p className="notice amber">{text.returned(returnedNote)}</p>}
    </>
  )
}

type FieldsProps = { row: ShownDelivery; delivering: Delivering }

function Fields({ row, delivering: { store } }: FieldsProps) {
  const text = useText(deliveriesText)
  const { taskId, version, values, draft } = row
  const change = (cells: DeliveryCells) => store.change(taskId, version, cells)
  const isUntouched = version === 0 && draft === null
  return (
    <div className="delivery-fields">
      <LongTextField
        label={text.what}
        rows={2}
        maxLength={2000}
        value={values.what}
        onChange={(what) => change({ what })}
      />
      <TextField
        label={text.evidence}
        maxLength={1000}
        value={values.evidence}
        onChange={(evidence) => change({ evidence })}
      />
      {isUntouched && values.what !== '' && (
        <p className="row">
          <span className="second text-13">{text.prefilled}</span>
          <button type="button" className="btn small" onClick={() => change(values)}>
            {text.keepPrefilled}
          </button>
        </p>
      )}
      <Saving {...{ row }} store={store} />
    </div>
  )
}

/** Whether it is on the server; of what somebody else changed meanwhile, the choice between the two. */
function Saving({ row, store }: { row: ShownDelivery; store: Delivering['store'] }) {
  const { saving, conflict } = useText(reportsText)
  const text = useText(deliveriesText)
  const { taskId, version, values, draft } = row
  if (draft === null)
    return <p className="saving quiet">{version > 0 && values.what.trim() !== '' && text.goesWithSignature}</p>
  if (draft.phase === 'waiting' || draft.phase === 'saving') return <p className="saving quiet">{saving.saving}</p>
  const isStuck = draft.phase === 'conflict' || draft.phase === 'refused'
  return (
    <div className="difference" role="alert">
      <p>{draft.message || saving[draft.phase]}</p>
      {isStuck && (
        <>
          <button type="button" className="btn small" onClick={() => store.keepMine(taskId, version)}>
            {conflict.keepMine}
          </button>
          <button type="button" className="btn small" onClick={() => store.drop(taskId)}>
            {conflict.keepTheirs}
          </button>
        </>
      )}
    </div>
  )
}

function Said({ row }: { row: ShownDelivery }) {
  const text = useText(deliveriesText)
  const { values, version, deliveredOn } = row
  if (version === 0 || values.what === '') return <p className="second">{text.nothing}</p>
  return (
    <>
      <p>{values.what}</p>
      {values.evidence && <p className="second">{text.shownBy(values.evidence)}</p>}
      {deliveredOn === null && <p className="second text-13">{text.notYet}</p>}
    </>
  )
}
