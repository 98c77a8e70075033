import { useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../text.tsx'
import { type ChartFacts, type Frame, monthsOf, scaleOf } from './chart.ts'
import { taskText } from './task.text.ts'
import './chart.css'

const GRID = [0, 25, 50, 75, 100]

/** The width an element has, followed as it changes. */
export function useWidth() {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { frame, width }
}

/** The lines of a chart's shares and the names of its months. */
export function Axes({
  facts,
  frame,
  sparse,
}: {
  facts: Pick<ChartFacts, 'from' | 'to'>
  frame: Frame
  sparse: boolean
}) {
  const { months } = useText(taskText)
  const { x, y } = scaleOf(facts, frame)
  const all = monthsOf(facts.from, facts.to)
  const every = sparse || all.length > 18 ? 3 : 1
  return (
    <g className="axes" aria-hidden="true">
      {GRID.map((share) => (
        <g key={share}>
          <path d={`M${frame.left},${y(share)}H${frame.left + frame.width}`} />
          <text x={frame.left - 8} y={y(share) + 4} textAnchor="end">
            {share}%
          </text>
        </g>
      ))}
      {all
        .filter((_, index) => index % every === 0)
        .map(({ month, startsOn, middle }) => (
          <text key={startsOn} x={x(middle)} y={frame.top + frame.height + 22} textAnchor="middle">
            {months[month - 1]}
          </text>
        ))}
    </g>
  )
}
