import { Refusal } from '#domain/refusal.ts'
import { factsAfter, type StepFacts } from '#domain/tasks/effects.ts'
import { NO_INPUT, type StepInput } from '#domain/tasks/inLife.ts'
import { takeStep, type TaskStep } from '#domain/tasks/lifecycle.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Changing } from '../http/context.ts'
import { type Entry, record } from '../journal/record.ts'
import { tellAskedSupports } from './supportTelling.ts'
import { type Frame, type KnownTask, loadFrame, loadTasks } from './facts.queries.ts'
import { lifeOf } from './life.ts'
import { refreshStandings } from './standing.ts'
import { type Moved, savePapers } from './stepPapers.ts'
import { saveStep } from './steps.queries.ts'
import { findIsOfUnit, lockLiving, lockTasks } from './tasks.queries.ts'

export type StepTaken = { id: string; state: TaskState; version: number }
export type StepRefused = { id: string; refusal: Refusal }
/** What is said with a step: the domain's input, and the unit's note on completion. */
export type Said = Partial<StepInput> & { note?: string }
/** What else must hold of a task, where many are moved at once; throws its refusal. */
export type Scruple = (task: KnownTask, frame: Frame) => void

const ACTIONS: Record<TaskStep, string> = {
  register: 'task.registered',
  assign: 'task.assigned',
  acknowledge: 'task.acknowledged',
  decline: 'task.declined',
  upholdAssignment: 'task.upheld',
  transfer: 'task.transferred',
  requestCompletion: 'task.completionRequested',
  acceptCompletion: 'task.completed',
  returnCompletion: 'task.returned',
  signOff: 'task.signedOff',
  instructFurther: 'task.instructed',
  closeOut: 'task.closedOut',
  failVerification: 'task.verificationFailed',
  revisit: 'task.revisited',
  reopen: 'task.reopened',
  suspend: 'task.suspended',
  defer: 'task.deferred',
  resume: 'task.resumed',
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
  scruple: Scruple = () => undefined,
): Promise<{ done: StepTaken[]; refused: StepRefused[] }> {
  const { tx, actor, today } = changing
  const lockedIds = await lockTasks(tx, actor, taskIds)
  const tasks = await loadTasks(tx, actor.organizationId, { taskIds: lockedIds })
  const frame = await loadFrame(tx, actor.organizationId)
  const refused: StepRefused[] = taskIds
    .filter((id) => !lockedIds.includes(id))
    .map((id) => ({ id, refusal: new Refusal('not_found') }))
  const moved: Moved[] = []
  for (const task of tasks) {
    const decided = await decide({ ...changing, frame }, task, step, said, scruple)
    if (decided instanceof Refusal) refused.push({ id: task.id, refusal: decided })
    else moved.push(decided)
  }
  await savePapers(changing, step, said, moved, frame)
  await saveMoves(changing, moved)
  const movedIds = moved.map(({ task }) => task.id)
  await refreshStandings(tx, actor.organizationId, movedIds, today)
  await record(changing, ...moved.map((move) => entryOf(move, step, said)))
  if (step === 'assign') await tellAskedSupports(changing, movedIds)
  return { done: moved.map(({ task, state }) => ({ id: task.id, state, version: task.version + 1 })), refused }
}

type Deciding = Changing & { frame: Frame }

async function decide(
  deciding: Deciding,
  task: KnownTask,
  step: TaskStep,
  said: Said,
  scruple: Scruple,
): Promise<Moved | Refusal> {
  const { actor, now, today, timeZone, frame } = deciding
  const life = lifeOf(task, timeZone)
  const input = { ...NO_INPUT, ...said }
  try {
    const state = takeStep(actor, life, step, input, { today, ...frame })
    scruple(task, frame)
    await ensureNamed(deciding, task, step, said)
    const taken = { personId: actor.personId, task: life, input, to: state, now, today, note: said.note ?? '' }
    return { task, state, facts: factsAfter(step, taken) }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Who and what is named with a step is there: the assignee works for the unit, units are not retired. */
async function ensureNamed(
  { tx, actor }: Changing,
  { leadUnitId }: KnownTask,
  step: TaskStep,
  { assigneeId, suggestedUnitId, unitId }: Said,
): Promise<void> {
  const isLivingUnit = async (id: string | null | undefined) =>
    id && (await lockLiving(tx, actor, [{ kind: 'unit', id }]))({ kind: 'unit', id })
  if (step === 'acknowledge') {
    const isOfUnit = leadUnitId && assigneeId && (await findIsOfUnit(tx, actor, assigneeId, leadUnitId))
    if (!isOfUnit) throw new Refusal('assignee_missing')
  }
  if (step === 'decline' && !(await isLivingUnit(suggestedUnitId))) throw new Refusal('suggestion_missing')
  if (step === 'transfer' && !(await isLivingUnit(unitId))) throw new Refusal('new_lead_missing')
}

/** Tasks with the same new values are saved together: one or two statements for any number. */
async function saveMoves({ tx, actor, now }: Changing, moved: readonly Moved[]): Promise<void> {
  const groups = new Map<string, { ids: string[]; set: StepFacts & { state: TaskState } }>()
  for (const { task, state, facts } of moved) {
    const set = { ...facts, state }
    const key = JSON.stringify(set)
    const group = groups.get(key) ?? { ids: [], set }
    group.ids.push(task.id)
    groups.set(key, group)
  }
  for (const { ids, set } of groups.values()) await saveStep(tx, actor.organizationId, ids, now, set)
}

function entryOf({ task, state, facts }: Moved, step: TaskStep, said: Said): Entry {
  const { reason, ...rest } = said
  const { unitId, ...words } = rest
  const transferred = facts.leadUnitId !== undefined
  return {
    action: step === 'acceptCompletion' && state === 'leaderSignOff' ? 'task.accepted' : ACTIONS[step],
    subjectType: 'task',
    subjectId: task.id,
    before: { state: task.state, ...(transferred && { leadUnitId: task.leadUnitId }) },
    after: {
      state,
      ...Object.fromEntries(
        Object.entries(words).filter(([, value]) => value !== null && value !== '' && value !== true),
      ),
      ...(transferred && { leadUnitId: unitId }),
    },
    reason: reason || null,
  }
}
