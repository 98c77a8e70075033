import type { Assignment } from '#domain/directives/directives.contract.ts'
import { canAssign, directiveNumber, taskDueOn, taskTitleOf } from '#domain/directives/directive.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { loadUnitNames } from '../messages/recipients.queries.ts'
import { createTasks, type NewTask } from '../tasks/create.ts'
import { refreshDirectives } from '../tasks/directiveStanding.ts'
import { takeSteps } from '../tasks/steps.ts'
import { addDirectiveTasks, type LockedDirective, lockDirective } from './directives.queries.ts'
import { shortText, tellOfDirective } from './telling.ts'

/** What proves that a directive was carried out, and the one milestone of its task: the answer. */
const ANSWER = '办理情况报告'

/** The office hands a directive to lead units: one task each, registered and assigned at once. */
export async function assignDirectiveTo(
  changing: Changing,
  directiveId: string,
  assignment: Assignment,
): Promise<{ taskIds: string[] }> {
  const directive = await lockDirective(changing.tx, changing.actor, directiveId)
  if (!directive) throw new Refusal('not_found')
  return { taskIds: await assignLocked(changing, directive, assignment) }
}

/** Makes and assigns the tasks of a directive that is held; gives their ids in the order of the lead units. */
export async function assignLocked(
  changing: Changing,
  directive: LockedDirective,
  assignment: Assignment,
): Promise<string[]> {
  const { tx, actor, now, today } = changing
  ensure(canAssign(actor, directive))
  const leadUnitIds = [...new Set(assignment.leadUnitIds)]
  const living = directive.tasks.filter(({ state }) => state !== 'cancelled')
  if (living.some(({ leadUnitId }) => leadUnitId !== null && leadUnitIds.includes(leadUnitId)))
    throw new Refusal('directive_unit_has_it')
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const dueOn = taskDueOn(directive, { today, calendar })
  const drafts = leadUnitIds.map((leadUnitId) => draftOf(directive, assignment, { leadUnitId, dueOn }))
  const taskIds = (await createTasks(changing, drafts)).map(({ id }) => id)
  await addDirectiveTasks(tx, actor.organizationId, directive.id, taskIds, now)
  for (const step of ['register', 'assign'] as const) {
    const { refused } = await takeSteps(changing, taskIds, step)
    if (refused[0]) throw refused[0].refusal
  }
  await refreshDirectives(tx, actor.organizationId, [directive.id])
  await record(changing, {
    action: 'directive.assigned',
    subjectType: 'directive',
    subjectId: directive.id,
    after: { taskIds, leadUnitIds, dueOn },
  })
  const names = await loadUnitNames(tx, actor.organizationId, leadUnitIds)
  const { id, writerId, writer, text } = directive
  const units = leadUnitIds.flatMap((unitId) => names.get(unitId) ?? [])
  const facts = { writer, units, dueOn, text: shortText(text) }
  await tellOfDirective(changing, 'directiveAssigned', { id, to: [assignment.leaderId, writerId], facts })
  return taskIds
}

function draftOf(
  { year, number, text, paperTitle, restricted }: LockedDirective,
  { supports, leaderId, pillarId, title }: Assignment,
  { leadUnitId, dueOn }: { leadUnitId: string; dueOn: string },
): NewTask {
  return {
    pillarId,
    kind: 'action',
    title: title || taskTitleOf(text),
    evidence: ANSWER,
    leadUnitId,
    leaderId,
    assigneeId: null,
    weight: 1,
    source: { type: 'directive', title: paperTitle, number: directiveNumber({ year, number }, 'zh'), quote: text },
    target: null,
    targetAsWorded: false,
    dueOn,
    restricted,
    milestones: [{ title: ANSWER, dueOn }],
    // A unit leads a task or supports it, never both.
    supports: supports.filter(({ unitId }) => unitId !== leadUnitId).map((support) => ({ ...support, dueOn })),
    trajectory: [],
  }
}
