import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { REGISTRATION_NEEDS } from '../tasks/registration.ts'
import { TASK_STATES } from '../tasks/task.ts'
import { CELL_NAMES, CellChanges, Cells, DRAFT_STATES, IMPORT_STATES, ReviewDoubt } from './cells.ts'

const Day = z.iso.date()
const Instant = z.iso.datetime()
/** Half-open, in UTF-16 units of the repaired text. */
const Span = z.object({ start: z.int(), end: z.int() })
const Cell = z.enum(CELL_NAMES as [keyof Cells, ...(keyof Cells)[]])

/** A task a draft is like, updates, was merged into, or has become. */
export const NamedTask = z
  .object({ id: z.uuid(), code: z.string(), title: z.string(), state: z.enum(TASK_STATES) })
  .meta({ id: 'NamedTask' })
export type NamedTask = z.infer<typeof NamedTask>

/** One cell of a row that differs from the task it names; before and after in words, dates as ISO. */
export const Difference = z
  .object({
    cell: Cell,
    before: z.string(),
    after: z.string(),
    /** Whether it would be taken over; false as long as `refusal` says why it cannot. */
    taken: z.boolean(),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

/** A drafted row under review. */
export const DraftView = z
  .object({
    id: z.uuid(),
    /** Send it back with a change: an older one is refused. */
    version: z.int(),
    state: z.enum(DRAFT_STATES),
    cells: Cells,
    /** Cells that nobody wrote: filled from the order of duties or from the row's own words, to be looked at. */
    proposed: z.array(Cell),
    /** Cells that an officer changed. */
    edited: z.array(Cell),
    doubts: z.array(ReviewDoubt),
    /** What is still needed before the task can be registered; words of the glossary. With any, it stays a draft. */
    missing: z.array(z.enum(REGISTRATION_NEEDS)),
    /** The task's full wording, and the time in its own words. */
    text: z.string(),
    deadlineText: z.string().nullable(),
    ongoing: z.boolean(),
    sectionPath: z.array(z.string()),
    /** Where it stands in the repaired text, and which words gave which cell by which rule. */
    source: Span,
    read: z.record(z.string(), Span.extend({ rule: z.string() })),
    /** A ledger row's progress and remarks; shown, never turned into a report. */
    progressText: z.string().nullable(),
    /** The task it updates, was merged into or has become. */
    task: NamedTask.nullable(),
    /** What registering did: made the task, changed it, or only spoke of it; null before. */
    effect: z.enum(['created', 'updated', 'mentioned']).nullable(),
    /** For a row that updates a task: what would change. */
    differences: z.array(Difference),
    changedBy: z.string().nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'ImportDraft' })
export type DraftView = z.infer<typeof DraftView>

const Counts = z
  .object({
    found: z.int(),
    pending: z.int(),
    accepted: z.int(),
    discarded: z.int(),
    merged: z.int(),
    /** Doubts that still wait, on rows that were not discarded. */
    openDoubts: z.int(),
  })
  .meta({ id: 'ImportCounts' })
export type ImportCounts = z.infer<typeof Counts>

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

/** A document with everything its review page shows. */
export const ImportView = ImportItem.extend({
  documentId: z.uuid(),
  /** Bytes of the original. */
  size: z.int(),
  plan: z.object({ id: z.uuid(), year: z.int() }),
  head: Head,
  /** What a meeting's news says besides tasks. */
  news: News.nullable(),
  /** The repaired text; all spans are offsets into it. */
  text: z.string(),
  /** The text as received; null where nothing was repaired. */
  receivedText: z.string().nullable(),
  lines: z.array(
    Span.extend({
      kind: z.enum(['paragraph', 'cell', 'heading']),
      table: z.object({ table: z.int(), row: z.int(), column: z.int() }).nullable(),
    }),
  ),
  repairs: z.object({ traditional: z.int(), pinyin: z.int(), punctuation: z.int() }),
  removals: z.array(
    z.object({
      at: z.int(),
      receivedStart: z.int(),
      receivedEnd: z.int(),
      kind: z.enum(['pinyin', 'punctuation', 'lineBreak', 'markup']),
    }),
  ),
  notices: z.array(z.string()),
  /** In the document's order; their numbers on screen count from 1. */
  drafts: z.array(DraftView),
  report: Report,
  /** An earlier import of the very same bytes, where there is one that was not undone. */
  earlier: z.object({ id: z.uuid(), createdAt: Instant }).nullable(),
}).meta({ id: 'Import' })
export type ImportView = z.infer<typeof ImportView>

const params = z.object({ importId: z.uuid() })

/**
 * Reads a file into drafts; nothing is registered. Text that was pasted is sent as a `.txt`. The original is kept as
 * it came. Refuses what the reader refuses (file_*), plan_missing, plan_closed; then nothing at all is stored.
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
  }),
  response: z.object({ id: z.uuid(), kind: z.enum(['document', 'ledger']), draftCount: z.int() }),
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

export const getImport = endpoint({
  operationId: 'getImport',
  method: 'GET',
  path: '/api/imports/:importId',
  summary: 'A document with its drafts and doubts',
  params,
  response: ImportView,
})

export const getImportOriginal = endpoint({
  operationId: 'getImportOriginal',
  method: 'GET',
  path: '/api/imports/:importId/original',
  summary: 'The original as received',
  params,
  answers: 'file',
  response: z.unknown(),
})

/**
 * Changes cells of one draft; each cell's doubts are thereby decided. Refuses changed_meanwhile (who and when) where
 * `version` is not the current one, import_wrong_state, invalid_input.
 */
export const updateDraft = endpoint({
  operationId: 'updateDraft',
  method: 'PATCH',
  path: '/api/imports/:importId/drafts/:draftId',
  summary: 'Change cells of a draft',
  params: params.extend({ draftId: z.uuid() }),
  body: z.object({
    version: z.int(),
    cells: CellChanges.default({}),
    /** For a row that updates a task: the cells to take over; all that may change unless said. */
    takes: z.array(Cell).optional(),
  }),
  response: z.object({ draft: DraftView, counts: Counts }),
})

/** What an officer decides about drafts. */
export const Decision = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept') }),
    z.object({ kind: z.literal('discard'), reason: z.string().trim().max(200).default('') }),
    /** Back to undecided. */
    z.object({ kind: z.literal('reopen') }),
    /** The task exists already: the row becomes a change of it, or only a mention. */
    z.object({ kind: z.literal('merge'), taskId: z.uuid() }),
    z.object({
      kind: z.literal('split'),
      into: z
        .array(z.object({ title: z.string().trim().min(1).max(500), leadUnitId: z.uuid().nullable().optional() }))
        .min(2)
        .max(60),
    }),
    /** An answer to a doubt of the first item; `alike` answers every doubt like it in the document. */
    z.object({
      kind: z.literal('answer'),
      doubtId: z.string(),
      answer: z.string(),
      scope: z.enum(['one', 'alike']).default('one'),
    }),
    /** Which unit a written name means, wherever the document writes it; `remember` makes it the unit's alias. */
    z.object({
      kind: z.literal('nameUnit'),
      name: z.string().trim().min(1).max(100),
      unitId: z.uuid(),
      remember: z.enum(['alias', 'no']).default('no'),
    }),
    /** Takes the asker's own last decision or edit back; needs no items. */
    z.object({ kind: z.literal('undo') }),
  ])
  .meta({ id: 'DraftDecision' })
export type Decision = z.infer<typeof Decision>

/**
 * Decides drafts, each for itself: what is refused changes nothing and says why (changed_meanwhile, draft_incomplete,
 * doubts_open). As a whole refuses import_wrong_state, nothing_to_undo.
 */
export const decideDrafts = endpoint({
  operationId: 'decideDrafts',
  method: 'POST',
  path: '/api/imports/:importId/decisions',
  summary: 'Accept, discard, merge, split, answer, undo',
  params,
  body: z.object({
    decision: Decision,
    items: z
      .array(z.object({ draftId: z.uuid(), version: z.int() }))
      .max(20_000)
      .default([]),
  }),
  response: z.object({
    /** Every draft that is now different, and those that a split added. */
    done: z.array(DraftView),
    refused: z.array(z.object({ draftId: z.uuid(), code: z.string(), message: z.string() })),
    /** Drafts that an undone split took away. */
    gone: z.array(z.uuid()),
    counts: Counts,
  }),
})

/**
 * Makes accepted rows tasks: registered where complete, drafts where something is missing; applies accepted changes to
 * the tasks they name. All in one transaction. Refuses doubts_open (which rows), drafts_undecided unless the rest is
 * left, nothing_accepted, task_moved_on, import_wrong_state, plan_closed.
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
    registered: z.array(NamedTask),
    drafted: z.array(NamedTask),
    updated: z.array(NamedTask),
    report: Report,
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
