import { dayOf } from '#domain/calendar/calendar.ts'
import { Refusal } from '#domain/refusal.ts'
import { startAfter } from '#domain/tasks/editing.ts'
import { NO_INPUT, type StepInput, takeStep, type TaskStep } from '#domain/tasks/lifecycle.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { type KnownTask, loadTasks } from './facts.queries.ts'
import { lifeOf } from './life.ts'
import { refreshStandings } from './standing.ts'
import { saveStep, type StepWrites } from './steps.queries.ts'
import { findIsOfUnit, lockTasks } from './tasks.queries.ts'

export type StepTaken = { id: string; state: TaskState; version: number }
export type StepRefused = { id: string; refusal: Refusal }
/** What is said with a step: the domain's input, and the unit's note on completion. */
export type Said = Partial<StepInput> & { note?: string }

const ACTIONS: Record<TaskStep, string> = {
  register: 'task.registered',
  assign: 'task.assigned',
  acknowledge: 'task.acknowledged',
  requestCompletion: 'task.completionRequested',
  acceptCompletion: 'task.completed',
  returnCompletion: 'task.returned',
  closeOut: 'task.closedOut',
  cancel: 'task.cancelled',
}

/** Takes one step of one task, or throws its refusal. */
export async function takeOneStep(changing: Changing, taskId: string, step: TaskStep, said: Said): Promise<StepTaken> {
  const { done, refused } = await takeSteps(changing, [taskId], step, said)
  if (refused[0]) throw refused[0].refusal
  if (!done[0]) throw new Refusal('not_found')
  return done[0]
}

/**
 * Takes the same step of several tasks in a handful of statements: each is decided for itself, and a refused one
 * changes nothing. What the actor may not see is refused as not_found.
 */
export async function takeSteps(
  changing: Changing,
  taskIds: readonly string[],
  step: TaskStep,
  said: Said = {},
): Promise<{ done: StepTaken[]; refused: StepRefused[] }> {
  const { tx, actor, today } = changing
  const lockedIds = await lockTasks(tx, actor, taskIds)
  const tasks = await loadTasks(tx, actor.organizationId, { taskIds: lockedIds })
  const refused: StepRefused[] = taskIds
    .filter((id) => !lockedIds.includes(id))
    .map((id) => ({ id, refusal: new Refusal('not_found') }))
  const moved: Moved[] = []
  for (const task of tasks) {
    const decided = await decide(changing, task, step, said)
    if (decided instanceof Refusal) refused.push({ id: task.id, refusal: decided })
    else moved.push({ task, state: decided, writes: writesOf(changing, task, step, decided, said) })
  }
  await saveMoves(changing, moved)
  const movedIds = moved.map(({ task }) => task.id)
  await refreshStandings(tx, actor.organizationId, movedIds, today)
  await record(changing, ...moved.map((move) => entryOf(move, step, said)))
  return { done: moved.map(({ task, state }) => ({ id: task.id, state, version: task.version + 1 })), refused }
}

type Moved = { task: KnownTask; state: TaskState; writes: StepWrites }

async function decide(changing: Changing, task: KnownTask, step: TaskStep, said: Said): Promise<TaskState | Refusal> {
  try {
    const state = takeStep(changing.actor, lifeOf(task), step, { ...NO_INPUT, ...said })
    if (step === 'acknowledge') await ensureOfUnit(changing, task, said)
    return state
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function ensureOfUnit({ tx, actor }: Changing, { leadUnitId }: KnownTask, { assigneeId }: Said): Promise<void> {
  const isOfUnit = leadUnitId && assigneeId && (await findIsOfUnit(tx, actor, assigneeId, leadUnitId))
  if (!isOfUnit) throw new Refusal('assignee_missing')
}

function writesOf(changing: Changing, task: KnownTask, step: TaskStep, to: TaskState, said: Said): StepWrites {
  const { actor, now, today, timeZone } = changing
  const startsOn = startAfter(to, task.startsOn, today)
  switch (step) {
    case 'register':
      return { registeredAt: now, startsOn }
    case 'assign':
      return { assignedAt: now, startsOn }
    case 'acknowledge':
      return { acknowledgedAt: now, ...(said.assigneeId && { assigneeId: said.assigneeId }) }
    case 'requestCompletion':
      return {
        completionRequestedAt: now,
        completionRequestedBy: actor.personId,
        completionNote: said.note ?? '',
      }
    case 'acceptCompletion':
      // Done on the day it was asked for: the office's own delay never counts against the unit.
      return { completedOn: dayOf(task.completionRequestedAt ?? now, timeZone) }
    case 'returnCompletion':
      return { completionRequestedAt: null, completionRequestedBy: null, completionNote: null }
    case 'closeOut':
      return { closedOutOn: today }
    case 'cancel':
      return {}
  }
}

/** Tasks with the same new values are saved together: one or two statements for any number. */
async function saveMoves({ tx, actor, now }: Changing, moved: readonly Moved[]): Promise<void> {
  const groups = new Map<string, Moved[]>()
  for (const move of moved) {
    const key = JSON.stringify([move.state, move.writes])
    groups.set(key, [...(groups.get(key) ?? []), move])
  }
  for (const group of groups.values()) {
    const taskIds = group.map(({ task }) => task.id)
    const [first] = group
    if (first) await saveStep(tx, actor.organizationId, taskIds, now, { ...first.writes, state: first.state })
  }
}

const entryOf = ({ task, state }: Moved, step: TaskStep, { assigneeId, checks, verification, note, reason }: Said) => ({
  action: ACTIONS[step],
  subjectType: 'task',
  subjectId: task.id,
  before: { state: task.state },
  after: {
    state,
    ...(assigneeId && { assigneeId }),
    ...(checks && { checks }),
    ...(verification && { verification }),
    ...(note && { note }),
  },
  reason: reason ?? null,
})
