import { z } from 'zod'
import { ROLES } from '../access/actor.ts'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { PostView } from './org.contract.ts'

/** An account as administrators see it; never a password or its digest. */
export const AccountView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    userName: z.string(),
    phone: z.string().nullable(),
    posts: z.array(PostView),
    disabled: z.boolean(),
    lockedUntil: z.iso.datetime().nullable(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof AccountView>

/** Every account of the organization by user name; `find` matches name, user name, pinyin and initials. */
export const listAccounts = endpoint({
  operationId: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  summary: 'Accounts, for administrators',
  query: PageQuery.extend({
    find: z.string().trim().max(60).optional(),
    role: z.enum(ROLES).optional(),
    state: z.enum(['locked', 'disabled']).optional(),
  }),
  response: pageOf(AccountView),
})

const params = z.object({ personId: z.uuid() })

/** A one-time initial password, shown this once; it must be changed at the next sign-in, and every session ends. */
export const resetPassword = endpoint({
  operationId: 'resetPassword',
  method: 'POST',
  path: '/api/accounts/:personId/initial-password',
  summary: 'Give an account a new initial password',
  status: 201,
  secret: true,
  params,
  response: z.object({ initialPassword: z.string() }),
})

/** Ends the lock after five failures. */
export const unlockAccount = endpoint({
  operationId: 'unlockAccount',
  method: 'DELETE',
  path: '/api/accounts/:personId/lock',
  summary: 'Unlock an account',
  params,
  response: z.object({}),
})
