import type { Day } from '#domain/calendar/calendar.ts'
import type { MessageKind } from '#domain/messages/kinds.ts'
import { recipientsOf } from '#domain/messages/recipients.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import type { UrgeRules } from '#domain/urging/rules.ts'
import { type DueUrge, urgeHorizon, urgesDue } from '#domain/urging/urge.ts'
import { urgeKind } from '#domain/urging/words.ts'
import type { Db } from '../db/db.ts'
import { loadPosts } from '../messages/recipients.queries.ts'
import { loadMatters, type Matter } from './matters.queries.ts'
import { loadUrgedKeys } from './urges.queries.ts'

/** An urge with its words and its readers, ready to be sent. */
export type ReadyUrge = DueUrge<Matter> & { kind: MessageKind; facts: SentenceFacts; to: string[] }

type Where = { organizationId: string; on: Day; timeZone: string; days: StepDays }

/**
 * What these rules would send on a day, of what is open now and was not sent before. The round sends it and the preview
 * shows it: both ask here.
 */
export async function findReadyUrges(db: Db, where: Where, { stages }: UrgeRules): Promise<ReadyUrge[]> {
  const { organizationId, on, timeZone, days } = where
  const { calendar } = days
  const horizon = urgeHorizon(stages, calendar, on)
  const matters = await loadMatters(db, { organizationId, today: on, horizon, timeZone, days })
  const due = urgesDue(stages, matters, calendar, on)
  const urged = await loadUrgedKeys(
    db,
    organizationId,
    due.map(({ key }) => key),
  )
  const open = due.filter(({ key }) => !urged.has(key))
  const unitIds = [...new Set(open.flatMap(({ matter: { unitId } }) => unitId ?? []))]
  const posts = await loadPosts(db, organizationId, unitIds)
  const postsOf = new Map(unitIds.map((unitId) => [unitId, posts.filter((post) => post.unitId === unitId)]))
  const above = posts.filter(({ role }) => role === 'supervisionOffice' || role === 'principalLeader')
  return open.map((urge) => {
    const { matter, rule, workdaysLeft } = urge
    const own = [...(postsOf.get(matter.unitId ?? '') ?? []), ...above]
    return {
      ...urge,
      kind: urgeKind({ subject: matter.subject, workdaysLeft }),
      facts: { ...matter.facts, days: Math.abs(workdaysLeft) },
      to: recipientsOf(rule.to, matter, own),
    }
  })
}
