import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Light } from '../ui/Light.tsx'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'
import { useLightWord } from './useLightWord.ts'

/** The rules a task was lit by, and the facts they were held against: the light can be worked out again by hand. */
export function HowWorkedOut({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useText(taskText)
  const { day, sentence } = useDays(task.plan.year)
  const wordOf = useLightWord()
  const { standing, lightRules, milestones } = task
  const { deadline, trajectory, noReportPeriods } = lightRules
  const { actualShare, plannedShare, measuredOn } = standing
  return (
    <Dialog
      title={text.howTitle(wordOf(task))}
      size="wide"
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" onClick={onClose}>
          {text.close}
        </button>
      }
    >
      <div className="how">
        <p className="second">
          {text.rules(lightRules.version, lightRules.effectiveOn)}　{text.howWorse}
        </p>
        <section>
          <h4>
            {text.howDeadline}　<Light kind={standing.deadlineLight} />
          </h4>
          <ul className="rules">
            <li>{text.howRed}</li>
            <li>{text.howYellow(deadline.yellowWithinWorkdays, deadline.recoveryWorkdays)}</li>
            <li>{text.howGreen(deadline.yellowWithinWorkdays)}</li>
            <li>{text.howEarly(deadline.blueEarlyWorkdays)}</li>
          </ul>
          <ul className="facts-list">
            {milestones.map(({ id, light, why }) => (
              <li key={id}>
                <Light kind={light} />
                <span>{sentence(why)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h4>
            {text.howTrajectory}　<Light kind={standing.trajectoryLight} />
          </h4>
          <ul className="rules">
            <li>{text.howGap(trajectory.yellowAbovePoints, trajectory.redAbovePoints)}</li>
            <li>{text.howSilence(noReportPeriods)}</li>
            <li>{task.trajectory.given ? text.howPlannedGiven : text.howPlanned}</li>
          </ul>
          <ul className="facts-list">
            <li>
              <Light kind={standing.trajectoryLight} />
              <span>
                {actualShare === null
                  ? text.howNoShare
                  : text.howShare(day(measuredOn), formatNumber(plannedShare), `${formatNumber(actualShare)}%`)}
                {actualShare !== null && plannedShare - actualShare >= 0.05 && (
                  <>　{text.behind(formatNumber(plannedShare - actualShare))}</>
                )}
              </span>
            </li>
          </ul>
        </section>
      </div>
    </Dialog>
  )
}
