import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { LEDGER_COLUMN_KEYS } from './ledger.columns.ts'
import { FlagsView, PillarRef, Ref, StandingView } from './tasks.contract.ts'
import { SOURCE_KINDS, TASK_KINDS, TASK_STATES } from './task.ts'

/** Several words in one query parameter, with commas between them: `red,yellow`. */
const several = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(item).max(100))

/** What tasks are marked with, and can be listed by. */
export const LEDGER_FLAGS = ['acknowledgeLate', 'verification'] as const
/** By what the ledger can be ordered. */
export const LEDGER_SORTS = ['code', 'due', 'light', 'unit', 'pillar'] as const
export type LedgerSort = (typeof LEDGER_SORTS)[number]
/** Under which headings the ledger can be grouped. */
export const LEDGER_GROUPS = ['pillar', 'unit', 'leader', 'source', 'none'] as const
export type LedgerGroup = (typeof LEDGER_GROUPS)[number]

/** The ledger's filters; all that are given must hold. Words in one filter are alternatives. */
export const LedgerFilter = z.object({
  /** The plan of the office's current year, else the latest, unless said. */
  planId: z.uuid().optional(),
  /** Words in title or code. */
  q: z.string().trim().max(100).optional(),
  light: several(z.enum(LIGHTS)).optional(),
  pillarId: several(z.uuid()).optional(),
  /** Leads or supports. */
  unitId: several(z.uuid()).optional(),
  leadUnitId: several(z.uuid()).optional(),
  supportUnitId: several(z.uuid()).optional(),
  leaderId: several(z.uuid()).optional(),
  assigneeId: several(z.uuid()).optional(),
  state: several(z.enum(TASK_STATES)).optional(),
  kind: several(z.enum(TASK_KINDS)).optional(),
  sourceType: several(z.enum(SOURCE_KINDS)).optional(),
  /** The current date, both ends included. */
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  /** Tasks whose current date is later than the original. */
  extended: z.literal('true').optional(),
  /** Tasks shown only to those concerned. */
  restricted: z.literal('true').optional(),
  /** Those the asker leads, does, oversees, or whose lead unit is theirs. */
  mine: z.literal('true').optional(),
  importId: z.uuid().optional(),
  /** Assigned tasks not acknowledged within the limit; completed tasks to be verified on the spot. */
  flag: z.enum(LEDGER_FLAGS).optional(),
})
export type LedgerFilter = z.infer<typeof LedgerFilter>

const LedgerOrder = z.object({
  sort: z.enum(LEDGER_SORTS).default('code'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})

/** One row of the ledger. */
export const LedgerRow = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.enum(TASK_KINDS),
    state: z.enum(TASK_STATES),
    version: z.int(),
    weight: z.int(),
    restricted: z.boolean(),
    pillar: PillarRef,
    leadUnit: Ref.nullable(),
    /** Short names of the supporting units, in the official order. */
    supportUnits: z.array(Ref),
    leader: Ref.nullable(),
    assignee: Ref.nullable(),
    sourceType: z.enum(SOURCE_KINDS),
    sourceTitle: z.string(),
    evidence: z.string(),
    originalDueOn: z.iso.date().nullable(),
    currentDueOn: z.iso.date().nullable(),
    ...StandingView.shape,
    ...FlagsView.shape,
  })
  .meta({ id: 'LedgerRow' })
export type LedgerRow = z.infer<typeof LedgerRow>

/** The ledger: the tasks that the asker may see and that pass every filter, a page at a time. */
export const listTasks = endpoint({
  operationId: 'listTasks',
  method: 'GET',
  path: '/api/tasks',
  summary: 'The ledger, a page at a time',
  query: LedgerFilter.extend(LedgerOrder.shape).extend(PageQuery.shape),
  response: pageOf(LedgerRow),
})

const Rate = z.object({ numerator: z.number(), denominator: z.number(), value: z.number().nullable() })
/** A group of tasks summed up; cancelled and draft tasks are not in the rates. */
const LedgerTotals = z
  .object({
    taskCount: z.int(),
    lightCounts: z.record(z.enum(LIGHTS), z.int()),
    closedOutCount: z.int(),
    trajectoryAttainment: Rate,
    taskCompletionRate: Rate,
  })
  .meta({ id: 'LedgerTotals' })

/** Counts by light and the rates for a filter: altogether, and for each group in the groups' own order. */
export const getTaskTotals = endpoint({
  operationId: 'getTaskTotals',
  method: 'GET',
  path: '/api/task-totals',
  summary: 'Totals of the ledger for a filter, by group',
  query: LedgerFilter.extend({ by: z.enum(LEDGER_GROUPS).default('none') }),
  response: z.object({
    total: LedgerTotals,
    groups: z.array(
      LedgerTotals.extend({
        /** The pillar's, unit's or leader's id, or the source type; null where the tasks name none. */
        key: z.string().nullable(),
        /** Empty for sources and for the group that names none. */
        name: z.string(),
      }),
    ),
  }),
})

/** What is shown, as a workbook: the same filters and order, the chosen columns. */
export const exportTasks = endpoint({
  operationId: 'exportTasks',
  method: 'GET',
  path: '/api/task-export',
  summary: 'The ledger as xlsx',
  query: LedgerFilter.extend(LedgerOrder.shape).extend({
    /** Keys of the columns in their order; what a task is known by is always among them. */
    columns: several(z.enum(LEDGER_COLUMN_KEYS)).optional(),
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  answers: 'file',
  response: z.unknown(),
})

const ViewName = z.string().trim().min(1).max(30)
/** The ledger's address behind the question mark: filters, order, grouping and columns. */
const Search = z.string().max(4000)
/** A view of the ledger that its owner keeps: filters, order, grouping and columns under a name. */
export const SavedView = z
  .object({ id: z.uuid(), name: z.string(), search: z.string(), position: z.int() })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof SavedView>

/** The asker's own views, in their order. */
export const listViews = endpoint({
  operationId: 'listViews',
  method: 'GET',
  path: '/api/saved-views',
  summary: 'My saved views of the ledger',
  response: z.object({ items: z.array(SavedView) }),
})

/** Refuses already_exists where one of mine has the name. */
export const createView = endpoint({
  operationId: 'createView',
  method: 'POST',
  path: '/api/saved-views',
  summary: 'Save a view of the ledger',
  status: 201,
  body: z.object({ name: ViewName, search: Search }),
  response: SavedView,
})

/** Changes one of the asker’s own views. Refuses not_found. */
export const updateView = endpoint({
  operationId: 'updateView',
  method: 'PATCH',
  path: '/api/saved-views/:viewId',
  summary: 'Rename, redefine or move a saved view',
  params: z.object({ viewId: z.uuid() }),
  body: z.object({ name: ViewName, search: Search, position: z.int().min(0).max(1000) }).partial(),
  response: SavedView,
})

/** Takes one of the asker’s own views away. Refuses not_found. */
export const retireView = endpoint({
  operationId: 'retireView',
  method: 'DELETE',
  path: '/api/saved-views/:viewId',
  summary: 'Take a saved view away',
  params: z.object({ viewId: z.uuid() }),
  response: z.object({}),
})
