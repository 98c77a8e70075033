import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import type { TaskState } from '../tasks/task.ts'
import type { TaskDraft } from '../tasks/tasks.contract.ts'
import { directiveNumber, taskTitleOf } from './directive.ts'
import type { Assignment } from './directives.contract.ts'

/** A unit has a directive once: refuses `directive_unit_has_it` where one of these leads a task of it that lives. */
export function ensureWithoutIt(
  leadUnitIds: readonly string[],
  tasks: readonly { state: TaskState; leadUnitId: string | null }[],
): void {
  const living = tasks.filter(({ state }) => state !== 'cancelled')
  if (living.some(({ leadUnitId }) => leadUnitId !== null && leadUnitIds.includes(leadUnitId)))
    throw new Refusal('directive_unit_has_it')
}

/** What a task takes of the directive it comes from. */
export type AssignedDirective = { year: number; number: number; text: string; paperTitle: string; restricted: boolean }

/** What proves that a directive was carried out, and the one milestone of its task: the answer. */
const ANSWER = '办理情况报告'

/** A lead unit's task of a directive: its source is the directive's own words, and it is answered by its day. */
export function taskOfDirective(
  { year, number, text, paperTitle, restricted }: AssignedDirective,
  { supports, leaderId, pillarId, title }: Assignment,
  { leadUnitId, dueOn }: { leadUnitId: string; dueOn: Day },
): TaskDraft {
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
