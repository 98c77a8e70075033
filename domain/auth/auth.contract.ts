import { z } from 'zod'
import { ROLES } from '../access/actor.ts'
import { endpoint } from '../endpoint.ts'
import { LANGUAGES } from '../refusal.ts'

/** What one signs in with: no blanks, at most one @, at most 60 characters. */
export const UserName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\s@]+(@[^\s@]+)?$/u)
/** A password as typed; its rules are in password-rules.ts, so that a weak one gets its own sentence. */
export const Password = z.string().min(1).max(200)

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

/** Signs in: sets the session cookie. Refuses wrong_credentials, account_locked, account_disabled, too_many_requests. */
export const createSession = endpoint({
  operationId: 'createSession',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Sign in',
  status: 201,
  body: z.object({ userName: z.string().trim().min(1).max(60), password: Password }),
  response: z.object({ mustChangePassword: z.boolean() }),
})

/** Who is signed in, and what the web needs to draw their pages. Refuses not_signed_in. */
export const getSession = endpoint({
  operationId: 'getSession',
  method: 'GET',
  path: '/api/sessions/current',
  summary: 'Who is signed in',
  response: SessionView,
})

/** Ends the asker’s own session; the cookie is void from then on. */
export const endSession = endpoint({
  operationId: 'endSession',
  method: 'DELETE',
  path: '/api/sessions/current',
  summary: 'Sign out',
  response: z.object({}),
})

/** One place where the asker is signed in. */
export const SessionPlace = z
  .object({
    startedAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    address: z.string(),
    /** The browser's own words about itself (User-Agent). */
    browser: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'SessionPlace' })
export type SessionPlace = z.infer<typeof SessionPlace>

/** The asker's sessions that are alive, the newest first; at most 100. */
export const listSessions = endpoint({
  operationId: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Where the asker is signed in',
  response: z.object({ items: z.array(SessionPlace) }),
})

/** Signs out everywhere else: only the asking session stays. */
export const endOtherSessions = endpoint({
  operationId: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/sessions/others',
  summary: 'Sign out everywhere else',
  response: z.object({ endedCount: z.int() }),
})

/**
 * Changes the own password and ends the own sessions elsewhere. Refuses wrong_current_password (which counts as a
 * failed sign-in), account_locked, password_weak, password_reused, session_needed, too_many_requests (while another
 * change of the same person is under way).
 */
export const changePassword = endpoint({
  operationId: 'changePassword',
  method: 'PUT',
  path: '/api/account/password',
  summary: 'Change the own password',
  secret: true,
  body: z.object({ currentPassword: Password, newPassword: Password }),
  response: z.object({}),
})

/** Sets the language in which the asker is answered from now on, on every machine. */
export const changeLanguage = endpoint({
  operationId: 'changeLanguage',
  method: 'PUT',
  path: '/api/account/language',
  summary: 'Change the own language',
  body: z.object({ language: z.enum(LANGUAGES) }),
  response: z.object({}),
})

/** A personal API token as its owner sees it; the secret itself is shown only once. */
export const TokenView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    /** The last office day on which it works. */
    expiresOn: z.iso.date(),
    usedOn: z.iso.date().nullable(),
    expired: z.boolean(),
  })
  .meta({ id: 'Token' })
export type TokenView = z.infer<typeof TokenView>

/** The asker's tokens that are not revoked, the newest first; at most 50 (createToken refuses more). */
export const listTokens = endpoint({
  operationId: 'listTokens',
  method: 'GET',
  path: '/api/tokens',
  summary: 'The own API tokens',
  response: z.object({ items: z.array(TokenView) }),
})

/** Makes a token; `secret` is answered this once. Refuses token_expiry, too_many_tokens, session_needed. */
export const createToken = endpoint({
  operationId: 'createToken',
  method: 'POST',
  path: '/api/tokens',
  summary: 'Make an API token',
  status: 201,
  secret: true,
  body: z.object({ name: z.string().trim().min(1).max(60), expiresOn: z.iso.date() }),
  response: z.object({ token: TokenView, secret: z.string() }),
})

/** Ends one of the asker’s own tokens at once. Refuses not_found. */
export const revokeToken = endpoint({
  operationId: 'revokeToken',
  method: 'DELETE',
  path: '/api/tokens/:tokenId',
  summary: 'Revoke an API token',
  params: z.object({ tokenId: z.uuid() }),
  response: z.object({}),
})
