import { dayOf } from '#domain/calendar/calendar.ts'
import type { ChannelName } from '#domain/channels/channel.ts'
import type { Failure } from '#domain/channels/attempts.ts'
import type { MessageKind } from '#domain/messages/kinds.ts'
import type { Channels } from '#server/channels/channel.ts'
import { planRound } from '#server/channels/plan.ts'
import { sendDue } from '#server/channels/send.ts'
import { tell } from '#server/messages/tell.ts'
import { runRound } from '#server/rounds/rounds.ts'
import { type Somebody, district } from './world.tasks.ts'

/** A working Friday's morning, before the summary's hour; the office's time. */
export const FRIDAY = '2026-11-20'
export const at = (time: string, on = FRIDAY): Date => new Date(`${on}T${time}:00+08:00`)

/**
 * A district whose people can be reached: `tells(head, 'difficultySolved', '尾款')` writes a message, `plan()` and
 * `send(channels)` do what the rounds do, `deliveries()` says what came of it.
 */
export async function channelDistrict() {
  const w = await district({ at: at('08:00'), alone: true })
  const { db, clock, organizationId, asking } = w
  let told = 0
  const failures: { code: Failure; givenUp: boolean }[] = []

  const choose = (who: Somebody, channel: ChannelName, address: string, secret: string | null = null) =>
    db
      .insertInto('personChannel')
      .values({ organizationId, personId: who.id, channel, address, secret, shown: '…' })
      .execute()
  const tells = (who: Somebody, kind: MessageKind, title: string) => {
    told += 1
    const message = { kind, to: [who.id], subject: { type: 'task', id: 't' }, facts: { title }, key: `told ${told}` }
    const now = new Date(clock.now.getTime() + told) // one after the other
    return db.transaction().execute((tx) => tell({ ...asking, now, today: dayOf(now, 'Asia/Shanghai'), tx }, message))
  }
  const plan = () => runRound({ db, clock: () => clock.now, afterChange: () => undefined }, planRound)
  const send = (channels: Channels) =>
    sendDue({
      db,
      clock: () => clock.now,
      channels,
      publicUrl: null,
      onFailure: ({ code, givenUp }) => failures.push({ code, givenUp }),
    })
  const deliveries = () =>
    db
      .selectFrom('messageDelivery')
      .select(['id', 'channel', 'state', 'attempts', 'lastError', 'digestOn'])
      .orderBy('plannedAt')
      .orderBy('id')
      .execute()
  return { ...w, choose, tells, plan, send, deliveries, failures }
}
