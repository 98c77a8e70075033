import { useState } from 'react'
import { answersTo } from '#domain/imports/answers.ts'
import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { countAlikeDoubts } from '#domain/imports/pages.contract.ts'
import { Refused } from '#web/ui/Refused.tsx'
import type { ModelOfRow } from './useProposals.ts'
import { useSession } from '#web/shell/session.tsx'
import { PersonField } from '#web/tasks/PersonField.tsx'
import { useText } from '#web/text.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'
import { NewUnit } from './NewUnit.tsx'
import { answerWords, doubtSentence, doubtTitle } from './said.ts'
import type { Acts } from './useActs.ts'
import type { Names } from './useOptions.ts'

type Props = {
  view: ImportView
  draft: DraftView
  doubt: ReviewDoubt
  acts: Acts
  names: Names
  model: ModelOfRow
}

/** The current doubt: what it is, the numbered answers, and a field for any other answer. */
export function DoubtCard({ view, draft, doubt, acts, names, model }: Props) {
  const text = useText(importsText)
  const { scope, remember: isRemembered } = acts.ticks(doubt)
  const isAlike = scope === 'alike'
  const { today } = useSession()
  const answers = answersTo(doubt, { cells: draft.cells, planYear: view.plan.year, today })
  const isName = doubt.code === 'unknown_unit' || doubt.code === 'several_units'
  const proposal = model.asked?.proposals.find(({ doubtId }) => doubtId === doubt.id)
  const params = { importId: view.id, draftId: draft.id, doubtId: doubt.id }
  const alike = useRead(countAlikeDoubts, { params }, { enabled: !isName }).data?.count ?? 1
  return (
    <li className="doubt-card" aria-current="true">
      <b>{text.review.doubtOf(draft.number, doubtTitle(text, doubt))}</b>
      <p>{doubtSentence(text, doubt)}</p>
      <ol className="answers">
        {answers.map((answer, index) => (
          <li key={answer.id}>
            <button type="button" onClick={() => acts.answer(draft, doubt, answer)}>
              {index < 9 && <kbd>{index + 1}</kbd>}
              {answerWords(text, answer)}
              {answer.id === proposal?.answerId && <span className="chip proposed">{text.review.modelProposes}</span>}
            </button>
          </li>
        ))}
      </ol>
      {proposal && <p className="second">{text.review.modelWords(proposal.words)}</p>}
      <OtherAnswer {...{ draft, doubt, acts, names }} isRemembered={isRemembered} />
      {isName && (
        <label className="check">
          <input
            type="checkbox"
            checked={isRemembered}
            onChange={() => acts.tick(doubt, { remember: !isRemembered })}
          />
          {text.review.remember}
        </label>
      )}
      {!isName && alike > 1 && (
        <label className="check">
          <input
            type="checkbox"
            checked={isAlike}
            onChange={() => acts.tick(doubt, { scope: isAlike ? 'one' : 'alike' })}
          />
          {text.review.alike(alike)}
        </label>
      )}
      {view.asksModel && <ModelLine model={model} isProposed={proposal !== undefined} />}
    </li>
  )
}

/** Asking the model, what it had to say, and what was sent to it. */
function ModelLine({ model, isProposed }: { model: ModelOfRow; isProposed: boolean }) {
  const { review } = useText(importsText)
  const { asked, isAsking, problem, ask } = model
  return (
    <div className="model-line">
      {!asked && (
        <button type="button" className="link" onClick={ask} disabled={isAsking}>
          <kbd>P</kbd> {isAsking ? review.modelAsking : review.askModel}
        </button>
      )}
      <div role="status">
        {problem && <Refused error={problem} />}
        {asked && !isProposed && <p className="quiet">{review.modelSilent}</p>}
        {asked && asked.untakenCount > 0 && <p className="quiet">{review.modelUntaken(asked.untakenCount)}</p>}
      </div>
      {asked && (
        <details>
          <summary>{review.modelSent}</summary>
          <pre>{asked.sent}</pre>
        </details>
      )}
    </div>
  )
}

type OtherProps = Pick<Props, 'draft' | 'doubt' | 'acts' | 'names'> & { isRemembered: boolean }

const LEAD = ['several_leads', 'no_lead', 'collective_lead']
const DATE = ['no_date', 'vague_date', 'several_dates', 'year_assumed', 'unread_cell']
const PERSON = ['unknown_person', 'several_people']

/** Any other answer, written into the cell the doubt stands at. */
function OtherAnswer({ draft, doubt, acts, names, isRemembered }: OtherProps) {
  const { review } = useText(importsText)
  const { today } = useSession()
  if (doubt.code === 'unknown_unit' || doubt.code === 'several_units')
    return <OtherUnit {...{ draft, doubt, acts, names, isRemembered }} />
  if (LEAD.includes(doubt.code))
    return (
      <Combobox
        label={review.pickLead}
        options={names.units}
        value={null}
        onChange={(leadUnitId) => leadUnitId && acts.write(draft, { leadUnitId })}
      />
    )
  if (DATE.includes(doubt.code)) return <OtherDate draft={draft} acts={acts} today={today} />
  if (PERSON.includes(doubt.code) && doubt.field === 'leaders')
    return (
      <Combobox
        label={review.pickPerson}
        options={names.leaders}
        value={null}
        onChange={(leaderId) => leaderId && acts.write(draft, { leaderId })}
      />
    )
  if (PERSON.includes(doubt.code))
    return (
      <PersonField
        label={review.pickPerson}
        value={null}
        onChange={(person) => person && acts.write(draft, { assigneeId: person.id })}
      />
    )
  return null
}

function OtherDate({ draft, acts, today }: { draft: DraftView; acts: Acts; today: string }) {
  const { review, form } = useText(importsText)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const save = () => {
    if (dueOn !== null) acts.write(draft, { dueOn })
  }
  return (
    <form className="other" action={save} noValidate>
      <DateField label={review.pickDate} value={dueOn} today={today} onChange={setDueOn} />
      <button type="submit" className="btn small" disabled={dueOn === null}>
        {form.save}
      </button>
    </form>
  )
}

function OtherUnit({ draft, doubt, acts, names, isRemembered }: OtherProps) {
  const { review } = useText(importsText)
  const [isNew, setNew] = useState(false)
  const name = String(doubt.facts['name'] ?? '')
  return (
    <>
      <Combobox
        label={review.pickUnit}
        options={names.units}
        value={null}
        onChange={(unitId) => unitId && acts.nameUnit(draft, name, unitId, isRemembered)}
      />
      <button type="button" className="link" onClick={() => setNew(true)}>
        {review.newUnit}
      </button>
      {isNew && (
        <NewUnit
          name={name}
          onClose={() => setNew(false)}
          onDone={(unitId) => {
            setNew(false)
            acts.nameUnit(draft, name, unitId, false)
          }}
        />
      )}
    </>
  )
}
