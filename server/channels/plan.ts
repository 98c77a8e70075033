import { instantText } from '#domain/calendar/instants.ts'
import { holdsBack, mayGoOut } from '#domain/channels/rules.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import type { Round } from '../rounds/rounds.ts'
import { planDeliveries } from './deliveries.queries.ts'
import { loadOwnQuiet, loadRules } from './rules.queries.ts'

/** Makes deliveries of messages: what is urgent as soon as it may go out, all else once a day. */
export const planRound: Round = { name: 'deliveries', seconds: 30, run: plan }

async function plan(changing: Changing): Promise<void> {
  const { tx, actor, now, today, timeZone } = changing
  const rules = await loadRules(tx, actor.organizationId)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const time = instantText(now, timeZone).slice(-5)
  const moment = { time, isWorkday: calendar.isWorkday(today) }
  const may = mayGoOut(rules, moment)
  if (!may.urgent && !may.digest) return
  const held = (await loadOwnQuiet(tx, actor.organizationId)).filter((own) => holdsBack(rules, own, moment))
  await planDeliveries(
    changing,
    rules,
    may,
    held.map(({ personId }) => personId),
  )
}
