import { dayOf } from '#domain/calendar/calendar.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { DemoFact, DemoTask } from './demo.types.ts'
import { idOf } from './ids.ts'
import type { DisputeRow, EntryRow, MilestoneRow, SupportRow, TaskRow, TransferRow } from './rows.ts'
import type { Versions } from './versions.ts'

/** A line of the journal, by the demo's own keys. */
export type DemoEntry = {
  at: Date
  by: string
  action: string
  subjectType: string
  subjectId: string
  before: object | null
  after: object | null
  reason: string | null
}
type SheetRow = { period: number; unit: string; signedAt: Date | null; signedBy: string | null }

/** The year as rows: every version of every fact, the sheets and the journal. */
export type Folded = {
  tasks: Versions<TaskRow>
  milestones: Versions<MilestoneRow>
  supports: Versions<SupportRow>
  entries: Versions<EntryRow>
  sheets: Map<string, SheetRow>
  disputes: DisputeRow[]
  transfers: TransferRow[]
  journal: DemoEntry[]
}

export type Handler<Type extends DemoFact['type']> = (
  folded: Folded,
  fact: Extract<DemoFact, { type: Type }>,
  year: Year,
) => void
export type Year = { tasks: Map<string, DemoTask> }

export const at = (fact: DemoFact): Date => new Date(fact.at)
export const dayAt = (fact: DemoFact): string => dayOf(at(fact), 'Asia/Shanghai')

/** Writes a line of the journal about a task. */
export const note = (
  folded: Folded,
  fact: DemoFact,
  action: string,
  task: string,
  more: { before?: object; after?: object; reason?: string } = {},
) =>
  folded.journal.push({
    at: at(fact),
    by: fact.by,
    action,
    subjectType: 'task',
    subjectId: idOf('task', task),
    before: more.before ?? null,
    after: more.after ?? null,
    reason: more.reason ?? null,
  })

export const taskOf = (year: Year, key: string): DemoTask => {
  const task = year.tasks.get(key)
  if (!task) throw new Error(`the demo has no task ${key}`)
  return task
}

/** The state a fact leads a task into, with the day. */
export const into = (fact: DemoFact, state: TaskState) => ({ state, stateOn: dayAt(fact) })

/** Done on the day completion was asked for. */
export function completedOf({ tasks }: Folded, key: string) {
  const { completionRequestedAt, firstCompletedOn } = tasks.latest(key) ?? {}
  const completedOn = completionRequestedAt ? dayOf(completionRequestedAt, 'Asia/Shanghai') : null
  return {
    completedOn,
    firstCompletedOn: firstCompletedOn ?? completedOn,
    redoSince: null,
    redoDueOn: null,
    redoReason: '',
  }
}
