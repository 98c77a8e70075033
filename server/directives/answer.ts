import type { DirectiveRef } from '#domain/directives/directives.contract.ts'
import { canWithdraw, ensureWords, furtherLimit } from '#domain/directives/directive.ts'
import type { Urgency } from '#domain/directives/urgency.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { refreshDirectives, refreshDirectivesOf } from '../tasks/directiveStanding.ts'
import { loadTasks } from '../tasks/facts.queries.ts'
import { moveMilestones } from '../tasks/milestones.queries.ts'
import { type StepTaken, takeOneStep, takeSteps } from '../tasks/steps.ts'
import { lockTasks } from '../tasks/tasks.queries.ts'
import {
  addAnswer,
  addDirectiveTasks,
  addWithdrawal,
  type LockedDirective,
  lockDirective,
} from './directives.queries.ts'
import { keepDirective } from './register.ts'

/** The lead unit's head answers: the open milestones are claimed, and completion is asked for with what was said. */
export async function answer(
  changing: Changing,
  directiveId: string,
  { taskId, done, result }: { taskId: string; done: string; result: string },
): Promise<StepTaken> {
  const { tx, actor, now, today } = changing
  await lockWork(changing, directiveId, taskId)
  ensureWords(done, result)
  await claimMilestones(changing, taskId)
  const taken = await takeOneStep(changing, taskId, 'requestCompletion', {
    note: `${done}\n${result}`,
    withDirective: true,
  })
  await addAnswer(tx, actor, { directiveId, taskId, done, result }, { on: today, at: now })
  await record(changing, {
    action: 'directive.answered',
    subjectType: 'directive',
    subjectId: directiveId,
    after: { taskId, done, result },
  })
  return taken
}

async function claimMilestones(changing: Changing, taskId: string): Promise<void> {
  const { tx, actor, now, today } = changing
  const [task] = await loadTasks(tx, actor.organizationId, { taskIds: [taskId] })
  const claims = (task?.milestones ?? []).map(({ id }) => ({ taskId, milestoneId: id }))
  const claimed = await moveMilestones(tx, actor, claims, 'claim', { on: today, at: now })
  await record(
    changing,
    ...claimed.map(({ id, title, submittedOn }) => ({
      action: 'milestone.submitted',
      subjectType: 'task',
      subjectId: taskId,
      before: { state: 'pending' },
      after: { state: 'submitted', milestoneId: id, title, submittedOn },
    })),
  )
}

/**
 * The leader writes on an answer: the task is taken up again by its own step, and what was written is a directive of
 * its own, the child of the one that was answered.
 */
export async function instruct(
  changing: Changing,
  directiveId: string,
  { taskId, text, urgency, dueOn: named }: { taskId: string; text: string; urgency: Urgency; dueOn: string | null },
): Promise<DirectiveRef> {
  const { tx, actor, now, today } = changing
  const parent = await lockWork(changing, directiveId, taskId)
  ensureWords(text)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const limit = furtherLimit(urgency, named, { today, calendar })
  await takeOneStep(changing, taskId, 'instructFurther', { instruction: text, day: limit.dueOn, withDirective: true })
  const child = await keepDirective(changing, {
    parentId: directiveId,
    writtenBy: actor.personId,
    writtenOn: today,
    text,
    paperTitle: parent.paperTitle,
    paperNumber: parent.paperNumber,
    urgency,
    restricted: parent.restricted,
    ...limit,
  })
  await addDirectiveTasks(tx, actor.organizationId, child.id, [taskId], now)
  await refreshDirectivesOf(tx, actor.organizationId, [taskId])
  await record(changing, {
    action: 'directive.continued',
    subjectType: 'directive',
    subjectId: directiveId,
    after: { childId: child.id, taskId, dueOn: limit.dueOn },
    reason: text,
  })
  return child
}

/** A task of a directive, held; first the task, as every step of its life holds it first. */
async function lockWork(changing: Changing, directiveId: string, taskId: string): Promise<LockedDirective> {
  const { tx, actor } = changing
  const [lockedId] = await lockTasks(tx, actor, [taskId])
  const directive = lockedId === undefined ? undefined : await lockDirective(tx, actor, directiveId)
  const work = directive?.tasks.find(({ id }) => id === taskId)
  if (!directive || !work) throw new Refusal('not_found')
  if (!work.isCurrent) throw new Refusal('directive_went_on')
  return directive
}

/** Takes a registration back, with the tasks that no unit has yet; its number stays taken. */
export async function withdraw(changing: Changing, directiveId: string, reason: string) {
  const { tx, actor, now, today } = changing
  const directive = await lockDirective(tx, actor, directiveId)
  if (!directive) throw new Refusal('not_found')
  ensure(
    canWithdraw(
      actor,
      directive,
      directive.tasks.map(({ state }) => state),
    ),
  )
  ensureWords(reason)
  const living = directive.tasks.filter(({ state }) => state !== 'cancelled').map(({ id }) => id)
  const { refused } = await takeSteps(changing, living, 'cancel', { reason })
  if (refused[0]) throw refused[0].refusal
  await addWithdrawal(tx, actor, directiveId, reason, { on: today, at: now })
  await refreshDirectives(tx, actor.organizationId, [directiveId])
  await record(changing, {
    action: 'directive.withdrawn',
    subjectType: 'directive',
    subjectId: directiveId,
    after: { state: 'withdrawn' },
    reason,
  })
  return { id: directiveId, state: 'withdrawn' as const }
}
