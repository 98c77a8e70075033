import { formatOn } from '#domain/calendar/calendar.ts'
import type { TrajectoryPoint } from '#domain/lights/trajectory.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { axisOf, type Frame, scaleOf } from './chart.ts'
import { Axes, useWidth } from './ChartParts.tsx'
import { formText } from './form.text.ts'

const HEIGHT = 190

type Props = {
  planned: readonly TrajectoryPoint[]
  /** What follows from the milestones; drawn beside a plan that is given. */
  derived: readonly TrajectoryPoint[]
  isGiven: boolean
  planYear: number
}

/** The plan as it is being typed. */
export function PlanPreview({ planned, derived, isGiven, planYear }: Props) {
  const text = useText(formText)
  const { language } = useLanguage()
  const { frame: element, width } = useWidth()
  const axis = axisOf(
    planYear,
    [...planned, ...derived].map(({ on }) => on),
  )
  const frame: Frame = { left: 42, top: 10, width: width - 54, height: HEIGHT - 42 }
  const { x, y, point } = scaleOf(axis, frame)
  const said = planned.map(({ on, share }) =>
    text.trajectoryPoint(formatOn(on, planYear, language), formatNumber(share)),
  )
  const isDrawn = planned.length > 0
  return (
    <div className="chart" ref={element}>
      {!isDrawn && <p className="second">{text.trajectoryNothing}</p>}
      {isDrawn && width > 0 && (
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={text.trajectoryLabel(said.join(language === 'zh' ? '，' : ', '))}
        >
          <Axes facts={axis} frame={frame} sparse={frame.width < 420} />
          {isGiven && <polyline className="line extended" points={derived.map(point).join(' ')} />}
          <polyline className="line planned" points={planned.map(point).join(' ')} />
          {planned.map(({ on, share }, index) => (
            <circle key={`${on} ${index}`} className="ring" cx={x(on)} cy={y(share)} r={3} />
          ))}
        </svg>
      )}
      {isDrawn && isGiven && derived.length > 0 && (
        <ul className="chart-legend">
          <li className="planned">{text.legendPlanned}</li>
          <li className="extended">{text.legendDerived}</li>
        </ul>
      )}
    </div>
  )
}
