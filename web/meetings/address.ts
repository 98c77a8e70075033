import { z } from 'zod'

export const MEETING_PARTS = ['agenda', 'brief', 'people', 'rulings', 'minutes'] as const
export type MeetingPart = (typeof MEETING_PARTS)[number]

/** What of a meeting is shown. */
export const MeetingAddress = z.object({
  part: z.enum(MEETING_PARTS).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
})
export type MeetingAddress = z.infer<typeof MeetingAddress>
