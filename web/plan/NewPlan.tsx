import { useState } from 'react'
import { createPlan, type PlanView } from '#domain/plan/plan.contract.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { newPillar, pillarForms, pillarProblem, pillarWishes } from './pillarList.ts'
import { PillarRows } from './PillarRows.tsx'
import { planText } from './plan.text.ts'

type Props = { year: number; former: PlanView | undefined; onDone: (planId: string) => void; onClose: () => void }

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/** Begins a plan year with the pillars of the one before, or with its own. */
export function NewPlan({ year: suggested, former, onDone, onClose }: Props) {
  const text = useText(planText)
  const [year, setYear] = useState(String(suggested))
  const [pillars, setPillars] = useState(() =>
    former ? pillarForms(former.pillars).map(({ name, mark }) => ({ ...newPillar(), name, mark })) : [newPillar()],
  )
  const create = useChange(createPlan)
  const isYear = /^\d{4}$/.test(year.trim()) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
  const problem = pillarProblem(pillars)
  const go = () =>
    create.mutate(
      {
        body: {
          year: Number(year),
          pillars: pillarWishes(pillars).map(({ name, mark }) => ({ name, mark })),
          ...(former && { reportRule: former.reportRule }),
        },
      },
      { onSuccess: ({ id }) => onDone(id) },
    )
  return (
    <Dialog
      title={text.newTitle}
      onClose={onClose}
      foot={
        <>
          {problem && <p className="missing-list">{problem === 'missing' ? text.pillarMissing : text.pillarTwice}</p>}
          <button
            type="button"
            className="btn solid"
            disabled={!isYear || problem !== null || create.isPending}
            onClick={go}
          >
            {text.create}
          </button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={text.newYear}
          inputMode="numeric"
          maxLength={4}
          value={year}
          error={isYear ? undefined : text.newYearUnread}
          onChange={setYear}
        />
        <p className="second text-13">{former ? text.newPillars : text.newPillarsFirst}</p>
        <PillarRows pillars={pillars} onChange={setPillars} />
        <Refused error={create.error} />
      </div>
    </Dialog>
  )
}
