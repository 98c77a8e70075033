import type { StepFacts } from '#domain/tasks/effects.ts'
import type { StepInput } from '#domain/tasks/inLife.ts'
import type { TaskStep } from '#domain/tasks/lifecycle.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Changing } from '../http/context.ts'
import type { Frame, KnownTask } from './facts.queries.ts'
import { record } from '../journal/record.ts'
import { moveMilestones } from './milestones.queries.ts'
import { standKnown } from './standing.ts'
import { decideDisputes, saveDispute, saveTransfer } from './steps.queries.ts'
import { retireSupports } from './tasks.queries.ts'

/** A task with the state a step leads it to, and the facts it leaves behind. */
export type Moved = { task: KnownTask; state: TaskState; facts: StepFacts }

const DECISIONS = { upholdAssignment: 'upheld', transfer: 'transferred', cancel: 'cancelled' } as const
const isDecision = (step: TaskStep): step is keyof typeof DECISIONS => step in DECISIONS

/** What a step leaves beside the task: a dispute and its decision, a former lead and its work. */
export async function savePapers(
  changing: Changing,
  step: TaskStep,
  said: Partial<StepInput>,
  moved: readonly Moved[],
  frame: Frame,
): Promise<void> {
  const { tx, actor, now } = changing
  const reason = said.reason ?? ''
  if (step === 'decline') for (const { task, facts } of moved) await decline(changing, task, facts, said)
  if (step === 'transfer') for (const { task, facts } of moved) await transfer(changing, task, facts, reason, frame)
  await decideAnswers(changing, step, moved)
  const disputed = moved.filter(({ task }) => task.state === 'disputed').map(({ task }) => task.id)
  if (isDecision(step) && disputed.length > 0)
    await decideDisputes(tx, actor, now, { taskIds: disputed, decision: DECISIONS[step], reason })
}

const CLAIMS = { acceptCompletion: 'accept', returnCompletion: 'returnClaim' } as const

/** The milestones of a directive were claimed with its answer: they are decided with it. */
async function decideAnswers(changing: Changing, step: TaskStep, moved: readonly Moved[]): Promise<void> {
  if (step !== 'acceptCompletion' && step !== 'returnCompletion') return
  const { tx, actor, now, today } = changing
  const claims = moved
    .filter(({ task }) => task.directive !== null)
    .flatMap(({ task }) => task.milestones.map(({ id }) => ({ taskId: task.id, milestoneId: id })))
  const decided = await moveMilestones(tx, actor, claims, CLAIMS[step], { on: today, at: now })
  const isAccepted = step === 'acceptCompletion'
  await record(
    changing,
    ...decided.map(({ id, taskId, title, doneOn }) => ({
      action: isAccepted ? 'milestone.accepted' : 'milestone.returned',
      subjectType: 'task',
      subjectId: taskId,
      before: { state: 'submitted' },
      after: { state: isAccepted ? 'accepted' : 'pending', milestoneId: id, title, ...(doneOn && { doneOn }) },
    })),
  )
}

async function decline(
  { tx, actor, now }: Changing,
  { id, leadUnitId }: KnownTask,
  { declineCount }: StepFacts,
  { reason, suggestedUnitId, legalBasis }: Partial<StepInput>,
): Promise<void> {
  if (leadUnitId === null || declineCount === undefined || !reason || !suggestedUnitId || !legalBasis) return
  await saveDispute(tx, actor, now, {
    taskId: id,
    number: declineCount,
    unitId: leadUnitId,
    reason,
    suggestedUnitId,
    legalBasis,
  })
}

async function transfer(
  { tx, actor, now, today }: Changing,
  task: KnownTask,
  { leadUnitId: toUnitId }: StepFacts,
  reason: string,
  frame: Frame,
): Promise<void> {
  if (task.leadUnitId === null || toUnitId === undefined) return
  const { actualShare } = standKnown(task, frame, today)
  await saveTransfer(tx, actor, now, { taskId: task.id, fromUnitId: task.leadUnitId, toUnitId, reason, actualShare })
  // A unit leads a task or supports it, never both.
  await retireSupports(tx, actor.organizationId, now, [{ taskId: task.id, unitId: toUnitId }])
}
