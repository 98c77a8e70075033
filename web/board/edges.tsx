import type { ReactNode } from 'react'
import type { Tally } from '#domain/rates/board.ts'
import type { KitText } from '#web/text/kit.zh.ts'
import { formatCount, formatPercent } from '#web/ui/figures.ts'
import type { Figure } from './facts.ts'

type Words = KitText['board']

/** A column of totals at the board's right edge. */
export type Edge = {
  of: Figure['of']
  /** The class of its `col`. */
  column: string
  /** Its pixels, as in board.css. */
  width: number
  head: (words: Words) => string
  show: (tally: Tally) => ReactNode
  /** Its value read aloud. */
  say: (tally: Tally) => string
}

/** From this many pillars on, red and yellow share a column. */
const FOLDED_FROM = 12

const attainment = ({ activeCount, onPlanCount }: Tally): string => {
  const share = activeCount === 0 ? null : onPlanCount / activeCount
  return share === null ? '–' : `${formatPercent(share)}%`
}

/** A count in its light's ink, a quiet dash for none. */
function LightCount({ light, count }: { light: 'red' | 'yellow'; count: number }) {
  return <span className={count === 0 ? 'zero' : `count-${light}`}>{formatCount(count)}</span>
}

/** The share on plan; 100% is quiet. */
export function Attainment({ tally }: { tally: Tally }) {
  const quiet = tally.onPlanCount === tally.activeCount
  return <span className={quiet ? 'zero' : undefined}>{attainment(tally)}</span>
}

const tasks: Edge = {
  of: 'tasks',
  column: 'count first',
  width: 47,
  head: (words) => words.tasks,
  show: ({ taskCount }) => formatCount(taskCount),
  say: ({ taskCount }) => String(taskCount),
}
const red: Edge = {
  of: 'red',
  column: 'count',
  width: 42,
  head: (words) => words.red,
  show: ({ lightCounts }) => <LightCount light="red" count={lightCounts.red} />,
  say: ({ lightCounts }) => String(lightCounts.red),
}
const yellow: Edge = {
  of: 'yellow',
  column: 'count',
  width: 42,
  head: (words) => words.yellow,
  show: ({ lightCounts }) => <LightCount light="yellow" count={lightCounts.yellow} />,
  say: ({ lightCounts }) => String(lightCounts.yellow),
}
const redYellow: Edge = {
  of: 'red',
  column: 'folded',
  width: 60,
  head: (words) => words.redYellow,
  show: ({ lightCounts }) => (
    <span className="pair">
      <LightCount light="red" count={lightCounts.red} />
      <LightCount light="yellow" count={lightCounts.yellow} />
    </span>
  ),
  say: ({ lightCounts }) => `${lightCounts.red} / ${lightCounts.yellow}`,
}
const rate: Edge = {
  of: 'attainment',
  column: 'rate-column',
  width: 92,
  head: (words) => words.attainment,
  show: (tally) => <Attainment tally={tally} />,
  say: attainment,
}

const ALL: readonly Edge[] = [tasks, red, yellow, rate]
const FOLDED: readonly Edge[] = [tasks, redYellow, rate]

/** The edge columns for a board of that many pillars. */
export const edgesFor = (pillarCount: number): readonly Edge[] => (pillarCount >= FOLDED_FROM ? FOLDED : ALL)
