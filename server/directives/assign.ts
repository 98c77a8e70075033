import type { Assignment } from '#domain/directives/directives.contract.ts'
import { ensureWithoutIt, taskOfDirective } from '#domain/directives/assigning.ts'
import { canAssign, taskDueOn } from '#domain/directives/directive.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { shortText } from '#domain/messages/shortText.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { loadUnitNames } from '../messages/recipients.queries.ts'
import { createTasks, type PlaceOf } from '../tasks/create.ts'
import { refreshDirectives } from '../tasks/directiveStanding.ts'
import { takeSteps } from '../tasks/steps.ts'
import { addDirectiveTasks, type LockedDirective, lockDirective } from './directives.queries.ts'
import { tellOfDirective } from './telling.ts'

/** The office hands a directive to lead units: one task each, registered and assigned at once. */
export async function assignDirectiveTo(
  changing: Changing,
  directiveId: string,
  assignment: Assignment,
): Promise<{ taskIds: string[] }> {
  const directive = await lockDirective(changing.tx, changing.actor, directiveId)
  if (!directive) throw new Refusal('not_found')
  return { taskIds: await assignLocked(changing, directive, assignment, '') }
}

/**
 * Makes and assigns the tasks of a directive that is held; gives their ids in the order of the lead units. `at` is where
 * the assignment stands in the request, for what is said beside its fields.
 */
export async function assignLocked(
  changing: Changing,
  directive: LockedDirective,
  assignment: Assignment,
  at: '' | 'assignment/',
): Promise<string[]> {
  const { tx, actor, now, today } = changing
  ensure(canAssign(actor, directive))
  const leadUnitIds = [...new Set(assignment.leadUnitIds)]
  ensureWithoutIt(leadUnitIds, directive.tasks)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const dueOn = taskDueOn(directive, { today, calendar })
  const drafts = leadUnitIds.map((leadUnitId) => taskOfDirective(directive, assignment, { leadUnitId, dueOn }))
  const placeOf: PlaceOf = (index, field) => {
    const [name = field] = field.split('/')
    return `${at}${name === 'leadUnitId' ? `leadUnitIds/${assignment.leadUnitIds.indexOf(leadUnitIds[index] ?? '')}` : name}`
  }
  const taskIds = (await createTasks(changing, drafts, placeOf)).map(({ id }) => id)
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
