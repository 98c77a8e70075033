import type { Actor } from '#domain/access/actor.ts'
import type { WorkingCalendar } from '#domain/calendar/calendar.ts'
import type { LightRules } from '#domain/lights/rules.ts'
import { standSupport } from '#domain/standing/support-standing.ts'
import { canTakeSupport, type SupportInLife, type SupportStep } from '#domain/tasks/support.ts'
import type { SupportView } from '#domain/tasks/supports.contract.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { SupportFacts } from './supports.queries.ts'

/** What of its task a support is weighed by. */
export type SupportedTask = { state: TaskState; leadUnitId: string | null; currentDueOn: string | null }
/** Who looks, on which day, and by which calendar and rules. */
export type SupportSight = { actor: Actor; today: string; calendar: WorkingCalendar; rules: LightRules }

/** A support as it is shown to the one who looks. */
export function viewSupport(facts: SupportFacts, task: SupportedTask, sight: SupportSight): SupportView {
  const { unit, deliverable, dueOn, state, deliveredOn, deliveredBy, decidedOn, decidedBy } = facts
  const { actor, rules, ...time } = sight
  const life: SupportInLife = {
    unitId: unit.id,
    state,
    dueOn: dueOn ?? task.currentDueOn,
    deliveredById: deliveredBy?.id ?? null,
    taskState: task.state,
    leadUnitId: task.leadUnitId,
  }
  const { lateWorkdays, ...standing } = standSupport({ ...life, deliveredOn }, time, rules)
  const may = (step: SupportStep) => canTakeSupport(actor, life, step, time).allowed
  return {
    unit,
    deliverable,
    dueOn,
    state,
    ...standing,
    delivery:
      deliveredOn && deliveredBy
        ? { what: facts.delivery, evidence: facts.evidence, by: deliveredBy, on: deliveredOn, lateWorkdays }
        : null,
    decision:
      decidedOn && decidedBy ? { rating: facts.rating, note: facts.decisionNote, by: decidedBy, on: decidedOn } : null,
    may: { deliver: may('deliver'), confirm: may('confirm'), return: may('return'), goWithout: may('goWithout') },
  }
}
