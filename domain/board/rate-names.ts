/** The four rates in their fixed order on the board (PRODUCT.md, Lights, rates and forecasts). */
export const BOARD_RATES = [
  'milestoneOnTimeRate',
  'trajectoryAttainment',
  'taskCompletionRate',
  'indicatorAttainment',
] as const
export type BoardRateName = (typeof BOARD_RATES)[number]
