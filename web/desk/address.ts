import { z } from 'zod'
import { DESK_QUEUES, type DeskQueue } from '#domain/desk/queues.ts'

/** What of the desk stands in its address. */
export const DeskAddress = z.object({
  queue: z.enum(DESK_QUEUES).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
})
export type DeskAddress = z.infer<typeof DeskAddress>

/** A queue of the desk. */
export const deskHref = (queue: DeskQueue): string => `/desk?queue=${queue}`
