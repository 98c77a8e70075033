import { canBenchmark, canName, gapOf } from '#domain/highlights/benchmarks.ts'
import { dropBenchmark, listBenchmarks, nameBenchmark } from '#domain/highlights/highlights.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Actor } from '#domain/access/actor.ts'
import type { Db } from '../db/db.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import {
  addBenchmark,
  type Compared,
  findBenchmarks,
  findCompared,
  lockBenchmark,
  saveDropped,
} from './benchmarks.queries.ts'

/** The named peers of a task; what happens to them stands in the task's own timeline. */
export function benchmarkRoutes(served: Served): void {
  read(served, listBenchmarks, async ({ db, actor, params }) => {
    const task = await compared(db, actor, params.taskId)
    const rows = await findBenchmarks(db, actor, params.taskId)
    return {
      own: task.own,
      measure: task.measure,
      items: rows.map((row) => ({ ...row, gap: gapOf(task.own, row.value) })),
      mayName: task.measure !== null && canBenchmark(actor, task).allowed,
    }
  })
  change(served, nameBenchmark, async ({ params: { taskId }, body, ...changing }) => {
    const { tx, actor, today } = changing
    const { leadUnitId, measure } = await compared(tx, actor, taskId)
    ensure(canName(actor, { leadUnitId, hasTarget: measure !== null }, body.asOn, today))
    const named = { ...body, taskId, namedBy: actor.personId, namedOn: today }
    const id = await addBenchmark(tx, actor.organizationId, named)
    await record(changing, { action: 'task.peerNamed', subjectType: 'task', subjectId: taskId, after: body })
    return { id }
  })
  change(served, dropBenchmark, async ({ params: { taskId, benchmarkId: id }, ...changing }) => {
    const { tx, actor, today } = changing
    ensure(canBenchmark(actor, await compared(tx, actor, taskId)))
    const benchmark = await lockBenchmark(tx, actor, { taskId, id })
    if (!benchmark) throw new Refusal('not_found')
    if (benchmark.droppedOn !== null) return { id }
    await saveDropped(tx, actor.organizationId, id, { droppedOn: today, droppedBy: actor.personId })
    const { peer, value, asOn } = benchmark
    const before = { peer, value, asOn }
    await record(changing, { action: 'task.peerDropped', subjectType: 'task', subjectId: taskId, before })
    return { id }
  })
}

async function compared(db: Db, actor: Actor, taskId: string): Promise<Compared> {
  const task = await findCompared(db, actor, taskId)
  if (!task) throw new Refusal('not_found')
  return task
}
