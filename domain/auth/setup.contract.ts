import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Password, UserName } from './auth.contract.ts'

/** A person whom the first run makes, with the password they choose themselves. */
const FirstPerson = z.object({ name: z.string().trim().min(1).max(60), userName: UserName, password: Password })
/** A pillar's name and the one to four characters that stand for it in task codes (26-工-017). */
const FirstPillar = z.object({ name: z.string().trim().min(1).max(30), mark: z.string().trim().min(1).max(4) })

/** Whether the installation still waits for its first run, and what to suggest there. */
export const getSetup = endpoint({
  operationId: 'getSetup',
  method: 'GET',
  path: '/api/setup',
  summary: 'Is the first run still to come?',
  response: z.object({
    needed: z.boolean(),
    suggestion: z.object({ planYear: z.int(), pillars: z.array(FirstPillar) }),
  }),
})

/**
 * The first run, in one transaction: the organization, its system administrator, optionally the first person of the
 * supervision office, the plan with its pillars, and the working calendar. `link` is the secret printed at start.
 * Refuses setup_link_invalid, setup_done, password_weak, already_exists.
 */
export const createSetup = endpoint({
  operationId: 'createSetup',
  method: 'POST',
  path: '/api/setup',
  summary: 'Set the installation up',
  status: 201,
  body: z.object({
    link: z.string().min(20).max(100),
    organizationName: z.string().trim().min(1).max(100),
    administrator: FirstPerson,
    /** Recommended: the administrator sees no business, so without an office nobody can start. */
    office: FirstPerson.optional(),
    planYear: z.int().min(2000).max(2100),
    pillars: z.array(FirstPillar).min(1).max(30),
    /** `national`: the State Council's holidays and make-up workdays; `weekdays`: Monday to Friday only. */
    calendar: z.enum(['national', 'weekdays']),
  }),
  response: z.object({ organizationId: z.uuid() }),
})
