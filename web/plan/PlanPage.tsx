import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { listPlans, type PlanState, type PlanView, updatePlan } from '#domain/plan/plan.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { NewPlan } from './NewPlan.tsx'
import { Periods } from './Periods.tsx'
import { Pillars } from './Pillars.tsx'
import { ReportRules } from './Rules.tsx'
import { planText } from './plan.text.ts'
import { Section } from '../ui/Section.tsx'
import { YearCalendar } from './YearCalendar.tsx'
import './plan.css'

/** The office's plan years: pillars, reporting, lights, and the calendar that all dates go by. */
export function PlanPage() {
  const text = useText(planText)
  const { today } = useSession()
  const { data, error, refetch } = useRead(listPlans, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={16} />
  const year = Number(today.slice(0, 4))
  const plans = data.items
  const plan = plans.find(({ id }) => id === chosen) ?? plans.find((each) => each.year === year) ?? plans[0]
  const next = plans[0] ? plans[0].year + 1 : year
  const show = (planId: string) => {
    setChosen(planId)
    setAdding(false)
  }
  return (
    <div className="page plan-page">
      {plan ? (
        <>
          <Title plan={plan} plans={plans} next={next} onChoose={setChosen} onAdd={() => setAdding(true)} />
          <Year key={plan.id} plan={plan} />
        </>
      ) : (
        <EmptyState title={text.none} sentence={text.noneHint}>
          <button type="button" className="btn solid" onClick={() => setAdding(true)}>
            {text.newPlan(next)}
          </button>
        </EmptyState>
      )}
      {adding && <NewPlan year={next} former={plans[0]} onDone={show} onClose={() => setAdding(false)} />}
    </div>
  )
}

type TitleProps = {
  plan: PlanView
  plans: readonly PlanView[]
  next: number
  onChoose: (planId: string) => void
  onAdd: () => void
}

/** What comes after a state, and how it is asked for. */
const NEXT_STATE: Record<PlanState, 'approved' | 'closed' | null> = {
  drafting: 'approved',
  approved: 'closed',
  closed: null,
}

function Title({ plan, plans, next, onChoose, onAdd }: TitleProps) {
  const text = useText(planText)
  const [asked, setAsked] = useState<'approved' | 'closed' | null>(null)
  const step = NEXT_STATE[plan.state]
  return (
    <>
      <div className="title">
        <h1>{text.title}</h1>
        {plans.length > 1 ? (
          <Segmented
            label={text.years}
            value={plan.id}
            segments={[...plans].reverse().map(({ id, year }) => ({ value: id, label: text.year(year) }))}
            onChange={onChoose}
          />
        ) : (
          <span className="second">{text.year(plan.year)}</span>
        )}
        <span className="tag">{text.states[plan.state]}</span>
        <span className="second text-13">{text.stateMeaning[plan.state]}</span>
        <div className="actions">
          {step && (
            <button type="button" className={step === 'approved' ? 'btn solid' : 'btn'} onClick={() => setAsked(step)}>
              {step === 'approved' ? text.approve : text.close}
            </button>
          )}
          <button type="button" className="btn" onClick={onAdd}>
            {text.newPlan(next)}
          </button>
        </div>
      </div>
      {asked && <StateDialog plan={plan} to={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function StateDialog({ plan, to, onClose }: { plan: PlanView; to: 'approved' | 'closed'; onClose: () => void }) {
  const text = useText(planText)
  const update = useChange(updatePlan)
  const approves = to === 'approved'
  return (
    <Dialog
      title={approves ? text.approveTitle(plan.year) : text.closeTitle(plan.year)}
      onClose={onClose}
      foot={
        <button
          type="button"
          className="btn solid"
          disabled={update.isPending}
          onClick={() => update.mutate({ params: { planId: plan.id }, body: { state: to } }, { onSuccess: onClose })}
        >
          {approves ? text.confirmApprove : text.confirmClose}
        </button>
      }
    >
      <p>{approves ? text.approveSentence : text.closeSentence}</p>
      <Refused error={update.error} />
    </Dialog>
  )
}

function Year({ plan }: { plan: PlanView }) {
  const text = useText(planText)
  return (
    <>
      <div className="plan-columns">
        <Section title={text.pillars} note={text.pillarsNote}>
          <Pillars plan={plan} />
        </Section>
        <div>
          <Section title={text.rule}>
            <ReportRules plan={plan} />
          </Section>
          <Section title={text.periods} note={text.periodsNote}>
            <Periods plan={plan} />
          </Section>
          <Section title={text.lights} note={text.lightsNote} onScreenOnly>
            <Link to="/rules" className="btn">
              {text.toRules}
            </Link>
          </Section>
        </div>
      </div>
      <Section title={text.calendar} note={text.calendarNote}>
        <YearCalendar year={plan.year} />
      </Section>
    </>
  )
}
