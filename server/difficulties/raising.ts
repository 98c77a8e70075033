import { randomUUID } from 'node:crypto'
import type { Endpoint } from '#domain/endpoint.ts'
import type { raiseDifficulty as raiseContract } from '#domain/difficulties/difficulties.contract.ts'
import { difficultyRulesOf } from '#domain/rules/rules.ts'
import { raiseDifficulty } from '#domain/difficulties/raising.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { loadFrame, loadTasks } from '../tasks/facts.queries.ts'
import { standKnown } from '../tasks/standing.ts'
import { lockTasks } from '../tasks/tasks.queries.ts'
import { addDifficulty, findSupportingUnits } from './difficulties.queries.ts'
import { ensureUnit } from './steps.ts'
import { writeStory } from './story.ts'

type Raising = typeof raiseContract extends Endpoint<any, { body: infer Body }, any, any> ? Body : never

/** Raises a difficulty of a task; gives its id. Whether it protects its raiser follows from the task's light today. */
export async function raiseOfTask(changing: Changing, taskId: string, said: Raising): Promise<string> {
  const { tx, actor, now, today } = changing
  const [lockedId] = await lockTasks(tx, actor, [taskId])
  const [task] = lockedId === undefined ? [] : await loadTasks(tx, actor.organizationId, { taskIds: [lockedId] })
  if (!task) throw new Refusal('not_found')
  if (said.counterpartId !== null) await ensureUnit(changing, said.counterpartId)
  const frame = await loadFrame(tx, actor.organizationId)
  const days = { calendar: frame.calendar, rulesOn: difficultyRulesOf(frame.ruleSets) }
  const { light } = standKnown(task, frame, today)
  const supportingUnitIds = await findSupportingUnits(tx, actor, taskId)
  const told = raiseDifficulty(actor, { ...task, supportingUnitIds, light }, said, today)
  const { counterpartId: _, ...words } = said
  const id = randomUUID()
  const row = { ...words, id, taskId, raisedOn: today, lightAtRaising: light }
  await addDifficulty(tx, actor.organizationId, row, told.difficulty, now)
  await writeStory(changing, days, [{ ...told, id, title: said.title, byClock: 0 }])
  return id
}
