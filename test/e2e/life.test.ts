import { describe, expect, test } from 'vitest'
import { idOf } from '#server/demo/ids.ts'
import { demoPerson } from '../world.demo.ts'
import { district } from './district.ts'

describe.each(['floor', 'current'] as const)('a task’s life in the %s browser', (kind) => {
  test('a leader decides a second decline on a phone, with both sides before their eyes', async () => {
    const { db, as } = await district()
    const { taskId, suggestedUnitId } = await db
      .selectFrom('taskDispute')
      .selectAll()
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    const leader = await as('principalLeader', kind, `/tasks/${taskId}`, { width: 390, height: 844 })
    await leader.click({ css: '.subject-steps .menu > button' })
    await leader.click({ role: 'button', name: '转办' })
    await leader.waitFor({ text: '第二次退回', within: 'dialog' })
    await leader.waitFor({ text: '请写明理由。' })
    await leader.fill({ label: '理由' }, '由主管单位牵头')
    // All is said: Enter in a line of the dialog takes the step, as the button does.
    await leader.focus({ label: '新的牵头单位', within: 'dialog' })
    await leader.press('Enter')
    await leader.waitFor({ text: '待签收' })
    const task = await db.selectFrom('task').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow()
    expect(task).toMatchObject({ state: 'assigned', leadUnitId: suggestedUnitId, declineCount: 2 })
  })

  test('the office strikes off many at once, and is told item by item what must be seen on the spot', async () => {
    const { db, as } = await district()
    const completed = await db.selectFrom('task').select('id').where('state', '=', 'completed').execute()
    const office = await as('supervisionOffice', kind, '/ledger?state=completed')
    // What is listed can be picked, and the rows come after their number.
    await office.waitFor({ css: `tr[data-line="${completed.length - 1}"]` })
    await office.click({ label: '选中已列出的全部' })
    await office.waitFor({ text: `已选 ${completed.length} 项` })
    await office.click({ css: '.ledger-dock .btn.solid' })
    await office.fill({ label: '核验情况' }, '查阅台账，资料齐全')
    await office.click({ role: 'button', name: '销号', within: 'dialog' })
    await office.waitFor({ css: '.ledger-dock .outcome' })
    await office.waitForGone({ role: 'dialog' })
    const left = await db.selectFrom('task').select('id').where('state', '=', 'completed').execute()
    const marked = await db.selectFrom('taskStanding').select('taskId').where('verification', 'is not', null).execute()
    expect(left.map(({ id }) => id).toSorted()).toEqual(marked.map(({ taskId }) => taskId).toSorted())
    expect(left.length).toBeLessThan(completed.length)
    expect(await office.count({ css: '.ledger-dock .outcome li' })).toBe(left.length)
  })

  test('nothing of a disputed task’s page is out of reach for people who cannot see or use a mouse', async () => {
    const { db, as } = await district()
    const { taskId } = await db
      .selectFrom('taskDispute')
      .select('taskId')
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    const leader = await as('principalLeader', kind, `/tasks/${taskId}`)
    await leader.waitFor({ text: '退回与裁定' })
    expect(await leader.axe()).toEqual([])
    await leader.click({ role: 'button', name: '维持交办' })
    await leader.waitFor({ label: '理由' })
    expect(await leader.axe()).toEqual([])
  })

  test('the head of the lead unit reads on the task why completion cannot be asked for yet, and what to do', async () => {
    const { db, as } = await district()
    const { id } = await db
      .selectFrom('task as t')
      .innerJoin('milestone as m', 'm.taskId', 't.id')
      .select('t.id')
      .where('t.leadUnitId', '=', idOf('unit', demoPerson('unitHead').unitKey ?? ''))
      .where('t.state', '=', 'inProgress')
      .where('m.state', '=', 'pending')
      .where('t.sourceType', '=', 'annualPlan')
      .orderBy('t.code')
      .executeTakeFirstOrThrow()
    const head = await as('unitHead', kind, `/tasks/${id}`, { width: 390, height: 844 })
    await head.waitFor({ text: '个节点没有验收' })
    await head.waitFor({ text: '请在汇报表中报节点完成' })
    expect(await head.axe('main')).toEqual([])
  })
})
