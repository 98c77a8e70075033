import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { FAILURES } from './attempts.ts'
import { CHANNELS } from './channel.ts'
import { DeliveryRules, OwnQuiet } from './rules.ts'

const ChannelParams = z.object({ channel: z.enum(CHANNELS) })

/** One channel, as its owner sees it: of the address no more than tells it from another. */
export const OwnChannelView = z
  .object({
    channel: z.enum(CHANNELS),
    /** Whether the office allows it and this server can use it. */
    open: z.boolean(),
    /** What is shown of the address; null where it is not chosen. */
    shown: z.string().nullable(),
    signed: z.boolean(),
  })
  .meta({ id: 'OwnChannel' })
export type OwnChannelView = z.infer<typeof OwnChannelView>

/** How I am reached outside the inbox. */
export const listOwnChannels = endpoint({
  operationId: 'listOwnChannels',
  method: 'GET',
  path: '/api/account/channels',
  summary: 'How I am reached outside the inbox',
  response: z.object({
    items: z.array(OwnChannelView),
    rules: DeliveryRules,
    /** My own hours beside the office's; null where I said nothing. */
    own: OwnQuiet.nullable(),
  }),
})

/** Sets my own quiet hours, which add to the office's. Refuses `quiet_too_long`. */
export const setOwnQuiet = endpoint({
  operationId: 'setOwnQuiet',
  method: 'PUT',
  path: '/api/account/quiet-hours',
  summary: 'Set my own quiet hours',
  body: OwnQuiet,
  response: z.object({}),
})

/** Chooses a channel. Refuses `channel_closed`, `channel_address`. */
export const chooseChannel = endpoint({
  operationId: 'chooseChannel',
  method: 'PUT',
  path: '/api/account/channels/:channel',
  summary: 'Be reached by a channel',
  params: ChannelParams,
  body: z.object({
    address: z.string().trim().min(1).max(500),
    /** What a robot's messages are signed with. */
    secret: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  secret: true,
  response: z.object({}),
})

/** Gives a channel up; what was on its way to it is not sent any more. */
export const dropChannel = endpoint({
  operationId: 'dropChannel',
  method: 'DELETE',
  path: '/api/account/channels/:channel',
  summary: 'Not be reached by a channel any more',
  params: ChannelParams,
  response: z.object({}),
})

/** What the office allows of reaching people, and what this server can do. */
export const getDeliveryRules = endpoint({
  operationId: 'getDeliveryRules',
  method: 'GET',
  path: '/api/delivery-rules',
  summary: 'What is allowed of reaching people outside the inbox',
  response: z.object({ rules: DeliveryRules, configured: z.array(z.enum(CHANNELS)) }),
})

/** Sets by which channels people may be reached, and when nobody is: the office’s quiet hours. */
export const setDeliveryRules = endpoint({
  operationId: 'setDeliveryRules',
  method: 'PUT',
  path: '/api/delivery-rules',
  summary: 'Set what is allowed of reaching people outside the inbox',
  body: DeliveryRules,
  response: z.object({}),
})

/** One letter on one channel to one person: that it went, not what it said. */
export const DeliveryView = z
  .object({
    id: z.uuid(),
    person: z.string(),
    channel: z.enum(CHANNELS),
    /** What is shown of the address. */
    address: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.int(),
    lastError: z.enum(FAILURES).nullable(),
    messageCount: z.int(),
    plannedAt: z.iso.datetime(),
    nextTryAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Delivery' })
export type DeliveryView = z.infer<typeof DeliveryView>

/** What went out, newest first. Says nothing of what the messages say. */
export const listDeliveries = endpoint({
  operationId: 'listDeliveries',
  method: 'GET',
  path: '/api/deliveries',
  summary: 'What went out to people, newest first',
  query: PageQuery.extend({ state: z.enum(['waiting', 'delivered', 'failed']).optional() }),
  response: pageOf(DeliveryView),
})
