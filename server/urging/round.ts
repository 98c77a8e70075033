import { recipientsOf } from '#domain/messages/recipients.ts'
import { rulesOn } from '#domain/urging/rules.ts'
import type { Changing } from '../http/context.ts'
import { loadPosts } from '../messages/recipients.queries.ts'
import { tell } from '../messages/tell.ts'
import { loadProposalCount } from '../notices/notices.queries.ts'
import { settleNotices } from '../notices/settle.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Round } from '../rounds/rounds.ts'
import { tellOpenedPeriods, tellUnknownHolidays } from './announcing.ts'
import { findReadyUrges } from './due.ts'
import { loadRuleSets, loadRun, saveRun } from './rules.queries.ts'
import { sendUrges } from './send.ts'

/**
 * A working day's urging, done once: what the rules ask for, the notices they bring, and what opens today. A server that
 * was down does it when it is back, if the day is still one for it; new rules are followed on the day they begin.
 */
export const urgingRound: Round = { name: 'urging', seconds: 60, run: urgeOnce }

async function urgeOnce(changing: Changing): Promise<void> {
  const { tx, today, now, timeZone } = changing
  const { organizationId } = changing.actor
  const run = await loadRun(tx, organizationId, today)
  const { version, rules } = rulesOn(await loadRuleSets(tx, organizationId), today)
  if (run?.versions.includes(version)) return
  const days = await loadClockDays(tx, organizationId)
  if (!days.calendar.isWorkday(today)) return
  await settleNotices(changing)
  const urges = await findReadyUrges(tx, { organizationId, on: today, timeZone, days }, rules)
  await sendUrges(changing, urges)
  await tellProposals(changing, version)
  await tellOpenedPeriods(changing)
  await tellUnknownHolidays(changing)
  await saveRun(tx, organizationId, { runOn: today, rulesVersion: version, ranAt: now, urgeCount: urges.length })
}

/** The office hears once a day how many notices wait for it. */
async function tellProposals(changing: Changing, version: number): Promise<void> {
  const { tx, actor, today } = changing
  const count = await loadProposalCount(tx, actor.organizationId, today)
  if (count === 0) return
  const posts = await loadPosts(tx, actor.organizationId, [])
  const to = recipientsOf(['supervisionOffice'], { unitId: null, leaderId: null, assigneeId: null }, posts)
  const subject = { type: 'notices', id: 'proposed' }
  await tell(changing, { kind: 'noticesProposed', to, subject, facts: { count }, key: `proposed ${today} ${version}` })
}
