import { z } from 'zod'
import { TASK_KINDS } from '../tasks/task.ts'

const Day = z.iso.date()

/** The cells of a drafted row as an officer leaves them: what would be registered. Ids, never names. */
export const Cells = z
  .object({
    title: z.string().trim().max(500),
    /** Null until the row has one; no row is accepted without. */
    pillarId: z.uuid().nullable(),
    kind: z.enum(TASK_KINDS),
    leadUnitId: z.uuid().nullable(),
    supports: z
      .array(
        z.object({
          unitId: z.uuid(),
          deliverable: z.string().trim().max(300).default(''),
          dueOn: Day.nullable().default(null),
        }),
      )
      .max(60),
    leaderId: z.uuid().nullable(),
    assigneeId: z.uuid().nullable(),
    dueOn: Day.nullable(),
    /** Steps with dates; a step whose words name no day has none yet and is left out when the task is created. */
    milestones: z.array(z.object({ title: z.string().trim().min(1).max(200), dueOn: Day.nullable() })).max(60),
    target: z.object({ value: z.number(), measure: z.string().trim().min(1).max(30) }).nullable(),
    evidence: z.string().trim().max(500),
    /** The office takes the wording as it is, though a number, a result or a proof is missing; absent means no. */
    targetAsWorded: z.boolean().optional(),
  })
  .meta({ id: 'DraftCells' })
export type Cells = z.infer<typeof Cells>
export type CellName = keyof Cells

/** Some cells of a row, as they shall be from now on; the others stay. */
export const CellChanges = Cells.partial().meta({ id: 'DraftCellChanges' })
export type CellChanges = z.infer<typeof CellChanges>

/** The cells in the order of the form. */
export const CELL_NAMES = Object.keys(Cells.shape) as CellName[]

/** Which cell a doubt stands at. */
const DOUBT_FIELDS = [
  'text',
  'lead',
  'supporting',
  'leaders',
  'deadline',
  'milestones',
  'kind',
  'target',
  'evidence',
  'code',
  'pillar',
  'assignee',
] as const
export type DoubtField = (typeof DOUBT_FIELDS)[number]

/**
 * Why a cell waits for a person: the reader's doubts (draft.ts) and those that show once the organization is known.
 * - `no_pillar`: no heading or column names a pillar of the plan; `choices` are the plan's pillars
 * - `collective_support`: a collective name supports (各镇（街道）, 各村); `choices` are the units it means, none where none is listed
 * - `unknown_person`: a name that is nobody's here, `facts.name`
 * - `several_people`: a name that several people bear, `facts.name`
 * - `carried_over`: a task like it stands unfinished in an earlier plan: `facts.year`, `facts.name`, `facts.score`
 * - `in_other_import`: a row like it stands in another document under review: `facts.name`, `facts.score`
 * - `unknown_code`: a ledger row whose code is no task of the plan, `facts.code`
 */
const REVIEW_DOUBTS = [
  'several_leads',
  'no_lead',
  'collective_lead',
  'no_date',
  'vague_date',
  'several_dates',
  'no_measure',
  'vague_verb',
  'two_tasks',
  'unknown_unit',
  'several_units',
  'similar_task',
  'same_in_document',
  'year_assumed',
  'unread_cell',
  'no_pillar',
  'collective_support',
  'unknown_person',
  'several_people',
  'unknown_code',
  'carried_over',
  'in_other_import',
] as const
export type ReviewDoubtCode = (typeof REVIEW_DOUBTS)[number]

/** A doubt that waits for a decision. `id` is stable inside its draft. */
export const ReviewDoubt = z
  .object({
    id: z.string(),
    field: z.enum(DOUBT_FIELDS),
    code: z.enum(REVIEW_DOUBTS),
    /** What one can choose: `value` is a unit's, person's, pillar's or task's id, an ISO date, or a text; null where a name is unknown. */
    choices: z.array(z.object({ value: z.string().nullable(), label: z.string() })),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'ReviewDoubt' })
export type ReviewDoubt = z.infer<typeof ReviewDoubt>

export const DRAFT_STATES = ['pending', 'accepted', 'discarded', 'merged'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

export const IMPORT_STATES = ['review', 'confirmed', 'undone'] as const
export type ImportState = (typeof IMPORT_STATES)[number]
