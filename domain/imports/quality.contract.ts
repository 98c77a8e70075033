import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const Tally = z.array(z.object({ name: z.string(), count: z.int() }))

const Month = z.object({
  /** 2026-11 */
  month: z.string(),
  documents: z.int(),
  found: z.int(),
  /** Rows taken over without an edit. */
  asRead: z.int(),
  edited: z.int(),
  discarded: z.int(),
  /** Rows that officers made of words which the reader had left. */
  madeByHand: z.int(),
  doubts: z.int(),
})

const Quality = z
  .object({
    /** Newest first; months without a document are left out. */
    months: z.array(Month),
    total: Month.omit({ month: true }),
    /** Cells by how often they were edited, and reasons for leaving rows out; the most frequent first. */
    editedCells: Tally,
    leftFor: Tally,
  })
  .meta({ id: 'ReadingQuality' })
export type ReadingQuality = z.infer<typeof Quality>

/** How well documents were read in the last twelve months, from what became of their rows once they were registered. */
export const getReadingQuality = endpoint({
  operationId: 'getReadingQuality',
  method: 'GET',
  path: '/api/reading-quality',
  summary: 'How well documents were read',
  response: Quality,
})
