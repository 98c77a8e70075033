/** The four rates in their fixed order on the board (PRODUCT.md, Lights, rates and forecasts). */
export const RATE_NAMES = [
  'milestoneOnTimeRate',
  'trajectoryAttainment',
  'taskCompletionRate',
  'indicatorAttainment',
] as const
export type BoardRateName = (typeof RATE_NAMES)[number]
