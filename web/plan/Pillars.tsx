import { useState } from 'react'
import { type PlanView, updatePlan } from '#domain/plan/plan.contract.ts'
import { useText } from '../text.tsx'
import { useChange } from '../useEndpoint.ts'
import { Refused } from '#web/ui/Refused.tsx'
import { useHeldNote } from '#web/ui/useHeldNote.tsx'
import { pillarForms, pillarProblem, pillarWishes } from './pillarList.ts'
import { PillarRows } from './PillarRows.tsx'
import { planText } from './plan.text.ts'

const idsOf = ({ pillars }: PlanView) => pillars.map(({ id }) => id)

/** The pillars of a plan year: names, marks and order; what is taken away is retired and can come back. */
export function Pillars({ plan }: { plan: PlanView }) {
  const text = useText(planText)
  const stored = pillarForms(plan.pillars)
  const [draft, setDraft] = useState(stored)
  // What the list was begun over: a pillar that a colleague added since is not taken away by saving it.
  const [seen, setSeen] = useState(() => idsOf(plan))
  const update = useChange(updatePlan)
  const isChanged = JSON.stringify(pillarWishes(draft)) !== JSON.stringify(pillarWishes(stored))
  const heldNote = useHeldNote(draft, isChanged && plan.state !== 'closed')
  const problem = pillarProblem(draft)
  const retired = plan.pillars.filter((pillar) => pillar.retired && draft.every(({ id }) => id !== pillar.id))
  const save = () =>
    update.mutate(
      { params: { planId: plan.id }, body: { pillars: pillarWishes(draft), seen } },
      {
        onSuccess: (saved) => {
          setDraft(pillarForms(saved.pillars))
          setSeen(idsOf(saved))
        },
      },
    )
  if (plan.state === 'closed')
    return (
      <ol className="list">
        {plan.pillars.map(({ id, name, mark }) => (
          <li key={id}>
            {name}　<span className="quiet">{mark}</span>
          </li>
        ))}
      </ol>
    )
  return (
    <>
      <PillarRows pillars={draft} onChange={setDraft} />
      {retired.length > 0 && (
        <ul className="retired-pillars">
          {retired.map(({ id, name, mark }) => (
            <li key={id}>
              <span className="quiet">
                {name}　{mark}　{text.retired}
              </span>
              <button
                type="button"
                className="link text-13"
                onClick={() => setDraft([...draft, { key: id, id, name, mark }])}
              >
                {text.restore}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Refused error={update.error} />
      {heldNote}
      {isChanged && (
        <div className="row save-row">
          <button type="button" className="btn solid" disabled={problem !== null || update.isPending} onClick={save}>
            {text.save}
          </button>
          <button type="button" className="btn" onClick={() => setDraft(stored)}>
            {text.undo}
          </button>
          <span className="missing-list" role="status">
            {problem === 'missing' && text.pillarMissing}
            {problem === 'twice' && text.pillarTwice}
            {problem === null && <span className="second">{text.unsaved}</span>}
          </span>
        </div>
      )}
    </>
  )
}
