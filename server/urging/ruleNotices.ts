import { addWorkdays, type Day, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import type { NoticeLevel } from '#domain/notices/notice.ts'
import { Refusal } from '#domain/refusal.ts'
import { rulesOn } from '#domain/urging/rules.ts'
import { urgeHorizon, urgesDue } from '#domain/urging/urge.ts'
import type { Db } from '../db/db.ts'
import type { Asking, Changing } from '../http/context.ts'
import { issueLocked } from '../notices/issue.ts'
import { lockNotices, lockProposalsOf, type NewNotice } from '../notices/notices.queries.ts'
import { proposeNotices } from '../notices/proposing.ts'
import { sentenceOf } from '../tasks/page.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import { lockTasks } from '../tasks/tasks.queries.ts'
import { loadMatters } from './matters.queries.ts'
import { loadRuleSets } from './rules.queries.ts'
import { noticeOf } from './send.ts'

const LEVELS: readonly NoticeLevel[] = ['blue', 'yellow', 'red']

/**
 * Which notice the rules ask for now, by task: of the stage that each open matter has reached, the gravest. On a day off
 * that of the working day before. Whether it was proposed already the database knows by its key.
 */
export async function findRuleNotices(
  db: Db,
  { actor: { organizationId }, today, timeZone }: Pick<Asking, 'actor' | 'today' | 'timeZone'>,
  taskIds: readonly string[],
): Promise<Map<string, NewNotice>> {
  if (taskIds.length === 0) return new Map()
  const { rules } = rulesOn(await loadRuleSets(db, organizationId), today)
  const days = await loadClockDays(db, organizationId)
  const { calendar } = days
  const on = workdayOf(calendar, today)
  const horizon = urgeHorizon(rules.stages, calendar, on)
  const matters = await loadMatters(db, { organizationId, today: on, horizon, timeZone, days })
  const asked = new Set(taskIds)
  const own = matters.filter(({ taskId }) => taskId !== null && asked.has(taskId))
  const found = new Map<string, NewNotice>()
  for (const { matter, workdaysLeft, ...urge } of urgesDue(rules.stages, own, calendar, on)) {
    const facts = { ...matter.facts, days: Math.abs(workdaysLeft) }
    const notice = noticeOf({ ...urge, matter, workdaysLeft, facts })
    const former = notice && found.get(notice.taskId)
    if (notice && (!former || LEVELS.indexOf(notice.level) > LEVELS.indexOf(former.level)))
      found.set(notice.taskId, notice)
  }
  return found
}

const workdayOf = (calendar: WorkingCalendar, today: Day): Day =>
  calendar.isWorkday(today) ? today : addWorkdays(calendar, today, -1)

/**
 * Issues for each task the notice that the rules bring: the proposal that stands, else the one that the stage it has
 * reached asks for. Each is answered for itself. Refusals: not_found, notice_not_by_rule, notice_open_already.
 */
export async function issueByRule(changing: Changing, taskIds: readonly string[]) {
  const { tx, actor, language } = changing
  const lockedIds = await lockTasks(tx, actor, taskIds)
  const standing = await lockProposalsOf(tx, actor, lockedIds)
  const bare = lockedIds.filter((id) => !standing.some(({ taskId }) => taskId === id))
  const byRule = await findRuleNotices(tx, changing, bare)
  const added = await proposeNotices(changing, [...byRule.values()])
  const addedIds = added.map(({ id }) => id)
  const issued = await issueLocked(changing, [...standing, ...(await lockNotices(tx, actor, addedIds))])
  const done = issued.map(({ taskId }) => taskId)
  const refusalOf = (id: string): Refusal => {
    if (!lockedIds.includes(id)) return new Refusal('not_found')
    return new Refusal(byRule.has(id) ? 'notice_open_already' : 'notice_not_by_rule')
  }
  const refused = taskIds.filter((id) => !done.includes(id))
  return { done, refused: refused.map((id) => ({ id, ...sentenceOf(refusalOf(id), language) })) }
}
