import { addWorkdays, type Day, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import { type AskedPage, pageOfList } from '#domain/paging.ts'
import { isSameRules, rulesOn, type UrgeRules } from '#domain/urging/rules.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Reading } from '../http/context.ts'
import { findReadyUrges, type ReadyUrge } from './due.ts'
import { loadRuleSets, loadRun } from './rules.queries.ts'
import { findPeopleNames } from './urges.queries.ts'

type Asked = AskedPage & { rules: UrgeRules; effectiveOn: Day }

/** What these rules would send on the day they would first be followed; changes nothing. */
export async function previewUrging(reading: Reading, { rules, effectiveOn, ...page }: Asked) {
  const { db, actor, timeZone } = reading
  const days = await loadClockDays(db, actor.organizationId)
  const { calendar } = days
  const on = await dayOfPreview(reading, calendar, rules, effectiveOn)
  const urges = await findReadyUrges(db, { organizationId: actor.organizationId, on, timeZone, days }, rules)
  const { items: shown, next } = pageOfList(urges, page)
  const names = await findPeopleNames(db, actor, [...new Set(shown.flatMap(({ to }) => to))])
  const people = new Set(urges.flatMap(({ to }) => to))
  return {
    on,
    urgeCount: urges.length,
    personCount: people.size,
    noticeCount: urges.filter(({ rule, matter }) => rule.notice !== null && matter.taskId !== null).length,
    items: shown.map((urge) => lineOf(urge, names)),
    next,
  }
}

const lineOf = ({ key, kind, facts, to, rule, matter }: ReadyUrge, names: ReadonlyMap<string, string>) => ({
  key,
  kind,
  facts,
  to: to.map((id) => ({ id, name: names.get(id) ?? '' })),
  notice: rule.notice && matter.taskId !== null ? { level: rule.notice.level, issue: rule.notice.issue } : null,
})

/** Today while it can still be sent today: on a working day, where these very rules were not followed yet. */
async function dayOfPreview(
  { db, actor, today }: Reading,
  calendar: WorkingCalendar,
  rules: UrgeRules,
  effectiveOn: Day,
): Promise<Day> {
  const first = effectiveOn > today ? effectiveOn : today
  const run = await loadRun(db, actor.organizationId, first)
  const current = rulesOn(await loadRuleSets(db, actor.organizationId), first)
  const isDone = run?.versions.includes(current.version) && isSameRules(current.rules, rules)
  return calendar.isWorkday(first) && !isDone ? first : addWorkdays(calendar, first, 1)
}
