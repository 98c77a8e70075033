import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** Whether I have a calendar address, and since when. */
export const getFeed = endpoint({
  operationId: 'getFeed',
  method: 'GET',
  path: '/api/account/feed',
  summary: 'Whether I have a calendar address',
  response: z.object({ createdAt: z.iso.datetime().nullable() }),
})

/** Makes a new address; the one before it is void. The secret is answered this once. */
export const createFeed = endpoint({
  operationId: 'createFeed',
  method: 'POST',
  path: '/api/account/feed',
  summary: 'Make a new calendar address',
  status: 201,
  secret: true,
  response: z.object({ secret: z.string() }),
})

/** Makes the address void. */
export const revokeFeed = endpoint({
  operationId: 'revokeFeed',
  method: 'DELETE',
  path: '/api/account/feed',
  summary: 'Make my calendar address void',
  response: z.object({}),
})

/** The calendar itself, for programs that subscribe to it: whoever knows the address reads it. */
export const readFeed = endpoint({
  operationId: 'readFeed',
  method: 'GET',
  path: '/api/feeds/:file',
  summary: 'What is due to one person, as an iCalendar',
  params: z.object({ file: z.string().max(100) }),
  answers: 'file',
  perMinute: 120,
  response: z.string(),
})
