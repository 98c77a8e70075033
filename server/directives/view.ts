import { type WorkingCalendar, workdaysBetween } from '#domain/calendar/calendar.ts'
import type { DirectivePage, DirectiveView } from '#domain/directives/directives.contract.ts'
import { canAddPages, canAssign, canWithdraw, type KnownDirective } from '#domain/directives/directive.ts'
import { OWED_STATES } from '#domain/directives/standing.ts'
import { Refusal } from '#domain/refusal.ts'
import { canTake, type TaskStep } from '#domain/tasks/lifecycle.ts'
import type { Asking, Reading } from '../http/context.ts'
import { loadFrame, loadTasks } from '../tasks/facts.queries.ts'
import { lifeOf } from '../tasks/life.ts'
import type { StoredDirective } from './list.queries.ts'
import { findDirective, findEvents, findWorks, type StoredDirectivePage } from './page.queries.ts'

/** A directive as a list shows it, with the working days that are left. */
export const viewDirective = (
  directive: StoredDirective,
  { today }: Pick<Asking, 'today'>,
  calendar: WorkingCalendar,
): DirectiveView => ({
  ...directive,
  workdaysLeft: OWED_STATES.includes(directive.state) ? workdaysBetween(calendar, today, directive.currentDueOn) : null,
})

/** Everything the page of a directive shows. Refuses not_found. */
export async function viewDirectivePage(reading: Reading, directiveId: string): Promise<DirectivePage> {
  const { db, actor, today, timeZone } = reading
  const directive = await findDirective(db, actor, directiveId)
  if (!directive) throw new Refusal('not_found')
  const works = await findWorks(db, actor, directiveId)
  const taskIds = works.map(({ id }) => id)
  const [known, frame, events] = await Promise.all([
    loadTasks(db, actor.organizationId, { taskIds }),
    loadFrame(db, actor.organizationId),
    findEvents(db, actor, { directiveId, taskIds }),
  ])
  const may = (taskId: string, step: TaskStep): boolean => {
    const task = known.find(({ id }) => id === taskId)
    return task !== undefined && canTake(actor, lifeOf(task, timeZone), step, { today, ...frame }).allowed
  }
  const { paperTitle, paperNumber, ...rest } = directive
  return {
    ...viewDirective(directive, reading, frame.calendar),
    ...rest,
    paper: { title: paperTitle, number: paperNumber },
    registeredAt: directive.registeredAt.toISOString(),
    tasks: works.map((work) => ({
      ...work,
      may: {
        answer: work.goesOnIn === null && may(work.id, 'requestCompletion'),
        agree: work.goesOnIn === null && may(work.id, 'signOff'),
        instruct: work.goesOnIn === null && may(work.id, 'instructFurther'),
      },
    })),
    events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    may: mayOf(
      reading,
      directive,
      known.map(({ state }) => state),
    ),
  }
}

function mayOf(
  { actor }: Asking,
  directive: StoredDirectivePage,
  states: Parameters<typeof canWithdraw>[2],
): DirectivePage['may'] {
  const known: KnownDirective = {
    ...directive,
    writerId: directive.writtenBy.id,
    registeredById: directive.registeredBy.id,
  }
  return {
    assign: canAssign(actor, known).allowed,
    addPages: canAddPages(actor, known).allowed,
    withdraw: canWithdraw(actor, known, states).allowed,
  }
}
