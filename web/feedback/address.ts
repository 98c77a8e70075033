import { z } from 'zod'
import { FEEDBACK_KINDS, FEEDBACK_SHOWS } from '#domain/feedback/feedback.ts'

/** What of the list of complaints and suggestions stands in its address. */
export const FeedbackAddress = z.object({
  show: z.enum(FEEDBACK_SHOWS).optional().catch(undefined),
  kind: z.enum(FEEDBACK_KINDS).optional().catch(undefined),
})
export type FeedbackAddress = z.infer<typeof FeedbackAddress>
