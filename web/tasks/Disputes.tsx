import { dayOf } from '#domain/calendar/calendar.ts'
import { labelFor } from '#domain/glossary.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'

/** Every decline of the task side by side: whose it is by its unit's word and by which clause, and what was decided. */
export function Disputes({ task }: { task: TaskView }) {
  return (
    <div className="disputes">
      {task.disputes.map((dispute) => (
        <Dispute key={dispute.number} dispute={dispute} planYear={task.plan.year} />
      ))}
    </div>
  )
}

function Dispute({ dispute, planYear }: { dispute: TaskView['disputes'][number]; planYear: number }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const { day } = useDays(planYear)
  const on = (at: string) => day(dayOf(new Date(at), organization.timeZone))
  const { unit, declinedAt, declinedBy, reason, suggestedUnit, legalBasis, decision, number } = dispute
  return (
    <article className={decision === null ? 'dispute open' : 'dispute'}>
      <h4>{text.declined(number)}</h4>
      <p className="text-13 second">{text.declinedBy(unit.name, declinedBy.name, on(declinedAt))}</p>
      <dl className="pairs">
        <dt>{labelFor('suggestedUnit', language)}</dt>
        <dd className="strong">{suggestedUnit.name}</dd>
        <dt>{labelFor('legalBasis', language)}</dt>
        <dd>{legalBasis}</dd>
        <dt>{text.dialog.reason}</dt>
        <dd>{reason}</dd>
      </dl>
      <p className={decision === null ? 'verdict strong' : 'verdict'}>
        {decision === null
          ? text.undecided(number)
          : text.decided(text.decisions[decision.kind], decision.by.name, on(decision.at), decision.reason)}
      </p>
    </article>
  )
}
