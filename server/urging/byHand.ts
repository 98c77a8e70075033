import { recipientsOf } from '#domain/messages/recipients.ts'
import { Refusal, refusalSentence } from '#domain/refusal.ts'
import { canUrge } from '#domain/urging/byHand.ts'
import { rulesOn, type UrgeRules } from '#domain/urging/rules.ts'
import type { WorkingCalendar } from '#domain/calendar/calendar.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Asking, Changing } from '../http/context.ts'
import type { Db } from '../db/db.ts'
import { record } from '../journal/record.ts'
import { loadPosts, loadTasksToTell } from '../messages/recipients.queries.ts'
import { tell } from '../messages/tell.ts'
import { lockTasks } from '../tasks/tasks.queries.ts'
import { loadRuleSets } from './rules.queries.ts'
import { addUrges, loadLastByHand } from './urges.queries.ts'

type Refused = { id: string; code: string; message: string }

/** The office urges tasks: each is decided for itself, told, written down and recorded. */
export async function urgeByHand(changing: Changing, taskIds: readonly string[], note: string) {
  const { tx, actor, now, today, language } = changing
  const lockedIds = await lockTasks(tx, actor, taskIds)
  const refusals = await refusalsOf(tx, changing, lockedIds)
  const refused: Refused[] = taskIds.flatMap((id) => {
    const refusal = lockedIds.includes(id) ? refusals.get(id) : new Refusal('not_found')
    return refusal ? [{ id, code: refusal.code, message: refusalSentence(refusal.code, refusal.facts, language) }] : []
  })
  const done = lockedIds.filter((id) => !refusals.get(id))
  const tasks = await loadTasksToTell(tx, actor.organizationId, done)
  const posts = await loadPosts(
    tx,
    actor.organizationId,
    tasks.flatMap(({ unitId }) => unitId ?? []),
  )
  const { rules } = await framesOf(tx, changing)
  const urges = tasks.map((task) => ({
    key: `by hand ${task.id} ${today}`,
    kind: 'taskUrged' as const,
    facts: { code: task.code, title: task.title, by: actor.name, note },
    taskId: task.id,
    toldTo: recipientsOf(rules.byHand.to, task, posts),
    urgedBy: actor.personId,
  }))
  await addUrges(tx, actor.organizationId, urges, { on: today, at: now })
  await tell(
    changing,
    ...urges.map(({ kind, facts, key, taskId, toldTo }) => ({
      kind,
      facts,
      key,
      to: toldTo,
      subject: { type: 'task', id: taskId },
    })),
  )
  await record(
    changing,
    ...urges.map(({ taskId }) => ({
      action: 'task.urged',
      subjectType: 'task',
      subjectId: taskId,
      after: { kind: 'taskUrged' },
      reason: note || null,
    })),
  )
  return { done, refused }
}

type Frames = { calendar: WorkingCalendar; rules: UrgeRules }

async function framesOf(db: Db, { actor, today }: Asking): Promise<Frames> {
  const calendar = await loadCalendar(db, actor.organizationId, null)
  const { rules } = rulesOn(await loadRuleSets(db, actor.organizationId), today)
  return { calendar, rules }
}

/** Why these tasks cannot be urged by hand now; a task that can is not among them. */
export async function refusalsOf(db: Db, asking: Asking, taskIds: readonly string[]): Promise<Map<string, Refusal>> {
  const { actor, today } = asking
  const { calendar, rules } = await framesOf(db, asking)
  const tasks = await loadLastByHand(db, actor.organizationId, taskIds)
  const limits = { today, calendar, everyWorkdays: rules.byHand.everyWorkdays }
  return new Map(
    [...tasks].flatMap(([id, task]): [string, Refusal][] => {
      const verdict = canUrge(actor, task, limits)
      return verdict.allowed ? [] : [[id, verdict.refusal]]
    }),
  )
}
