import { CHANNELS, isAddress, shownAddress } from '#domain/channels/channel.ts'
import {
  chooseChannel,
  dropChannel,
  getDeliveryRules,
  listDeliveries,
  listOwnChannels,
  setOwnQuiet,
  setDeliveryRules,
} from '#domain/channels/channels.contract.ts'
import { mayLeadTo, type NamedHosts } from '#domain/channels/outgoing.ts'
import { LEAST_OPEN_MINUTES, leavesOpen } from '#domain/channels/rules.ts'
import { Refusal } from '#domain/refusal.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import type { Channels } from './channel.ts'
import {
  findOwnQuiet,
  listChosen,
  listStored,
  removeChosen,
  saveChosen,
  saveOwnQuiet,
  saveRules,
} from './channels.queries.ts'
import { placeOf } from './outgoing.ts'
import { loadRules } from './rules.queries.ts'

/** What this server can reach, by its configuration. */
type Reach = { channels: Channels; namedHosts: NamedHosts }

/** How people are reached: what the office allows, what each chose, what went out. */
export function channelRoutes(served: Served, reach: Reach): void {
  ownRoutes(served, reach)
  quietRoute(served)

  read(served, getDeliveryRules, async ({ db, actor }) => ({
    rules: await loadRules(db, actor.organizationId),
    configured: CHANNELS.filter((channel) => reach.channels[channel]),
  }))

  change(served, setDeliveryRules, async (changing) => {
    const { tx, actor, body } = changing
    const before = await loadRules(tx, actor.organizationId)
    await saveRules(tx, actor, body)
    await record(changing, {
      action: 'deliveryRules.changed',
      subjectType: 'deliveryRules',
      subjectId: actor.organizationId,
      before,
      after: body,
    })
    return {}
  })

  read(served, listDeliveries, async ({ db, actor, query }) => {
    const { items, next } = await listStored(db, actor, query)
    return {
      items: items.map((item) => ({
        ...item,
        plannedAt: item.plannedAt.toISOString(),
        nextTryAt: item.nextTryAt.toISOString(),
        deliveredAt: item.deliveredAt?.toISOString() ?? null,
      })),
      next,
    }
  })
}

function ownRoutes(served: Served, { channels, namedHosts }: Reach): void {
  read(served, listOwnChannels, async ({ db, actor }) => {
    const rules = await loadRules(db, actor.organizationId)
    const chosen = new Map((await listChosen(db, actor)).map((one) => [one.channel, one]))
    const items = CHANNELS.map((channel) => {
      const { shown = null, signed = false } = chosen.get(channel) ?? {}
      return { channel, open: rules.allowed.includes(channel) && channel in channels, shown, signed }
    })
    return { items, rules, own: await findOwnQuiet(db, actor) }
  })

  change(served, chooseChannel, async (changing) => {
    const { tx, actor, params, body } = changing
    const { channel } = params
    const { allowed } = await loadRules(tx, actor.organizationId)
    if (!allowed.includes(channel) || !channels[channel]) throw new Refusal('channel_closed')
    const isUsable = isAddress(channel, body.address) && mayLeadTo(channel, placeOf(body.address), namedHosts)
    if (!isUsable) throw new Refusal('channel_address')
    const shown = shownAddress(channel, body.address)
    await saveChosen(tx, actor, { channel, ...body, shown })
    await record(changing, { ...ofPerson(actor.personId), action: 'channel.chosen', after: { channel, shown } })
    return {}
  })

  change(served, dropChannel, async (changing) => {
    const { tx, actor, params } = changing
    const shown = await removeChosen(tx, actor, params.channel)
    if (shown === undefined) throw new Refusal('not_found')
    const before = { channel: params.channel, shown }
    await record(changing, { ...ofPerson(actor.personId), action: 'channel.dropped', before })
    return {}
  })
}

function quietRoute(served: Served): void {
  change(served, setOwnQuiet, async (changing) => {
    const { tx, actor, body } = changing
    if (!leavesOpen(await loadRules(tx, actor.organizationId), body))
      throw new Refusal('quiet_too_long', { hours: LEAST_OPEN_MINUTES / 60 })
    const before = await findOwnQuiet(tx, actor)
    await saveOwnQuiet(tx, actor, body)
    await record(changing, { ...ofPerson(actor.personId), action: 'quietHours.set', before, after: body })
    return {}
  })
}

const ofPerson = (personId: string) => ({ subjectType: 'person', subjectId: personId })
