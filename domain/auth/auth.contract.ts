import { z } from 'zod'
import { ROLES } from '../access/actor.ts'
import { endpoint } from '../endpoint.ts'
import { LANGUAGES } from '../refusal.ts'

const UserName = z.string().trim().min(1).max(60)
const Password = z.string().min(1).max(200)

/** Who is signed in, and what the web needs to draw their pages. */
export const SessionView = z
  .object({
    person: z.object({ id: z.uuid(), name: z.string(), userName: z.string(), language: z.enum(LANGUAGES) }),
    organization: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() }),
    posts: z.array(
      z.object({
        role: z.enum(ROLES),
        unitId: z.uuid().nullable(),
        unitName: z.string().nullable(),
        title: z.string(),
      }),
    ),
    portfolio: z.object({ unitIds: z.array(z.uuid()), pillarIds: z.array(z.uuid()) }),
    /** The office's day, by the server's clock. */
    today: z.iso.date(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

/** Signs in: sets the session cookie. Refuses wrong_credentials, account_locked, account_disabled. */
export const createSession = endpoint({
  operationId: 'createSession',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Sign in',
  status: 201,
  body: z.object({ userName: UserName, password: Password }),
  response: z.object({ mustChangePassword: z.boolean() }),
})

export const getSession = endpoint({
  operationId: 'getSession',
  method: 'GET',
  path: '/api/sessions/current',
  summary: 'Who is signed in',
  response: SessionView,
})

export const endSession = endpoint({
  operationId: 'endSession',
  method: 'DELETE',
  path: '/api/sessions/current',
  summary: 'Sign out',
  response: z.object({}),
})
