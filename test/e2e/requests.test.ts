import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'
import { demoPerson } from '../world.demo.ts'
import { idOf } from '#server/demo/ids.ts'

/** A task of the head's unit, under way and not overdue. */
const taskOf = async ({ db }: Awaited<ReturnType<typeof district>>) =>
  db
    .selectFrom('task as t')
    .innerJoin('taskStanding as s', 's.taskId', 't.id')
    .innerJoin('milestone as m', 'm.taskId', 't.id')
    .select(['t.id', 't.currentDueOn'])
    .where('t.leadUnitId', '=', idOf('unit', demoPerson('unitHead').unitKey ?? ''))
    .where('t.state', '=', 'inProgress')
    .where('s.light', '<>', 'red')
    .where('m.state', '=', 'pending')
    .where('m.currentDueOn', '>', '2026-11-23')
    .orderBy('t.code')
    .executeTakeFirstOrThrow()

describe.each(BROWSER_KINDS)('a later date in the %s browser', (kind) => {
  test('the head asks by keyboard, the office grants, and the original date stays beside the new one', async () => {
    const world = await district()
    const { id } = await taskOf(world)
    const head = await world.as('unitHead', kind, `/tasks/${id}`)
    await head.click({ role: 'button', name: '申请延期' })
    await head.waitFor({ role: 'dialog' })
    expect(await head.axe('[open]')).toEqual([])
    await head.click({ css: '.date-choice:last-child input[type=checkbox]' })
    await head.fill({ label: '延至' }, '2027-01-04')
    await head.fill({ label: '延期原因' }, '占道施工许可未下')
    await head.fill({ label: '目前进展' }, '主体已完成')
    await head.click({ role: 'button', name: '提出申请' })
    await head.waitFor({ text: '第 1 次延期' })
    await head.waitFor({ text: '完成时限 12-31 改为 2027-01-04' })

    const office = await world.as('supervisionOffice', kind, '/requests')
    await office.waitFor({ text: '占道施工许可未下' })
    expect(await office.axe('main')).toEqual([])
    // What was asked last comes first.
    await office.click({ role: 'button', name: '审批', nth: 0 })
    await office.click({ role: 'button', name: '批准' })
    await office.waitForGone({ text: '占道施工许可未下' })
    await head.waitFor({ text: '延期审批单' })
    await head.waitFor({ text: '12-31 延至 2027-01-04' })
  })
})
