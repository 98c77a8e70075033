import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { type ChartFacts, chartOf, type Frame, gapOf, rowsOf, scaleOf, spread } from './chart.ts'
import { Axes, useWidth } from './ChartParts.tsx'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'

const HEIGHT = 250
/** Below this the labels stand under the chart instead of at its right. */
const LEAST_FOR_LABELS = 540

type Label = { key: string; text: string; className: string; y: number }

/** Plan and actual share over the year: dashes of wood for the plan, dai with points for what was reported. */
export function TrajectoryChart({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { frame, width } = useWidth()
  const days = useDays(task.plan.year)
  const facts = chartOf(task, days.today)
  if (task.trajectory.planned.length === 0) return <p className="second">{text.noPlan}</p>
  return (
    <div className="chart" ref={frame}>
      {width > 0 && <Drawing facts={facts} task={task} width={width} />}
      <details className="chart-table">
        <summary>{text.asTable}</summary>
        <table className="table">
          <thead>
            <tr>
              <th>{text.chartOn}</th>
              <th className="number">{text.chartPlanned}</th>
              <th className="number">{text.chartActual}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(facts, days.today).map(({ on, planned, actual }) => (
              <tr key={on}>
                <td>{days.day(on)}</td>
                <td className="number">{formatNumber(planned)}</td>
                <td className="number">{actual === null ? text.none : formatNumber(actual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

/** What stands at the ends of the lines, in words. */
function useLabels(facts: ChartFacts, task: TaskView, y: (share: number) => number): Label[] {
  const text = useText(taskText)
  const days = useDays(task.plan.year)
  const { measured, plannedToday, extended } = facts
  const isNow = measured?.on === days.today
  const gap = measured ? measured.planned - measured.actual : 0
  const tone = task.standing.trajectoryLight === 'red' ? 'gap red' : 'gap yellow'
  const last = extended?.[extended.length - 1]
  return [
    { key: 'planned', text: text.plannedNow(formatNumber(plannedToday)), className: 'planned', y: y(plannedToday) },
    ...(last ? [{ key: 'extended', text: text.extendedTo(days.day(last.on)), className: 'extended', y: y(100) }] : []),
    ...(measured
      ? [
          {
            key: 'actual',
            text: isNow
              ? text.actualNow(formatNumber(measured.actual))
              : text.actualOn(formatNumber(measured.actual), days.day(measured.on)),
            className: 'actual',
            y: y(measured.actual),
          },
        ]
      : []),
    ...(measured && gap >= 0.05
      ? [
          {
            key: 'gap',
            text: text.behind(formatNumber(gap)),
            className: tone,
            y: (y(measured.planned) + y(measured.actual)) / 2,
          },
        ]
      : []),
  ]
}

function Drawing({ facts, task, width }: { facts: ChartFacts; task: TaskView; width: number }) {
  const text = useText(taskText)
  const days = useDays(task.plan.year)
  const wide = width >= LEAST_FOR_LABELS
  const frame: Frame = { left: 42, top: 20, width: width - 42 - (wide ? 148 : 12), height: HEIGHT - 52 }
  const { x, y, point } = scaleOf(facts, frame)
  const { today } = days
  const labels = useLabels(facts, task, y)
  const right = frame.left + frame.width
  const isInside = today >= facts.from && today <= facts.to
  const said = (key: string, otherwise: string) => labels.find((label) => label.key === key)?.text ?? otherwise
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={text.chartLabel(said('planned', ''), said('actual', text.actualNone))}
      >
        <Axes facts={facts} frame={frame} sparse={frame.width < 420} />
        <path
          className={task.standing.trajectoryLight === 'red' ? 'ground red' : 'ground yellow'}
          d={pathOf(gapOf(facts).map(point))}
        />
        {facts.extended && <polyline className="line extended" points={facts.extended.map(point).join(' ')} />}
        <polyline className="line planned" points={facts.planned.map(point).join(' ')} />
        <polyline className="line actual" points={facts.actual.map(point).join(' ')} />
        {isInside && <TodayMark x={x(today)} frame={frame} label={text.todayMark(days.day(today))} />}
        {task.trajectory.actual.map(({ on, share }) => (
          <circle key={on} className="dot" cx={x(on)} cy={y(share)} r={3.2} />
        ))}
        {isInside && <circle className="ring" cx={x(today)} cy={y(facts.plannedToday)} r={4} />}
        {facts.measured && facts.measured.planned - facts.measured.actual >= 0.05 && (
          <path
            className={task.standing.trajectoryLight === 'red' ? 'bracket red' : 'bracket yellow'}
            d={bracket(x(facts.measured.on) + 7, y(facts.measured.planned), y(facts.measured.actual))}
          />
        )}
        {wide &&
          spread(labels, 19, HEIGHT - 36).map((label) => (
            <text key={label.key} className={`end ${label.className}`} x={right + 14} y={label.y + 4}>
              {label.text}
            </text>
          ))}
      </svg>
      {!wide && (
        <ul className="chart-legend">
          {labels.map((label) => (
            <li key={label.key} className={label.className}>
              {label.text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const pathOf = (points: readonly string[]): string => (points.length === 0 ? '' : `M${points.join('L')}Z`)
const bracket = (x: number, top: number, bottom: number): string =>
  `M${x - 4},${top}h8M${x},${top}V${bottom}M${x - 4},${bottom}h8`

function TodayMark({ x, frame, label }: { x: number; frame: Frame; label: string }) {
  // Near an edge the words lean inwards.
  const anchor = x > frame.left + frame.width - 40 ? 'end' : x < frame.left + 40 ? 'start' : 'middle'
  return (
    <g className="today" aria-hidden="true">
      <path d={`M${x},${frame.top}V${frame.top + frame.height}`} />
      <text x={x} y={frame.top - 6} textAnchor={anchor}>
        {label}
      </text>
    </g>
  )
}
