import { z } from 'zod'
import { DIRECTIVE_SHOWS } from '#domain/directives/directives.contract.ts'
import { URGENCIES } from '#domain/directives/urgency.ts'

/** What of the list of directives stands in its address. */
export const DirectivesAddress = z.object({
  show: z.enum(DIRECTIVE_SHOWS).optional().catch(undefined),
  writerId: z.uuid().optional().catch(undefined),
  urgency: z.enum(URGENCIES).optional().catch(undefined),
})
export type DirectivesAddress = z.infer<typeof DirectivesAddress>

/** The page of one directive. */
export const directiveHref = (id: string): string => `/directives/${id}`
