import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { MESSAGE_KINDS, type MessageKind } from '../messages/kinds.ts'
import { NOTICE_LEVELS } from '../notices/notice.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { UrgeRules } from './rules.ts'

const KINDS = Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]
const Facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
)
const RuleSet = z
  .object({
    /** 0 for what comes with the product. */
    version: z.int(),
    effectiveOn: z.iso.date(),
    rules: UrgeRules,
    savedBy: z.string().nullable(),
    savedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'UrgeRuleSet' })
export type UrgeRuleSetView = z.infer<typeof RuleSet>

/** The rules of urging that hold today, and those that will. */
export const getUrgeRules = endpoint({
  operationId: 'getUrgeRules',
  method: 'GET',
  path: '/api/urge-rules',
  summary: 'The rules of urging',
  response: z.object({
    current: RuleSet,
    /** The latest version where it does not hold yet. */
    upcoming: RuleSet.nullable(),
    /** What was sent by rule today; null while today's round has not run. */
    sentToday: z.int().nullable(),
  }),
})

/** Saves rules as the next version; former versions stay. Refuses urge_rules_past, urge_stage_twice, urge_level_missing. */
export const saveUrgeRules = endpoint({
  operationId: 'saveUrgeRules',
  method: 'PUT',
  path: '/api/urge-rules',
  summary: 'Set the rules of urging',
  body: z.object({
    /** The latest version when they were edited. */
    version: z.int().min(0),
    effectiveOn: z.iso.date(),
    rules: UrgeRules,
  }),
  response: z.object({ version: z.int(), effectiveOn: z.iso.date() }),
})

/** What the rules would send, worked out by the same function as the round itself; changes nothing. */
export const previewUrges = endpoint({
  operationId: 'previewUrges',
  method: 'POST',
  path: '/api/urge-previews',
  summary: 'What rules of urging would send',
  body: PageQuery.extend({ effectiveOn: z.iso.date(), rules: UrgeRules }),
  response: pageOf(
    z.object({
      key: z.string(),
      kind: z.enum(KINDS),
      facts: Facts,
      to: z.array(z.object({ id: z.uuid(), name: z.string() })),
      notice: z.object({ level: z.enum(NOTICE_LEVELS), issue: z.enum(['confirmed', 'automatic']) }).nullable(),
    }),
  ).extend({
    /** The day it is worked out for: today, or the next working day where today's round is over. */
    on: z.iso.date(),
    urgeCount: z.int(),
    personCount: z.int(),
    noticeCount: z.int(),
  }),
})

/** The office urges tasks by hand; each is answered for itself. Refuses urged_already, not_urgeable. */
export const urgeTasks = endpoint({
  operationId: 'urgeTasks',
  method: 'POST',
  path: '/api/task-urges',
  summary: 'Urge tasks by hand',
  body: z.object({ taskIds: z.array(z.uuid()).min(1).max(500), note: z.string().trim().max(500).default('') }),
  response: z.object({
    done: z.array(z.uuid()),
    refused: z.array(z.object({ id: z.uuid(), code: z.string(), message: z.string() })),
  }),
})

const TaskUrge = z
  .object({
    id: z.uuid(),
    urgedAt: z.iso.datetime(),
    /** Who did it by hand; null for a rule. */
    by: z.string().nullable(),
    kind: z.enum(KINDS),
    facts: Facts,
    to: z.array(z.string()),
  })
  .meta({ id: 'TaskUrge' })
export type TaskUrge = z.infer<typeof TaskUrge>

/** How a task was urged, the latest first, and whether it can be urged by hand now. */
export const listTaskUrges = endpoint({
  operationId: 'listTaskUrges',
  method: 'GET',
  path: '/api/tasks/:taskId/urges',
  summary: 'How a task was urged',
  params: z.object({ taskId: z.uuid() }),
  query: PageQuery,
  response: pageOf(TaskUrge).extend({
    /** Why it cannot be urged by hand now; null where it can. */
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  }),
})
