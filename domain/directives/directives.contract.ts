import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { TASK_STATES } from '../tasks/task.ts'
import { Day, Ref } from '../tasks/tasks.contract.ts'
import { MOST_PAGES, PAGE_TYPES } from './pages.ts'
import { DIRECTIVE_STATES } from './standing.ts'
import { URGENCIES } from './urgency.ts'

const Instant = z.iso.datetime()
const params = z.object({ directiveId: z.uuid() })
/** As it was written: not even blanks at its ends are taken away. */
const Verbatim = z.string().min(1).max(4000)
const Words = z.string().trim().max(2000)
const Urgent = z.enum(URGENCIES)
const LimitBy = z.enum(['urgency', 'text'])
const PageIds = z.array(z.uuid()).max(MOST_PAGES)

/** A directive by its number: 2026年批示第12号. */
const DirectiveRef = z.object({ id: z.uuid(), year: z.int(), number: z.int() }).meta({ id: 'DirectiveRef' })
export type DirectiveRef = z.infer<typeof DirectiveRef>

/** What a list shows of a directive. */
export const DirectiveView = DirectiveRef.extend({
  text: z.string(),
  writtenBy: Ref,
  writtenOn: Day,
  urgency: Urgent,
  state: z.enum(DIRECTIVE_STATES),
  /** The limit as registered; `currentDueOn` with the later dates that were granted. */
  dueOn: Day,
  currentDueOn: Day,
  /** Working days to the limit, negative beyond it; null where no answer is owed. */
  workdaysLeft: z.int().nullable(),
  closedOn: Day.nullable(),
  leadUnits: z.array(Ref),
  pageCount: z.int(),
  restricted: z.boolean(),
  parent: DirectiveRef.nullable(),
}).meta({ id: 'Directive' })
export type DirectiveView = z.infer<typeof DirectiveView>

/** The parts in which directives are listed. */
export const DIRECTIVE_SHOWS = ['open', 'toAssign', 'toAnswer', 'overdue', 'toLeader', 'closed', 'all'] as const

const Filter = z.object({
  /**
   * `open`: all that are neither closed nor withdrawn; `toAssign`: no unit has it yet; `toAnswer`: its units owe the
   * answer; `overdue`: one of these two, and the limit has passed.
   */
  show: z.enum(DIRECTIVE_SHOWS).default('open'),
  writerId: z.uuid().optional(),
  urgency: Urgent.optional(),
  /** Only what this unit leads. */
  unitId: z.uuid().optional(),
})
export type DirectiveFilter = z.infer<typeof Filter>

/** Directives that I may see, the latest number first. */
export const listDirectives = endpoint({
  operationId: 'listDirectives',
  method: 'GET',
  path: '/api/directives',
  summary: 'Directives',
  query: PageQuery.extend(Filter.shape),
  response: pageOf(DirectiveView).extend({
    /** How many each choice of `show` has, whichever is asked for. */
    counts: z.record(z.enum(DIRECTIVE_SHOWS), z.int()),
    /** The leaders whose directives I may see. */
    writers: z.array(Ref),
  }),
})

/** The directives that pass the filter, as xlsx. Refuses export_too_slow, export_too_heavy. */
export const exportDirectives = endpoint({
  operationId: 'exportDirectives',
  method: 'GET',
  path: '/api/directive-export',
  summary: 'The list of directives as xlsx',
  query: Filter.extend({ language: z.enum(['zh', 'en']).default('zh') }),
  answers: 'file',
  response: z.unknown(),
})

const AnswerView = z
  .object({
    number: z.int(),
    directiveId: z.uuid(),
    done: z.string(),
    result: z.string(),
    by: Ref,
    at: Instant,
  })
  .meta({ id: 'DirectiveAnswer' })

const TaskOfDirective = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    state: z.enum(TASK_STATES),
    leadUnit: Ref.nullable(),
    supportingUnits: z.array(z.string()),
    leader: Ref.nullable(),
    dueOn: Day.nullable(),
    /** The further instruction under which it goes on; null where it is answered here. */
    goesOnIn: DirectiveRef.nullable(),
    signedOff: z.object({ on: Day, by: Ref.nullable() }).nullable(),
    /** The latest first. */
    answers: z.array(AnswerView),
    may: z.object({ answer: z.boolean(), agree: z.boolean(), instruct: z.boolean() }),
  })
  .meta({ id: 'DirectiveTask' })
export type TaskOfDirective = z.infer<typeof TaskOfDirective>

const LinkOfChain = DirectiveRef.extend({
  parentId: z.uuid().nullable(),
  text: z.string(),
  writtenBy: Ref,
  writtenOn: Day,
  state: z.enum(DIRECTIVE_STATES),
  currentDueOn: Day,
}).meta({ id: 'DirectiveLink' })

/** Everything the page of a directive shows. */
export const DirectivePage = DirectiveView.extend({
  paper: z.object({ title: z.string(), number: z.string() }),
  limitBy: LimitBy,
  registeredOn: Day,
  registeredAt: Instant,
  registeredBy: Ref,
  pages: z.array(
    z.object({ position: z.int(), name: z.string(), mediaType: z.enum(PAGE_TYPES), size: z.int(), addedAt: Instant }),
  ),
  /** This directive, what it follows from, and what followed on it, as far as the reader may see; by number. */
  chain: z.array(LinkOfChain),
  tasks: z.array(TaskOfDirective),
  withdrawal: z.object({ reason: z.string(), by: Ref, on: Day }).nullable(),
  /** The latest first. */
  events: z.array(
    z.object({ at: Instant, action: z.string(), by: z.string(), unit: z.string().nullable(), reason: z.string() }),
  ),
  may: z.object({ assign: z.boolean(), addPages: z.boolean(), withdraw: z.boolean() }),
}).meta({ id: 'DirectivePage' })
export type DirectivePage = z.infer<typeof DirectivePage>

/** One directive with its pages, tasks, answers and chain. Refuses not_found where the asker may not see it. */
export const getDirective = endpoint({
  operationId: 'getDirective',
  method: 'GET',
  path: '/api/directives/:directiveId',
  summary: 'One directive with its pages, tasks, answers and chain',
  params,
  response: DirectivePage,
})

/** By when a directive registered today is answered, for every urgency, and how that was counted. */
export const foreseeDirectiveLimits = endpoint({
  operationId: 'foreseeDirectiveLimits',
  method: 'GET',
  path: '/api/directive-limits',
  summary: 'The limits of a directive registered today',
  response: z.object({
    items: z.array(
      z.object({
        urgency: Urgent,
        count: z.int(),
        unit: z.enum(['workdays', 'days']),
        from: Day,
        dueOn: Day,
        /** The rest day it would have ended on. */
        movedFrom: Day.nullable(),
      }),
    ),
  }),
})

/**
 * Takes one page, before its directive is registered or after. Its content decides what it is, not its name. Refuses
 * page_empty, page_too_large, page_kind_unknown, page_cut_off.
 */
export const uploadDirectivePage = endpoint({
  operationId: 'uploadDirectivePage',
  method: 'POST',
  path: '/api/directive-pages',
  summary: 'Upload a page of a directive',
  status: 201,
  receives: 'bytes',
  query: z.object({ name: z.string().trim().min(1).max(300) }),
  response: z.object({ id: z.uuid(), name: z.string(), mediaType: z.enum(PAGE_TYPES), size: z.int() }),
})

/** A page as it came. */
export const getDirectivePage = endpoint({
  operationId: 'getDirectivePage',
  method: 'GET',
  path: '/api/directives/:directiveId/pages/:position',
  summary: 'A page of a directive as received',
  params: params.extend({ position: z.coerce.number().int().min(1).max(MOST_PAGES) }),
  answers: 'file',
  response: z.unknown(),
})

/** Lead units, one task each, and what the office says of them. */
const Assignment = z.object({
  leadUnitIds: z.array(z.uuid()).min(1).max(20),
  supports: z
    .array(z.object({ unitId: z.uuid(), deliverable: z.string().trim().max(300).default('') }))
    .max(60)
    .default([]),
  leaderId: z.uuid(),
  pillarId: z.uuid(),
  /** What the tasks are called; empty for the directive's first sentence. */
  title: z.string().trim().max(200).default(''),
})
export type Assignment = z.infer<typeof Assignment>

/** A directive as it is registered. */
const Registration = z.object({
  writerId: z.uuid(),
  writtenOn: Day,
  text: Verbatim,
  paperTitle: z.string().trim().max(300).default(''),
  paperNumber: z.string().trim().max(100).default(''),
  urgency: Urgent,
  /** The day that the directive itself names; it wins over the urgency's limit. */
  dueOn: Day.nullable().default(null),
  restricted: z.boolean().default(false),
  pageIds: PageIds.default([]),
  assignment: Assignment.nullable().default(null),
})
export type Registration = z.infer<typeof Registration>

/**
 * Registers a directive and, where lead units are named, makes and assigns their tasks, all in one transaction. Refuses
 * directive_own_only, directive_writer_no_leader, directive_units_by_office, directive_written_ahead,
 * directive_day_past, page_unknown, pages_too_many, plan_closed, invalid_input.
 */
export const createDirective = endpoint({
  operationId: 'createDirective',
  method: 'POST',
  path: '/api/directives',
  summary: 'Register a directive',
  status: 201,
  body: Registration,
  response: DirectiveRef.extend({ taskIds: z.array(z.uuid()) }),
})

/** The office hands it to lead units: one task each. Refuses office_only, directive_ended, and as createDirective. */
export const assignDirective = endpoint({
  operationId: 'assignDirective',
  method: 'POST',
  path: '/api/directives/:directiveId/assignment',
  summary: 'Hand a directive to lead units',
  params,
  body: Assignment,
  response: z.object({ taskIds: z.array(z.uuid()) }),
})

/** Adds uploaded pages behind those it has. Refuses directive_ended, page_unknown, pages_too_many. */
export const addDirectivePages = endpoint({
  operationId: 'addDirectivePages',
  method: 'POST',
  path: '/api/directives/:directiveId/pages',
  summary: 'Add pages to a directive',
  params,
  body: z.object({ pageIds: PageIds.min(1) }),
  response: z.object({ pageCount: z.int() }),
})

/** Takes a mistaken registration back. Refuses directive_with_unit, directive_ended, directive_words_missing. */
export const withdrawDirective = endpoint({
  operationId: 'withdrawDirective',
  method: 'POST',
  path: '/api/directives/:directiveId/withdrawal',
  summary: 'Take the registration of a directive back',
  params,
  body: z.object({ reason: Words }),
  response: z.object({ id: z.uuid(), state: z.enum(DIRECTIVE_STATES) }),
})

const AfterStep = z.object({ id: z.uuid(), state: z.enum(TASK_STATES), version: z.int() })

/**
 * The lead unit's head answers: completion is asked for, and every open milestone is claimed with it. Refuses
 * lead_head_only, supports_open, task_wrong_state, directive_words_missing, directive_went_on.
 */
export const answerDirective = endpoint({
  operationId: 'answerDirective',
  method: 'POST',
  path: '/api/directives/:directiveId/answers',
  summary: 'Answer a directive and ask for completion',
  params,
  body: z.object({ taskId: z.uuid(), done: Words, result: Words }),
  response: AfterStep,
})

/**
 * The leader writes on an answer instead of agreeing: the task is taken up again under a directive of its own. Refuses
 * directive_writer_signs, task_wrong_state, day_not_ahead, directive_words_missing, directive_went_on.
 */
export const instructOnDirective = endpoint({
  operationId: 'instructOnDirective',
  method: 'POST',
  path: '/api/directives/:directiveId/further-instructions',
  summary: 'Write a further instruction on an answer',
  status: 201,
  params,
  body: z.object({
    taskId: z.uuid(),
    text: z.string().min(1).max(2000),
    urgency: Urgent,
    dueOn: Day.nullable().default(null),
  }),
  response: DirectiveRef,
})
