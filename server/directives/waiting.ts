import { type Actor, hasRole, unitIdsOf } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { taskTitleOf } from '#domain/directives/directive.ts'
import { stepDueOn } from '#domain/tasks/lifecycle.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import type { Db } from '../db/db.ts'
import { findOwedAnswers, findUnassigned } from './list.queries.ts'

/** The most that one person's day shows of directives; their page shows the rest. */
const MOST = 50

/** A directive whose next step may be the actor's. */
export type WaitingDirective = {
  kind: 'answerDirective' | 'assignDirective'
  directiveId: string
  code: string | null
  title: string
  from: string
  dueOn: Day | null
}

/** What the actor's units have to answer, and for the office the directives that no unit has yet. */
export async function findDirectivesWaitingFor(db: Db, actor: Actor, days: StepDays): Promise<WaitingDirective[]> {
  const unitIds = unitIdsOf(actor)
  const [owed, unassigned] = await Promise.all([
    unitIds.length > 0 ? findOwedAnswers(db, actor, unitIds, MOST) : [],
    hasRole(actor, 'supervisionOffice') ? findUnassigned(db, actor, MOST) : [],
  ])
  return [
    ...owed.map((one) => ({ kind: 'answerDirective' as const, ...one })),
    ...unassigned.map(({ id, text, writtenBy, registeredOn }) => ({
      kind: 'assignDirective' as const,
      directiveId: id,
      code: null,
      title: taskTitleOf(text),
      from: writtenBy.name,
      dueOn: stepDueOn('register', registeredOn, days),
    })),
  ]
}
