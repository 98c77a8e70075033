/**
 * A share (1 = 100%) as a percentage with one decimal and without its sign: 0.849 → `84.9`, 1 → `100`.
 * Never rounds up to 100 what is not whole, nor down to 0 what is not nothing.
 */
export function formatPercent(share: number | null): string {
  if (share === null) return '–'
  const rounded = Math.round(share * 1000) / 10
  if (rounded === 100 && share < 1) return '99.9'
  if (rounded === 0 && share > 0) return '0.1'
  return rounded === 100 || rounded === 0 ? String(rounded) : rounded.toFixed(1)
}

/** A count, or a quiet dash for none, as at the board's edge. */
export const formatCount = (count: number): string => (count === 0 ? '–' : String(count))

/** At most one decimal, no trailing zero: 33.1, 38. */
export const formatNumber = (value: number): string => String(Math.round(value * 10) / 10)

/** Holds a number of points between 0 and 100, for widths. */
export const clampPoints = (points: number): number => Math.min(100, Math.max(0, points))
