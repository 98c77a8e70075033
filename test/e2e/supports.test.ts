import { describe, expect, test } from 'vitest'
import { demoPerson } from '../world.demo.ts'
import { idOf } from '#server/demo/ids.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

/** Something that is owed to a task under way of the head’s unit. */
async function owedToHead({ db }: Awaited<ReturnType<typeof district>>) {
  const leadUnitId = idOf('unit', demoPerson('unitHead').unitKey ?? '')
  return db
    .selectFrom('taskSupport as s')
    .innerJoin('task as t', 't.id', 's.taskId')
    .select(['t.id', 's.unitId', 's.deliverable'])
    .where('t.leadUnitId', '=', leadUnitId)
    .where('t.state', '=', 'inProgress')
    .where('s.state', '=', 'pending')
    .orderBy('t.code')
    .executeTakeFirstOrThrow()
}

describe.each(BROWSER_KINDS)('what a supporting unit owes in the %s browser', (kind) => {
  test('the head finds what was delivered in their day, looks at it, and confirms it there with a rating', async () => {
    const world = await district()
    const { id, unitId, deliverable } = await owedToHead(world)
    const delivered = { deliveredOn: '2026-11-20', deliveredBy: demoPerson('liaison').id, delivery: '成果已移交' }
    await world.db
      .updateTable('taskSupport')
      .set({ state: 'delivered', ...delivered, evidence: '移交单 1 份', since: new Date('2026-11-20T09:00:00+08:00') })
      .where('taskId', '=', id)
      .where('unitId', '=', unitId)
      .execute()
    const head = await world.as('unitHead', kind, '/my-day')
    await head.waitFor({ text: deliverable })
    await head.click({ role: 'button', name: '确认' })
    await head.waitFor({ role: 'dialog' })
    expect(await head.text('[open]')).toContain('成果已移交')
    expect(await head.axe('[open]')).toEqual([])
    await head.click({ css: '[open] .btn.solid' })
    await head.waitForGone({ role: 'dialog' })
    await head.open(`/tasks/${id}`)
    await head.waitFor({ text: '到位' })
    expect(await head.text('.rail .supports')).toContain('11-20 交付')
    expect(await head.axe('.rail')).toEqual([])
  })
})
