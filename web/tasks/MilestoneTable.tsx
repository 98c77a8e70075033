import { weightSum } from '#domain/tasks/registration.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Light } from '../ui/Light.tsx'
import { milestoneWhy } from './milestoneWhy.ts'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'

/** What the section of the milestones says of them all. */
export function useMilestonesNote(task: TaskView): string {
  const text = useText(taskText)
  const accepted = task.milestones.filter(({ state }) => state === 'accepted')
  return text.milestonesNote(task.milestones.length, accepted.length, formatNumber(weightSum(accepted)))
}

/** The milestones with their lights: original dates stay, a later date stands beside them. */
export function MilestoneTable({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { day, context } = useDays(task.plan.year)
  const { milestoneColumns: columns } = text
  if (task.milestones.length === 0) return <p className="second">{text.noMilestones}</p>
  return (
    <div className="scroll-x">
      <table className="table milestones">
        <thead>
          <tr>
            <th className="light-column">{columns.light}</th>
            <th>{columns.title}</th>
            <th className="number date-column">{columns.original}</th>
            <th className="number date-column">{columns.current}</th>
            <th className="number date-column">{columns.done}</th>
            <th className="number weight-column">{columns.weight}</th>
            <th className="why-column">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {task.milestones.map((milestone) => {
            const { id, title, light, originalDueOn, currentDueOn, doneOn, weight, why } = milestone
            const isMoved = originalDueOn !== currentDueOn
            return (
              <tr key={id}>
                <td>
                  <Light kind={light} />
                </td>
                <td className={light === 'red' ? 'wrap strong' : 'wrap'}>{title}</td>
                <td className="number">
                  <span className={isMoved ? 'struck' : undefined}>{day(originalDueOn)}</span>
                </td>
                <td className={isMoved ? 'number moved' : 'number'}>
                  {isMoved ? day(currentDueOn) : <span className="quiet">{text.same}</span>}
                </td>
                <td className="number">{doneOn ? day(doneOn) : <span className="quiet">{text.none}</span>}</td>
                <td className="number">{formatNumber(weight)}%</td>
                <td className={`wrap why ${light}`}>{milestoneWhy(why, originalDueOn, context)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
