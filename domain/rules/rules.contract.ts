import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { STEP_LIMITS } from '../tasks/limits.ts'
import { SupervisionRules } from './rules.ts'

const RuleSet = z
  .object({
    /** 0 for what comes with the product. */
    version: z.int(),
    /** Null for what comes with the product. */
    effectiveOn: z.iso.date().nullable(),
    rules: SupervisionRules,
    savedBy: z.string().nullable(),
    savedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SupervisionRuleSet' })
export type RuleSetView = z.infer<typeof RuleSet>

/** The rules that hold today, and every version there was, the latest first. */
export const getSupervisionRules = endpoint({
  operationId: 'getSupervisionRules',
  method: 'GET',
  path: '/api/supervision-rules',
  summary: 'The rules of lights, limits of steps, later dates and difficulties',
  response: z.object({ current: RuleSet, versions: z.array(RuleSet) }),
})

/** Saves rules as the next version; former versions stay. Refuses rules_past, rules_changed, rules_clash. */
export const saveSupervisionRules = endpoint({
  operationId: 'saveSupervisionRules',
  method: 'PUT',
  path: '/api/supervision-rules',
  summary: 'Set the rules of lights, limits of steps, later dates and difficulties',
  body: z.object({
    /** The latest version when they were edited. */
    version: z.int().min(0),
    effectiveOn: z.iso.date(),
    rules: SupervisionRules,
  }),
  response: z.object({ version: z.int(), effectiveOn: z.iso.date() }),
})

/** Which tasks these rules would colour otherwise today, by the function that colours them, and which limits would be over; changes nothing. */
export const previewSupervisionRules = endpoint({
  operationId: 'previewSupervisionRules',
  method: 'POST',
  path: '/api/supervision-rule-previews',
  summary: 'What rules would change today',
  body: PageQuery.extend({ rules: SupervisionRules }),
  response: pageOf(
    z.object({ id: z.uuid(), code: z.string(), title: z.string(), from: z.enum(LIGHTS), to: z.enum(LIGHTS) }),
  ).extend({
    taskCount: z.int(),
    changedCount: z.int(),
    /** How many go from one light to another. */
    /** How many wait under each limit of a task’s steps; how many are late, and would be had these limits held. */
    limits: z.array(z.object({ limit: z.enum(STEP_LIMITS), waiting: z.int(), late: z.int(), triedLate: z.int() })),
    moves: z.array(z.object({ from: z.enum(LIGHTS), to: z.enum(LIGHTS), count: z.int() })),
  }),
})
