import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { REGISTRATION_NEEDS } from '../tasks/registration.ts'
import { TASK_STATES } from '../tasks/task.ts'
import { CELL_NAMES, CellChanges, Cells, DRAFT_STATES, ReviewDoubt } from './cells.ts'

const Instant = z.iso.datetime()
/** Half-open, in UTF-16 units of the repaired text. */
export const Span = z.object({ start: z.int(), end: z.int() })
/** Which words gave which cell, by which rule; documents read by an older version have no words. */
export const ReadCells = z.record(z.string(), Span.extend({ rule: z.string(), words: z.string().optional() }))
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
    /** Its place in the document, from 1. */
    number: z.int(),
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
    read: ReadCells,
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

/** How a document's rows stand. */
export const Counts = z
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

const params = z.object({ importId: z.uuid() })

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
    /** Makes a task of words of the repaired text that the reader left; needs no items. */
    z.object({
      kind: z.literal('make'),
      span: z
        .object({ start: z.int().min(0), end: z.int().min(1) })
        .refine(({ start, end }) => end > start && end - start <= 2000, '请选一段文字 · Choose a stretch of text'),
    }),
    /** Takes the asker's own last decision or edit back; needs no items. */
    z.object({ kind: z.literal('undo') }),
  ])
  .meta({ id: 'DraftDecision' })
export type Decision = z.infer<typeof Decision>

/**
 * Decides drafts, each for itself: what is refused changes nothing and says why (changed_meanwhile, draft_incomplete,
 * doubts_open). As a whole refuses import_wrong_state, nothing_to_undo, nothing_to_make.
 */
export const decideDrafts = endpoint({
  operationId: 'decideDrafts',
  method: 'POST',
  path: '/api/imports/:importId/decisions',
  summary: 'Accept, discard, merge, split, answer, make, undo',
  params,
  body: z.object({
    decision: Decision,
    items: z
      .array(z.object({ draftId: z.uuid(), version: z.int() }))
      .max(20_000)
      .default([]),
  }),
  response: z.object({
    /** The first hundred of the drafts that are now different, and of those that a split added. */
    done: z.array(DraftView),
    changedCount: z.int(),
    refused: z.array(z.object({ draftId: z.uuid(), code: z.string(), message: z.string() })),
    /** Whether rows were added or taken away, so that the others have moved. */
    moved: z.boolean(),
    counts: Counts,
  }),
})
