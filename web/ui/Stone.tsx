import type { Light } from '#domain/lights/light.ts'
import { drawStone } from './stone.ts'

type StoneFacts = { light: Light; taskCount: number; doneCount: number }

type Props = {
  facts: StoneFacts
  /** Read aloud. Leave out where the cell or button around it carries the label. */
  label?: string | undefined
  className?: string | undefined
}

const NEEDS_HALO: readonly Light[] = ['red', 'yellow']

/** One stone: shape by the worst light, size and figure by the number of tasks, rim by the share closed out. */
export function Stone({ facts, label, className = '' }: Props) {
  const { light, taskCount, doneCount } = facts
  const drawing = drawStone(light, taskCount)
  const donePoints = taskCount === 0 ? 0 : Math.round((doneCount / taskCount) * 100)
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return (
    <svg className={`stone ${light} ${className}`} viewBox="-15 -15 30 30" {...spoken}>
      <path className="ring" d={drawing.ring} />
      {donePoints > 0 && (
        <path className="rim" pathLength={100} strokeDasharray={`${donePoints} 100`} d={drawing.ring} />
      )}
      {NEEDS_HALO.includes(light) && <path className="halo" d={drawing.body} />}
      <path className="body" d={drawing.body} />
      <text y={drawing.figureY} style={{ fontSize: drawing.figureSize }}>
        {taskCount}
      </text>
    </svg>
  )
}
