import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Password, UserName } from './auth.contract.ts'

/** A person whom the first run makes, with the password they choose themselves. */
const FirstPerson = z.object({ name: z.string().trim().min(1).max(60), userName: UserName, password: Password })
/** A pillar's name and the one to four characters that stand for it in task codes (26-工-017). */
const FirstPillar = z.object({
  name: z.string().trim().min(1).max(30),
  mark: z
    .string()
    .trim()
    .min(1)
    .max(4)
    .regex(/^[\p{L}\p{N}]+$/u),
})
const PlanYear = z.coerce.number().int().min(2000).max(2100)
/** A day that differs from Monday to Friday: a holiday, or a weekend day that is worked. */
const CalendarDay = z.object({ on: z.iso.date(), workday: z.boolean(), name: z.string().trim().max(30) })

/** What fits a plan year: the pillars most places have, and the year's published days. */
const Suggestion = z.object({
  planYear: z.int(),
  pillars: z.array(FirstPillar),
  /** The national holidays and make-up workdays of the plan year; empty while they are not published. */
  nationalDays: z.array(CalendarDay),
})
export type Suggestion = z.infer<typeof Suggestion>

/** Whether the installation still waits for its first run, and what to suggest for a plan year (this one, if left out). */
export const getSetup = endpoint({
  operationId: 'getSetup',
  method: 'GET',
  path: '/api/setup',
  summary: 'Is the first run still to come?',
  query: z.object({ planYear: PlanYear.optional() }),
  response: z.object({
    needed: z.boolean(),
    suggestion: Suggestion,
  }),
})

/**
 * The first run, in one transaction: the organization, its system administrator, optionally the first person of the
 * supervision office, the plan with its pillars and periods, and the working calendar (the national days, and before
 * them the organization's own). `link` is the secret printed at start. Refuses setup_link_invalid, setup_done,
 * password_weak, already_exists.
 */
export const createSetup = endpoint({
  operationId: 'createSetup',
  method: 'POST',
  path: '/api/setup',
  summary: 'Set the installation up',
  status: 201,
  body: z.object({
    link: z.string().min(1).max(100),
    organizationName: z.string().trim().min(1).max(100),
    administrator: FirstPerson,
    /** Recommended: the administrator sees no business, so without an office nobody can start. */
    office: FirstPerson.optional(),
    planYear: PlanYear,
    pillars: z.array(FirstPillar).min(1).max(30),
    ownDays: z.array(CalendarDay).max(100).default([]),
  }),
  response: z.object({ organizationId: z.uuid() }),
})
