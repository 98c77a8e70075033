import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** A model's proposal for a doubt: one of its answers, and the document's words it goes by. Nothing is decided by it. */
const Proposal = z
  .object({ doubtId: z.string(), answerId: z.string(), words: z.string() })
  .meta({ id: 'ModelProposal' })
export type ModelProposal = z.infer<typeof Proposal>

/**
 * Asks the site's model about a row's open doubts; decides nothing. Refuses model_absent where none is configured,
 * model_restricted for documents that may not leave the system, model_nothing_to_ask, model_failed.
 */
export const createProposals = endpoint({
  operationId: 'createProposals',
  method: 'POST',
  path: '/api/imports/:importId/drafts/:draftId/proposals',
  summary: 'Ask the model about a row in doubt',
  status: 201,
  params: z.object({ importId: z.uuid(), draftId: z.uuid() }),
  body: z.object({}),
  response: z.object({
    proposals: z.array(Proposal),
    /** Answers of the model that were not taken: none of the offered ones, or by words that the document does not say. */
    untakenCount: z.int(),
    /** What was sent, word for word. */
    sent: z.string(),
  }),
})
