import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'

/** One entry of the journal: who did what to what, from where, and what was before and after. */
export const JournalEntryView = z
  .object({
    seq: z.int(),
    happenedAt: z.iso.datetime(),
    personName: z.string(),
    origin: z.string(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    /** The chain's digest over this entry, hexadecimal; null for the moment before it is sealed. */
    digest: z.string().nullable(),
  })
  .meta({ id: 'JournalEntry' })
export type JournalEntryView = z.infer<typeof JournalEntryView>

/** The journal, newest first; of tasks, reports and documents the changed fields by name, not what was written in them. */
export const listJournal = endpoint({
  operationId: 'listJournal',
  method: 'GET',
  path: '/api/journal',
  summary: 'Every change: who, when, from where, which fields',
  query: PageQuery.extend({
    action: z.string().max(60).optional(),
    personName: z.string().max(60).optional(),
    subjectId: z.string().max(60).optional(),
  }),
  response: pageOf(JournalEntryView),
})

/** Works the chain out again from the entries. `brokenAt` is the first position whose digest does not fit. */
export const verifyJournal = endpoint({
  operationId: 'verifyJournal',
  method: 'GET',
  path: '/api/journal/verification',
  summary: 'Check the chain of digests',
  response: z.object({
    sealedCount: z.int(),
    unsealedCount: z.int(),
    brokenAt: z.int().nullable(),
    lastDigest: z.string().nullable(),
    algorithm: z.enum(['sha256', 'sm3']).nullable(),
  }),
})
