import type { Light } from '#domain/lights/light.ts'

/** Row -1 is the head, `rowCount` the totals; column 0 is the unit, then the pillars, then the edges. */
export type Spot = { row: number; column: number }

export type Lattice = {
  rowCount: number
  pillarCount: number
  edgeCount: number
  /** The worst light at a crossing; null where it is bare. `pillar` counts from 0. */
  lightAt: (row: number, pillar: number) => Light | null
}

type Step = readonly [down: number, right: number]

const PAGE = 10
const STEPS: Record<string, Step> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
}
const LEAPS: Record<string, Step> = {
  'Ctrl+ArrowUp': [-1, 0],
  'Ctrl+ArrowDown': [1, 0],
  'Ctrl+ArrowLeft': [0, -1],
  'Ctrl+ArrowRight': [0, 1],
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

const isCrossing = ({ rowCount, pillarCount }: Lattice, { row, column }: Spot): boolean =>
  row >= 0 && row < rowCount && column >= 1 && column <= pillarCount

function step(lattice: Lattice, { row, column }: Spot, [down, right]: Step): Spot {
  const { rowCount, pillarCount, edgeCount } = lattice
  const inLines = Math.abs(down) > 1
  return {
    row: within(row + down, inLines ? 0 : -1, inLines ? rowCount - 1 : rowCount),
    column: within(column + right, 0, pillarCount + edgeCount),
  }
}

/** The next crossing in that direction that carries tasks; stays where there is none. */
function leap(lattice: Lattice, from: Spot, [down, right]: Step): Spot {
  let spot = { row: from.row + down, column: from.column + right }
  while (isCrossing(lattice, spot)) {
    if (lattice.lightAt(spot.row, spot.column - 1) !== null) return spot
    spot = { row: spot.row + down, column: spot.column + right }
  }
  return from
}

const lineEnds = ({ rowCount, pillarCount }: Lattice, { row }: Spot): Record<string, Spot> => ({
  Home: { row, column: 1 },
  End: { row, column: pillarCount },
  'Ctrl+Home': { row: 0, column: 1 },
  'Ctrl+End': { row: rowCount - 1, column: pillarCount },
})

/** Where a key leads, by its name as {@link nameKey} gives it; null for a key that does not move. */
export function moveSpot(lattice: Lattice, from: Spot, key: string): Spot | null {
  const stepped = STEPS[key]
  if (stepped) return step(lattice, from, stepped)
  const leapt = LEAPS[key]
  if (leapt) return leap(lattice, from, leapt)
  return lineEnds(lattice, from)[key] ?? null
}

/** The next crossing whose worst light is this one, in reading order and round again; null where there is none. */
export function nextLight(lattice: Lattice, from: Spot, light: Light): Spot | null {
  const { rowCount, pillarCount } = lattice
  const count = rowCount * pillarCount
  if (count === 0) return null
  const at = within(from.row, 0, rowCount - 1) * pillarCount + within(from.column, 1, pillarCount) - 1
  for (let ahead = 1; ahead <= count; ahead += 1) {
    const next = (at + ahead) % count
    const row = Math.floor(next / pillarCount)
    if (lattice.lightAt(row, next % pillarCount) === light) return { row, column: (next % pillarCount) + 1 }
  }
  return null
}
