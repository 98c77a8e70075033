import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { Day, Ref } from '../tasks/tasks.contract.ts'
import { ANSWERING_POSTS } from './clock.ts'
import { ANSWER_KINDS, DIFFICULTY_CAUSES, DIFFICULTY_KINDS, DIFFICULTY_STATES } from './difficulty.ts'
import { HAPPENING_KINDS, RAISE_CAUSES } from './happening.ts'
import { DIFFICULTY_STEP_NAMES } from './table.ts'
import { DIFFICULTY_WAITS } from './waiting.ts'

const LevelNumber = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** The post a clock runs against, the unit where it is one's head, and who holds it today. */
const AnswererView = z.object({
  post: z.enum(ANSWERING_POSTS),
  unit: Ref.nullable(),
  people: z.array(Ref.extend({ title: z.string() })),
})

/** A difficulty as the board and lists show it. */
export const DifficultyView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    kind: z.enum(DIFFICULTY_KINDS),
    cause: z.enum(DIFFICULTY_CAUSES),
    state: z.enum(DIFFICULTY_STATES),
    level: LevelNumber,
    /** Its task; null for a counterpart that may not see the task itself. */
    task: z.object({ id: z.uuid(), code: z.string(), title: z.string() }).nullable(),
    raisedUnit: Ref,
    raisedBy: Ref,
    raisedOn: Day,
    counterpart: Ref.nullable(),
    wantedOn: Day,
    /** Null once it is confirmed, closed or withdrawn. */
    answerer: AnswererView.nullable(),
    /** Working days; `workdaysLeft` is 0 on the last day and negative once it has run out. */
    clock: z.object({ startedOn: Day, lastOn: Day, limitWorkdays: z.int(), workdaysLeft: z.int() }).nullable(),
    answer: z.object({ kind: z.enum(ANSWER_KINDS), words: z.string(), dueOn: Day.nullable() }).nullable(),
    ruling: z.object({ unit: Ref, words: z.string(), dueOn: Day }).nullable(),
    solvedWords: z.string(),
    /** The units of a ring in which it was passed, the first of them again at the end; else empty. */
    ring: z.array(Ref),
    /** What it asks of the one who asks; null while it waits on others. */
    wait: z.enum(DIFFICULTY_WAITS).nullable(),
    /** Raised before the light turned yellow, and not withdrawn: its raiser is protected from that deduction. */
    isProtected: z.boolean(),
  })
  .meta({ id: 'Difficulty' })
export type DifficultyView = z.infer<typeof DifficultyView>

/** A line of a difficulty's story; `by` is null for what a clock did. */
const StoryLine = z.object({
  ordinal: z.int(),
  kind: z.enum(HAPPENING_KINDS),
  /** The office day on which it became true; a clock's lines can be written down later than that. */
  on: Day,
  at: z.iso.datetime(),
  level: LevelNumber,
  cause: z.enum(RAISE_CAUSES).nullable(),
  by: Ref.nullable(),
  byUnit: Ref.nullable(),
  silent: z.object({ post: z.enum(ANSWERING_POSTS), unit: Ref.nullable(), person: Ref.nullable() }).nullable(),
  toUnit: Ref.nullable(),
  words: z.string(),
  dueOn: Day.nullable(),
})
export type StoryLine = z.infer<typeof StoryLine>

/** Everything a difficulty's page shows. */
export const DifficultyPage = DifficultyView.extend({
  ask: z.string(),
  consequence: z.string(),
  tried: z.string(),
  /** The light of its task on the day it was raised. */
  lightAtRaising: z.enum(LIGHTS),
  /** In the order in which it happened. */
  story: z.array(StoryLine),
  /** What the one who asks can do now; of what others do here, the refusal that says who. */
  steps: z.array(
    z.object({
      step: z.enum(DIFFICULTY_STEP_NAMES),
      allowed: z.boolean(),
      refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
}).meta({ id: 'DifficultyPage' })
export type DifficultyPage = z.infer<typeof DifficultyPage>

/** `unitId` is any part the unit has in it: raised, asked, or putting a ruling into effect. */
const DifficultyFilter = z.object({
  scope: z.enum(['open', 'ended']).default('open'),
  level: z.coerce.number().int().min(1).max(4).optional(),
  taskId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  /** Only what waits on the one who asks; or what the asker's units raised and another unit owes. */
  waiting: z.enum(['mine', 'onOthers']).optional(),
})

/** Open ones by level and then the least time left; ended ones the latest first. */
export const listDifficulties = endpoint({
  operationId: 'listDifficulties',
  method: 'GET',
  path: '/api/difficulties',
  summary: 'Difficulties, open or ended',
  query: DifficultyFilter.extend(PageQuery.shape),
  response: pageOf(DifficultyView),
})

/** How many are open, and how they stand; of what the asker may see. */
export const getDifficultyTotals = endpoint({
  operationId: 'getDifficultyTotals',
  method: 'GET',
  path: '/api/difficulty-totals',
  summary: 'Open difficulties by level, due today, overdue, waiting for confirmation',
  response: z.object({
    /** Raised or at a level: somebody must answer. */
    climbing: z.int(),
    dueToday: z.int(),
    overdue: z.int(),
    inExecution: z.int(),
    awaitingConfirmation: z.int(),
    levels: z.array(z.object({ level: LevelNumber, count: z.int(), limitWorkdays: z.int() })),
  }),
})

/** One difficulty with its whole story and the asker’s steps. Refuses not_found where the asker may not see it. */
export const getDifficulty = endpoint({
  operationId: 'getDifficulty',
  method: 'GET',
  path: '/api/difficulties/:difficultyId',
  summary: 'One difficulty with its whole story',
  params: z.object({ difficultyId: z.uuid() }),
  response: DifficultyPage,
})

const Words = z.string().trim().min(1).max(1000)

/**
 * Raises a difficulty for the asker's unit, which leads or supports the task. Refuses raising_unit_only,
 * task_not_running, counterpart_is_self, difficulty_day, not_found (task, or the unit it is asked of).
 */
export const raiseDifficulty = endpoint({
  operationId: 'raiseDifficulty',
  method: 'POST',
  path: '/api/tasks/:taskId/difficulties',
  summary: 'Raise a difficulty of a task',
  params: z.object({ taskId: z.uuid() }),
  status: 201,
  body: z.object({
    kind: z.enum(DIFFICULTY_KINDS),
    cause: z.enum(DIFFICULTY_CAUSES),
    title: z.string().trim().min(1).max(200),
    ask: Words,
    /** Of whom it is asked; null where the unit itself can solve it, or only those above. */
    counterpartId: z.uuid().nullable(),
    wantedOn: Day,
    consequence: Words,
    tried: Words,
  }),
  response: DifficultyPage,
})
