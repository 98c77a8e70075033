import { randomUUID } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { askChange, type ChangeAsk } from '#domain/requests/change.ts'
import { askExtension, type ExtensionAsk } from '#domain/requests/extension.ts'
import type { Decider } from '#domain/requests/ladder.ts'
import type { RequestKind } from '#domain/requests/request.ts'
import { ladderOn } from '#domain/rules/rules.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { loadFrame } from '../tasks/facts.queries.ts'
import { addRequest, lockRequestedTask, type NewRequest, type RequestedTask } from './requests.queries.ts'

type Asked = { id: string; decider: Decider; isLate: boolean }

/** Asks for later dates of a task; throws the refusal of domain/requests/extension.ts. */
export async function askForLater(changing: Changing, taskId: string, ask: ExtensionAsk): Promise<Asked> {
  const task = await lockTask(changing, taskId, 'extensionRequest')
  const { calendar, ruleSets } = await loadFrame(changing.tx, changing.actor.organizationId)
  const rules = ladderOn(ruleSets, changing.today)
  const asked = askExtension(changing.actor, task, ask, { today: changing.today, calendar, rules })
  const dates = asked.dates.map(({ milestoneId, from, dueOn }) => ({ milestoneId, from, asked: dueOn, granted: null }))
  const { decider, ordinal, isLate } = asked
  return keep(changing, task, {
    kind: 'extensionRequest',
    rulesVersion: rules.version,
    decider,
    ordinal,
    isLate,
    reason: ask.reason,
    account: ask.progress,
    dates,
    before: null,
    after: null,
  })
}

/** Asks to change what was promised; throws the refusal of domain/requests/change.ts. */
export async function askToChange(changing: Changing, taskId: string, ask: ChangeAsk): Promise<Asked> {
  const task = await lockTask(changing, taskId, 'changeRequest')
  const { ruleSets } = await loadFrame(changing.tx, changing.actor.organizationId)
  const rules = ladderOn(ruleSets, changing.today)
  const { decider, ordinal, before, after } = askChange(changing.actor, task, ask, rules)
  return keep(changing, task, {
    kind: 'changeRequest',
    rulesVersion: rules.version,
    decider,
    ordinal,
    isLate: false,
    reason: ask.reason,
    account: ask.benefit,
    dates: [],
    before,
    after,
  })
}

async function lockTask({ tx, actor }: Changing, taskId: string, kind: RequestKind): Promise<RequestedTask> {
  const task = await lockRequestedTask(tx, actor, taskId, kind)
  if (!task) throw new Refusal('not_found')
  return task
}

async function keep(
  changing: Changing,
  task: RequestedTask,
  asked: Omit<NewRequest, 'id' | 'taskId' | 'unitId'>,
): Promise<Asked> {
  const { tx, actor } = changing
  const id = randomUUID()
  const request = { ...asked, id, taskId: task.id, unitId: task.leadUnitId ?? '' }
  await addRequest(tx, actor, changing, request)
  const { kind, decider, isLate, dates, before, after, reason } = asked
  await record(changing, {
    action: kind === 'extensionRequest' ? 'task.extensionAsked' : 'task.changeAsked',
    subjectType: 'task',
    subjectId: task.id,
    before,
    after: { requestId: id, decider, ...(isLate && { isLate }), ...(after ?? { dates }) },
    reason,
  })
  return { id, decider, isLate }
}
