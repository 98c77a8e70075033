import { dayOf } from '#domain/calendar/calendar.ts'
import type { FormerTask } from '#domain/tasks/former.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'

/** Units that led the task before, and how far they had come; what they reported stays under their name. */
export function FormerLeads({ task }: { task: Pick<FormerTask, 'plan' | 'formerLeads' | 'reports'> }) {
  const text = useText(taskText)
  const { organization } = useSession()
  const { day } = useDays(task.plan.year)
  const on = (at: string) => day(dayOf(new Date(at), organization.timeZone))
  return (
    <ul className="former-leads">
      {task.formerLeads.map(
        ({ unit, toUnit, assignee, assignedAt, transferredAt, transferredBy, reason, actualShare }) => {
          const reports = task.reports.filter((report) => report.unit.id === unit.id).length
          return (
            <li key={transferredAt}>
              <p>
                <b>{unit.name}</b>
                {assignee && <span className="second">　{assignee.name}</span>}
                <span className="second">　{text.ledFrom(assignedAt && on(assignedAt), on(transferredAt))}</span>
              </p>
              <p className="text-13">
                {text.leftAt(actualShare === null ? null : formatNumber(Math.round(actualShare)), reports)}
              </p>
              <p className="text-13 second">{text.transferredTo(toUnit.name, transferredBy.name, reason)}</p>
            </li>
          )
        },
      )}
    </ul>
  )
}
