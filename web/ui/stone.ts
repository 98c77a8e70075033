import type { Light } from '#domain/lights/light.ts'

/** The drawing of one stone in a box from -15 to 15, as SVG path data. */
export type StoneDrawing = { body: string; ring: string; figureY: number; figureSize: number }

/** Body radius by number of tasks: the last row whose count is reached holds. */
const RADII = [
  [1, 6.6],
  [2, 7.4],
  [3, 8.2],
  [4, 9],
  [6, 9.8],
  [9, 10.6],
] as const

const RING_GAP = 2.7
// Ratios to the radius of the disc, so that the four shapes weigh nearly the same.
const DIAMOND = 1.225
const TRIANGLE = { apex: 1.1905, base: 0.8744, half: 1.1917 }
const SQUARE = 0.8545
const SQUARE_CORNER = 0.31

const round = (value: number): number => Math.round(value * 100) / 100

/** The radius of a stone's body for a number of tasks. */
export const stoneRadius = (taskCount: number): number =>
  RADII.reduce<number>((radius, [count, next]) => (taskCount >= count ? next : radius), RADII[0][1])

const disc = (radius: number): string => `M0,${-radius}A${radius},${radius} 0 1 1 -0.01,${-radius}Z`

const diamond = (half: number): string => `M0,${-half}L${half},0L0,${half}L${-half},0Z`

function square(half: number): string {
  const flat = round(half * (1 - SQUARE_CORNER))
  return (
    `M0,${-half}H${flat}Q${half},${-half} ${half},${-flat}V${flat}Q${half},${half} ${flat},${half}` +
    `H${-flat}Q${-half},${half} ${-half},${flat}V${-flat}Q${-half},${-half} ${-flat},${-half}Z`
  )
}

const triangle = (radius: number): string => {
  const half = round(radius * TRIANGLE.half)
  const base = round(radius * TRIANGLE.base)
  return `M0,${round(-radius * TRIANGLE.apex)}L${half},${base}L${-half},${base}Z`
}

const BODIES: Record<Light, (radius: number) => string> = {
  red: (radius) => diamond(round(radius * DIAMOND)),
  yellow: triangle,
  green: disc,
  blue: (radius) => square(round(radius * SQUARE)),
  grey: disc,
}

/** Draws the stone of a crossing: shape by worst light, size by number of tasks. */
export function drawStone(light: Light, taskCount: number): StoneDrawing {
  const radius = stoneRadius(taskCount)
  return {
    body: BODIES[light](radius),
    ring: light === 'blue' ? square(round(0.9 * radius + 2.79)) : disc(round(radius + RING_GAP)),
    figureY: light === 'yellow' ? round(4.2 + 0.2 * radius) : 4,
    figureSize: taskCount > 99 ? 8.5 : 11,
  }
}

/** The small shape beside a word, in a box from -8 to 8. */
export const GLYPHS: Record<Light, string> = {
  red: diamond(7),
  yellow: 'M0,-6.53L6.54,4.79L-6.54,4.79Z',
  green: disc(5.8),
  blue: square(5.58),
  grey: disc(5.8),
}
