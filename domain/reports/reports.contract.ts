import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { PeriodView, PERIOD_KINDS } from '../plan/plan.contract.ts'
import { MILESTONE_STATES, TASK_KINDS, TASK_STATES } from '../tasks/task.ts'
import { Ref } from '../tasks/tasks.contract.ts'
import { SheetDelivery } from './deliveries.contract.ts'
import { CONFIDENCES, ROW_FIELDS, ROW_PROBLEMS } from './row.ts'
import { RETURN_REASONS, ROW_STATES, SHEET_STATES } from './sheet.ts'
import { SHEET_WAITS } from './waiting.ts'

const Day = z.iso.date()
const Instant = z.iso.datetime()
const Line = z.string().trim().max(1000)
const Text = z.string().max(1000)

/** What a unit writes about one task in one period; the domain's ReportRow on the wire. */
export const RowValues = z
  .object({
    /** Points of 100. */
    actualShare: z.number().min(0).max(100).nullable(),
    /** In the measure of the task's target. */
    actualValue: z.number().nullable(),
    /** A sheet with more than three is kept and cannot be signed. */
    done: z.array(Line).max(20),
    nextStep: Text,
    difficulty: Text,
    suggestion: Text,
    /** What proves it, a line each. */
    evidence: z.array(Line).max(20),
    confidence: z.enum(CONFIDENCES).nullable(),
    /** Milestones the unit says it has reached. */
    claimedMilestoneIds: z.array(z.uuid()).max(60),
  })
  .meta({ id: 'ReportRow' })
export type RowValues = z.infer<typeof RowValues>

/** A problem of a row; `blocks` keeps the sheet from being signed, `asks` is shown to the author first. */
const Problem = z.object({
  code: z.enum(ROW_PROBLEMS),
  field: z.enum(ROW_FIELDS),
  weight: z.enum(['blocks', 'asks']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

const ReportPeriod = PeriodView.extend({
  planId: z.uuid(),
  year: z.int(),
  /** Working days from today to the last day of the window; negative when it has closed. */
  workdaysLeft: z.int(),
}).meta({ id: 'ReportPeriod' })
export type ReportPeriod = z.infer<typeof ReportPeriod>

/** The periods of a plan in order, by today; the plan of the office's current year, else the latest, unless said. */
export const listPeriods = endpoint({
  operationId: 'listPeriods',
  method: 'GET',
  path: '/api/periods',
  summary: 'Reporting periods of a plan',
  query: z.object({ planId: z.uuid().optional() }),
  response: z.object({
    items: z.array(ReportPeriod),
    /** The one whose window is open, else the next to open, else the last; null without periods. */
    currentId: z.uuid().nullable(),
  }),
})

/** When something was done and by whom; null while it was not. */
const Done = z.object({ at: Instant, by: Ref.nullable() }).nullable()

/** One unit's sheet for one period as lists show it. Counts are of rows. */
export const SheetSummary = z
  .object({
    periodId: z.uuid(),
    unit: Ref,
    state: z.enum(SHEET_STATES),
    rowCount: z.int(),
    /** Before the office or accepted: what has been reported. */
    reportedCount: z.int(),
    /** Touched and not signed. */
    draftCount: z.int(),
    checkedCount: z.int(),
    submittedCount: z.int(),
    acceptedCount: z.int(),
    returnedCount: z.int(),
    /** When the head was asked to sign, and by whom. */
    prepared: Done,
    signed: Done,
    /** The last day on which returned rows can be signed again; null while none is returned. */
    signAgainBy: Day.nullable(),
  })
  .meta({ id: 'SheetSummary' })
export type SheetSummary = z.infer<typeof SheetSummary>

/**
 * The desk: every unit with rows, in the official order, for one period or all of a plan that have opened. Unit
 * people are given their own units only.
 */
export const listSheets = endpoint({
  operationId: 'listSheets',
  method: 'GET',
  path: '/api/sheets',
  summary: 'Who has reported and who has not',
  query: z.object({ planId: z.uuid().optional(), periodId: z.uuid().optional() }),
  response: z.object({ items: z.array(SheetSummary) }),
})

/** What waits for the one who asks, for the running head; null where nothing does. */
export const getWaitingReports = endpoint({
  operationId: 'getWaitingReports',
  method: 'GET',
  path: '/api/sheets/waiting',
  summary: 'How much reporting waits for the one who asks',
  response: z.object({ waiting: z.object({ kind: z.enum(SHEET_WAITS), count: z.int() }).nullable() }),
})

const RowMilestone = z.object({
  id: z.uuid(),
  title: z.string(),
  weight: z.number(),
  originalDueOn: Day,
  currentDueOn: Day,
  state: z.enum(MILESTONE_STATES),
})

/** One task’s row of a sheet: what is reported of it and what it is held against. Shares are points of 100. */
export const SheetRow = z
  .object({
    taskId: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.enum(TASK_KINDS),
    taskState: z.enum(TASK_STATES),
    assignee: Ref.nullable(),
    target: z.object({ value: z.number(), measure: z.string() }).nullable(),
    light: z.enum(LIGHTS),
    /** Worst first; put into words by domain/lights/sentence.ts. */
    why: z.array(Why),
    /** The planned share today and on the period's last day, in points of 100. */
    plannedShare: z.number(),
    plannedShareAtEnd: z.number(),
    /** By date, not yet accepted, or claimed in this row; those due after the period may be claimed early. */
    milestones: z.array(RowMilestone),
    /** The last period's row that stands, for comparison and as what this one is prefilled from. */
    previous: RowValues.extend({
      period: z.object({ kind: z.enum(PERIOD_KINDS), year: z.int(), number: z.int() }),
    }).nullable(),
    /** The entry; prefilled from `previous` while the row is empty. */
    values: RowValues,
    state: z.enum(ROW_STATES),
    /** The author has looked at the row and says it is right. */
    checked: z.boolean(),
    /** Null while the row is empty. */
    entryId: z.uuid().nullable(),
    /** Send it back with a change: an older one is refused. 0 while the row is empty. */
    version: z.int(),
    saved: Done,
    submittedOn: Day.nullable(),
    submittedById: z.uuid().nullable(),
    /** Why the office returned it. */
    returned: z.object({ reason: z.enum(RETURN_REASONS), note: z.string(), on: Day }).nullable(),
    decidedOn: Day.nullable(),
    problems: z.array(Problem),
  })
  .meta({ id: 'SheetRow' })
export type SheetRow = z.infer<typeof SheetRow>

/** One unit’s sheet for one period, whole: its rows, what it owes others, and what the reader may do with it. */
export const SheetView = z
  .object({
    period: ReportPeriod,
    unit: Ref,
    state: z.enum(SHEET_STATES),
    /** Heads of the unit, who can sign. */
    heads: z.array(Ref),
    prepared: Done,
    signed: Done,
    /** The office day of the signature. */
    signedOn: Day.nullable(),
    signAgainBy: Day.nullable(),
    /** In the order of their codes. */
    rows: z.array(SheetRow),
    /** What the unit owes others’ tasks by the closing of the window, and what this sheet delivered; by date. */
    deliveries: z.array(SheetDelivery),
    /** Tasks of the unit that are done and report no more. */
    closed: z.array(
      z.object({
        taskId: z.uuid(),
        code: z.string(),
        title: z.string(),
        light: z.enum(LIGHTS),
        taskState: z.enum(TASK_STATES),
        doneOn: Day.nullable(),
      }),
    ),
  })
  .meta({ id: 'Sheet' })
export type SheetView = z.infer<typeof SheetView>

const params = z.object({ periodId: z.uuid(), unitId: z.uuid() })

/** A unit's sheet for a period. Another unit's sheet does not exist for unit people (not_found). */
export const getSheet = endpoint({
  operationId: 'getSheet',
  method: 'GET',
  path: '/api/periods/:periodId/sheets/:unitId',
  summary: 'One unit’s sheet, a row per task',
  params,
  response: SheetView,
})

/**
 * Saves cells of one row; the first save also keeps what was prefilled. Changing a cell unchecks the row unless
 * `checked` says otherwise. Refuses changed_meanwhile (with who and when), window_not_open, window_closed,
 * sign_again_closed, sheet_not_editable, not_own_sheet.
 */
export const saveReportEntry = endpoint({
  operationId: 'saveReportEntry',
  method: 'PUT',
  path: '/api/periods/:periodId/sheets/:unitId/rows/:taskId',
  summary: 'Save changed cells of one row',
  params: params.extend({ taskId: z.uuid() }),
  body: z.object({
    /** The version that was changed; 0 for an empty row. */
    version: z.int().min(0),
    changes: RowValues.partial(),
    checked: z.boolean().optional(),
  }),
  response: z.object({
    entryId: z.uuid(),
    version: z.int(),
    state: z.enum(ROW_STATES),
    checked: z.boolean(),
    values: RowValues,
    saved: Done,
    problems: z.array(Problem),
  }),
})

/** The liaison asks the head to sign. Every row must be ready: refuses rows_not_ready with a sentence per row. */
export const requestSignature = endpoint({
  operationId: 'requestSignature',
  method: 'POST',
  path: '/api/periods/:periodId/sheets/:unitId/signature-request',
  summary: 'Ask the head to sign the sheet',
  params,
  body: z.object({}).default({}),
  response: z.object({ prepared: Done }),
})

/**
 * The head signs once, and all open rows are submitted; claimed milestones are claimed as of today. Nothing is
 * submitted unless every row is ready: rows_not_ready says per row what is missing. `seen` holds the versions the
 * head has read, `seenDeliveries` those of the deliverables, which are delivered with it; what changed since is refused
 * (changed_meanwhile). Refuses head_signs, window_not_open,
 * window_closed, sign_again_closed, sheet_not_editable.
 */
export const signSheet = endpoint({
  operationId: 'signSheet',
  method: 'POST',
  path: '/api/periods/:periodId/sheets/:unitId/signature',
  summary: 'Sign and submit the sheet',
  params,
  body: z.object({
    seen: z
      .array(z.object({ taskId: z.uuid(), version: z.int() }))
      .max(500)
      .default([]),
    seenDeliveries: z
      .array(z.object({ taskId: z.uuid(), version: z.int() }))
      .max(500)
      .default([]),
  }),
  response: z.object({
    state: z.enum(SHEET_STATES),
    submittedCount: z.int(),
    claimedCount: z.int(),
    deliveredCount: z.int(),
    signed: Done,
  }),
})

/**
 * The office accepts or returns rows; one refusal stops none of the others. What is accepted counts at once: its
 * milestones are done on the day they were claimed, and the light comes in the answer. What is returned is the
 * unit's again until `signAgainBy`. Refuses return_reason_missing; per row row_not_submitted, report_author_accepts,
 * changed_meanwhile, not_found.
 */
export const reviewEntries = endpoint({
  operationId: 'reviewEntries',
  method: 'POST',
  path: '/api/report-reviews',
  summary: 'Accept or return submitted rows',
  body: z.object({
    rows: z
      .array(z.object({ entryId: z.uuid(), version: z.int() }))
      .min(1)
      .max(500),
    decision: z.enum(['accept', 'return']),
    /** Needed for a return. */
    reason: z.enum(RETURN_REASONS).nullable().default(null),
    note: z.string().trim().max(1000).default(''),
  }),
  response: z.object({
    done: z.array(
      z.object({
        id: z.uuid(),
        taskId: z.uuid(),
        state: z.enum(ROW_STATES),
        light: z.enum(LIGHTS),
        why: z.array(Why),
      }),
    ),
    refused: z.array(z.object({ id: z.uuid(), code: z.string(), message: z.string() })),
  }),
})
