import { workdaysBetween } from '#domain/calendar/calendar.ts'
import { silentUpTo } from '#domain/tasks/support.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import type { Round } from '../rounds/rounds.ts'
import { loadSilentSupports, saveSilences } from './supports.queries.ts'
import { tellSupports } from './supportTelling.ts'

/**
 * A supporting unit that says nothing for too long after its date is put down as silent, once, and both heads hear of
 * it; on working days only.
 */
export const silencesRound: Round = { name: 'silences', seconds: 300, run: noteSilences }

/** The rest follows with the next round. */
const AT_ONCE = 500

async function noteSilences(changing: Changing): Promise<void> {
  const { tx, actor, today, now } = changing
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  if (!calendar.isWorkday(today)) return
  const silent = await loadSilentSupports(tx, actor.organizationId, silentUpTo({ today, calendar }), AT_ONCE)
  if (silent.length === 0) return
  const places = silent.map(({ taskId, unitId }) => ({ taskId, unitId }))
  await saveSilences(tx, actor.organizationId, { since: now, on: today }, places)
  await record(
    changing,
    ...silent.map(({ taskId, unitId, dueOn }) => ({
      action: 'support.fellSilent',
      subjectType: 'task',
      subjectId: taskId,
      after: { unitId, dueOn },
    })),
  )
  const daysOf = (dueOn: string | null) => (dueOn === null ? 0 : workdaysBetween(calendar, dueOn, today))
  const told = silent.map((support) => ({ support, facts: { days: daysOf(support.dueOn) } }))
  await tellSupports(changing, 'silent', told)
}
