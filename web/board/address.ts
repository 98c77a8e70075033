import { z } from 'zod'

/** What of the board stands in the address, so that a view can be sent to somebody. */
export const BoardAddress = z.object({
  year: z.number().int().optional().catch(undefined),
  asOn: z.iso.date().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  pillar: z.uuid().optional().catch(undefined),
  order: z.enum(['official', 'worst']).optional().catch(undefined),
})
export type BoardAddress = z.infer<typeof BoardAddress>

/** What of the list behind a rate stands in the address besides its path. */
export const RateAddress = BoardAddress.pick({ asOn: true })
export type RateAddress = z.infer<typeof RateAddress>

/** The dates a board can be stepped through with [ and ]: the ends of quarters that are over, then today. */
export function stepDates(year: number, today: string): { on: string; quarter: number | null }[] {
  const ends = ['03-31', '06-30', '09-30', '12-31'].map((end, index) => ({ on: `${year}-${end}`, quarter: index + 1 }))
  return [...ends.filter(({ on }) => on < today), { on: today, quarter: null }]
}
