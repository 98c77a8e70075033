import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/**
 * Server-sent events: `change` whenever something in the organization has changed, so that a page reads again what it
 * shows; nothing of what changed travels. `: still here` in between keeps the line open. Ends with the session.
 */
export const followChanges = endpoint({
  operationId: 'followChanges',
  method: 'GET',
  path: '/api/changes',
  summary: 'Follow that something changed (server-sent events)',
  answers: 'stream',
  response: z.string(),
})
