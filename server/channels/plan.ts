import { instantText } from '#domain/calendar/instants.ts'
import { mayGoOut } from '#domain/channels/rules.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import type { Round } from '../rounds/rounds.ts'
import { planDeliveries } from './deliveries.queries.ts'
import { loadRules } from './rules.queries.ts'

/** Makes deliveries of messages: what is urgent as soon as it may go out, all else once a day. */
export const planRound: Round = { name: 'deliveries', seconds: 30, run: plan }

async function plan(changing: Changing): Promise<void> {
  const { tx, actor, now, today, timeZone } = changing
  const rules = await loadRules(tx, actor.organizationId)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const time = instantText(now, timeZone).slice(-5)
  const may = mayGoOut(rules, { time, isWorkday: calendar.isWorkday(today) })
  if (may.urgent || may.digest) await planDeliveries(changing, rules, may)
}
