import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { IMPORT_STATES } from './cells.ts'
import { Counts } from './drafts.contract.ts'
import { READING_STEPS } from './progress.ts'

const Day = z.iso.date()
const Instant = z.iso.datetime()

/** What came of a document; kept, so that the quality of reading can be watched over time. */
const Report = z
  .object({
    found: z.int(),
    edited: z.int(),
    discarded: z.int(),
    merged: z.int(),
    doubtsFound: z.int(),
    doubtsDecided: z.int(),
    registered: z.int(),
    drafted: z.int(),
    updated: z.int(),
    /** Rows taken over without an edit; absent where a document was registered before this was counted. */
    asRead: z.int().optional(),
    /** Rows that officers made of words which the reader had left; absent where a document was registered before this. */
    madeByHand: z.int().optional(),
    /** How often which cell was edited, and why rows were left out: the doubt's code, or notTask. */
    editedCells: z.record(z.string(), z.int()).optional(),
    leftFor: z.record(z.string(), z.int()).optional(),
  })
  .meta({ id: 'ImportReport' })
export type ImportReport = z.infer<typeof Report>

const Person = z.object({ id: z.uuid(), name: z.string() })
const ImportItem = z
  .object({
    id: z.uuid(),
    /** The file's name. */
    name: z.string(),
    /** The document's own title, where it has one. */
    title: z.string().nullable(),
    kind: z.enum(['document', 'ledger']),
    state: z.enum(IMPORT_STATES),
    planYear: z.int(),
    createdAt: Instant,
    createdBy: Person,
    confirmedAt: Instant.nullable(),
    undoneAt: Instant.nullable(),
    counts: Counts,
  })
  .meta({ id: 'ImportItem' })
export type ImportItem = z.infer<typeof ImportItem>

const Head = z.object({
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  /** 清政办发〔2026〕6号 */
  number: z.string().nullable(),
  date: Day.nullable(),
  kind: z.enum(['breakdown', 'plan', 'minutes', 'news', 'table', 'none']),
})
const News = z.object({
  meetingOn: Day.nullable(),
  participants: z.array(z.string()),
  pillars: z.array(z.string()),
  figures: z.array(z.object({ name: z.string(), value: z.number(), text: z.string() })),
})

/** A document; its rows, doubts and text come page by page (pages.contract.ts). */
export const ImportView = ImportItem.extend({
  documentId: z.uuid(),
  /** Bytes of the original. */
  size: z.int(),
  plan: z.object({ id: z.uuid(), year: z.int() }),
  head: Head,
  /** What a meeting's news says besides tasks. */
  news: News.nullable(),
  /** Whether the text was repaired, so that there is another as received. */
  repaired: z.boolean(),
  repairs: z.object({ traditional: z.int(), pinyin: z.int(), punctuation: z.int() }),
  notices: z.array(z.string()),
  /** Rows of a ledger that say what their tasks say already. */
  sameCount: z.int(),
  /** Whether the site has a model that may be asked about doubts. */
  asksModel: z.boolean(),
  /** What came of it; null until it is registered. */
  report: Report.nullable(),
  /** An earlier import of the very same bytes, where there is one that was not undone. */
  earlier: z.object({ id: z.uuid(), createdAt: Instant }).nullable(),
}).meta({ id: 'Import' })
export type ImportView = z.infer<typeof ImportView>

const params = z.object({ importId: z.uuid() })

/**
 * Reads a file into drafts; nothing is registered. Text that was pasted is sent as a `.txt`. The original is kept as
 * it came. Refuses what the reader refuses (file_*), too_many_drafts, plan_missing, plan_closed; then nothing at all is stored.
 */
export const createImport = endpoint({
  operationId: 'createImport',
  method: 'POST',
  path: '/api/imports',
  summary: 'Read a document into drafts',
  status: 201,
  receives: 'bytes',
  query: z.object({
    /** The file's name with its ending. */
    name: z.string().trim().min(1).max(300),
    /** The plan of the office's current year, else the latest that is not closed, unless said. */
    planId: z.uuid().optional(),
    /** Chosen by who sends it, to ask meanwhile how far the reading is, or to stop it, as closing the connection does. */
    readingId: z.uuid().optional(),
  }),
  response: z.object({ id: z.uuid(), kind: z.enum(['document', 'ledger']), draftCount: z.int() }),
})

/**
 * How far a document that is being sent has been read, by whichever server; known to its sender alone. Null where it is
 * not begun or done, and where the server that read it ended.
 */
export const getImportReading = endpoint({
  operationId: 'getImportReading',
  method: 'GET',
  path: '/api/import-readings/:readingId',
  summary: 'How far a document has been read',
  params: z.object({ readingId: z.uuid() }),
  response: z.object({
    progress: z
      .object({
        step: z.enum(READING_STEPS),
        rows: z.int(),
        /** How many rows there are, as soon as that is known. */
        of: z.int().nullable(),
      })
      .nullable(),
  }),
})

/**
 * Stops the reading of a document that one is sending, on whichever server it is: within about a second it ends,
 * `createImport` refuses reading_stopped, and nothing is kept. `stopped` is false where none of that name is being read.
 */
export const stopImportReading = endpoint({
  operationId: 'stopImportReading',
  method: 'POST',
  path: '/api/import-readings/:readingId/stopping',
  summary: 'Stop reading a document',
  params: z.object({ readingId: z.uuid() }),
  response: z.object({ stopped: z.boolean() }),
})

/** The latest first. */
export const listImports = endpoint({
  operationId: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: 'Documents that were imported',
  query: PageQuery,
  response: pageOf(ImportItem),
})

/** A document and how its rows stand. Refuses not_found. */
export const getImport = endpoint({
  operationId: 'getImport',
  method: 'GET',
  path: '/api/imports/:importId',
  summary: 'A document and how its rows stand',
  params,
  response: ImportView,
})

/** The file byte by byte as it was received. Refuses not_found. */
export const getImportOriginal = endpoint({
  operationId: 'getImportOriginal',
  method: 'GET',
  path: '/api/imports/:importId/original',
  summary: 'The original as received',
  params,
  answers: 'file',
  response: z.unknown(),
})

const RefusedRow = z.object({ number: z.int(), taskCode: z.string(), code: z.string(), message: z.string() })
export type RefusedRow = z.infer<typeof RefusedRow>

/**
 * Makes accepted rows tasks: registered where complete, drafts where something is missing; applies accepted changes to
 * the tasks they name, each for itself. All in one transaction. Refuses doubts_open (which rows), drafts_undecided unless the rest is
 * left, nothing_accepted, import_wrong_state, plan_closed.
 */
export const confirmImport = endpoint({
  operationId: 'confirmImport',
  method: 'POST',
  path: '/api/imports/:importId/confirmation',
  summary: 'Register what was accepted',
  params,
  body: z.object({
    /** What becomes of rows that nobody decided: the confirmation is refused, or they stay out. */
    undecided: z.enum(['refuse', 'leave']).default('refuse'),
  }),
  response: z.object({
    report: Report,
    /** Rows whose change their task refused meanwhile: they stay out, everything else is done. */
    refused: z.array(RefusedRow),
  }),
})

/**
 * Takes a whole import back: its tasks are cancelled with a reason, changed tasks get their former values. Before
 * confirmation it just ends the review. Refuses task_moved_on with the list where a task has gone on since.
 */
export const undoImport = endpoint({
  operationId: 'undoImport',
  method: 'POST',
  path: '/api/imports/:importId/undoing',
  summary: 'Take a whole import back',
  params,
  body: z.object({ reason: z.string().trim().max(500).default('') }),
  response: z.object({ cancelledCount: z.int(), restoredCount: z.int() }),
})
