import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { REGISTRATION_NEEDS } from '../tasks/registration.ts'
import { DRAFT_STATES, ReviewDoubt } from './cells.ts'
import { DraftView, ReadCells, Span } from './drafts.contract.ts'

const params = z.object({ importId: z.uuid() })
/** Whether the rows of a ledger that say what their tasks say already are counted and given. */
const Same = z.enum(['with', 'without']).default('with')

/** Rows by where they stand: a virtual list asks for what comes into view. */
export const listDrafts = endpoint({
  operationId: 'listDrafts',
  method: 'GET',
  path: '/api/imports/:importId/drafts',
  summary: 'Rows of a document, from a place on',
  params,
  query: z.object({
    /** Rows before the first one given. */
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    same: Same,
  }),
  response: z.object({ items: z.array(DraftView), total: z.int() }),
})

const Place = z
  .object({
    draftId: z.uuid(),
    /** Rows before it in the list. */
    index: z.int(),
  })
  .meta({ id: 'DraftPlace' })
export type DraftPlace = z.infer<typeof Place>

/**
 * Where to go: to a row (`of`), to the first undecided one after it, or to the first one after it with an open doubt;
 * round to the beginning. Where none is undecided, `of` itself or the first row; null where there is none to go to.
 */
export const findDraftPlace = endpoint({
  operationId: 'findDraftPlace',
  method: 'GET',
  path: '/api/imports/:importId/place',
  summary: 'Where the next row to look at stands',
  params,
  query: z.object({
    to: z.enum(['draft', 'pending', 'doubt']).default('pending'),
    of: z.uuid().optional(),
    same: Same,
  }),
  response: z.object({ place: Place.nullable() }),
})

const QueuedDoubt = z.object({ draftId: z.uuid(), number: z.int(), doubt: ReviewDoubt }).meta({ id: 'QueuedDoubt' })
export type QueuedDoubt = z.infer<typeof QueuedDoubt>

/** Open doubts in the order of the rows, from a row on; how many there are in all, the document's counts say. */
export const listDoubts = endpoint({
  operationId: 'listDoubts',
  method: 'GET',
  path: '/api/imports/:importId/doubts',
  summary: 'Open doubts, from a row on',
  params,
  query: z.object({
    /** The number of the first row. */
    from: z.coerce.number().int().min(1).default(1),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({
    items: z.array(QueuedDoubt),
    /** Open doubts of the rows before. */
    before: z.int(),
  }),
})

/** How many doubts one answer would decide: the same question about the same words, this one included. */
export const countAlikeDoubts = endpoint({
  operationId: 'countAlikeDoubts',
  method: 'GET',
  path: '/api/imports/:importId/drafts/:draftId/doubts/:doubtId/alike',
  summary: 'How many doubts are like this one',
  params: params.extend({ draftId: z.uuid(), doubtId: z.string().max(200) }),
  response: z.object({ count: z.int() }),
})

const page = z.object({ page: z.coerce.number().int().min(0).default(0) })

/** A row as its place in the source is lit. */
const LitRow = z
  .object({
    draftId: z.uuid(),
    number: z.int(),
    state: z.enum(DRAFT_STATES),
    source: Span,
    read: ReadCells,
    doubts: z.array(ReviewDoubt),
  })
  .meta({ id: 'LitRow' })
export type LitRow = z.infer<typeof LitRow>

const Block = Span.extend({
  kind: z.enum(['paragraph', 'heading', 'row', 'title']),
  text: z.string(),
  /** For a table's row: its cells. */
  cells: z.array(Span),
})

const SourcePage = z
  .object({ pages: z.int(), blocks: z.array(Block), rows: z.array(LitRow) })
  .meta({ id: 'SourcePage' })
export type SourcePage = z.infer<typeof SourcePage>

/** The repaired source, some thousand characters at a time (`SOURCE_PAGE`), with the rows that stand there. */
export const getSourcePage = endpoint({
  operationId: 'getSourcePage',
  method: 'GET',
  path: '/api/imports/:importId/source',
  summary: 'A page of the source as repaired',
  params,
  query: page,
  response: SourcePage,
})

/** The source as received, page by page, with what the repair took out or replaced. */
export const getReceivedPage = endpoint({
  operationId: 'getReceivedPage',
  method: 'GET',
  path: '/api/imports/:importId/received',
  summary: 'A page of the source as received',
  params,
  query: page,
  response: z.object({
    pages: z.int(),
    lines: z.array(z.array(z.object({ text: z.string(), kind: z.enum(['same', 'removed', 'replaced']) }))),
  }),
})

const Foresight = z
  .object({
    registered: z.int(),
    drafted: z.int(),
    updated: z.int(),
    merged: z.int(),
    discarded: z.int(),
    pending: z.int(),
    /** Rows that say what their tasks say already. */
    same: z.int(),
    /** Open doubts on accepted rows; they come first. */
    doubts: z.int(),
    /** The first of the rows that become drafts, and what they lack. */
    lacking: z.array(z.object({ number: z.int(), missing: z.array(z.enum(REGISTRATION_NEEDS)) })),
  })
  .meta({ id: 'Foresight' })
export type Foresight = z.infer<typeof Foresight>

/** What registering would do with the rows as they stand. */
export const foreseeConfirmation = endpoint({
  operationId: 'foreseeConfirmation',
  method: 'GET',
  path: '/api/imports/:importId/foresight',
  summary: 'What registering would do',
  params,
  response: Foresight,
})
