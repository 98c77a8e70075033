import { describe, expect, test } from 'vitest'
import { idOf } from '#server/demo/ids.ts'
import { DEMO_NOW } from '../database.setup.ts'
import { DEMO_ORGANIZATION, demoPerson } from '../world.demo.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'
import { fillTheRest } from './sheet.ts'

const UNIT = idOf('unit', demoPerson('liaison').unitKey ?? '')

/** A task at work that another unit leads. */
async function foreignTask({ db }: Awaited<ReturnType<typeof district>>) {
  return db
    .selectFrom('task')
    .select(['id', 'title', 'leadUnitId'])
    .where('leadUnitId', '!=', UNIT)
    .where('state', '=', 'inProgress')
    .where('restricted', '=', false)
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('taskSupport as s').select('s.taskId').whereRef('s.taskId', '=', 'task.id')),
      ),
    )
    .orderBy('code')
    .executeTakeFirstOrThrow()
}

describe.each(BROWSER_KINDS)('what a unit owes others on its sheet in the %s browser', (kind) => {
  test('the liaison writes it under the rows, it outlives a reload, and is saved to go with the signature', async () => {
    const world = await district()
    const { id: taskId } = await foreignTask(world)
    const owed = { taskId, unitId: UNIT, deliverable: '供水管线迁改图', dueOn: '2026-11-18', since: DEMO_NOW }
    await world.db
      .insertInto('taskSupport')
      .values({ organizationId: DEMO_ORGANIZATION, ...owed })
      .execute()
    const liaison = await world.as('liaison', kind, '/reports')
    await liaison.click({ text: '开始填报' })
    const row = `[data-delivery="${taskId}"]`
    await liaison.waitFor(row)
    // With every task checked, the foot still says what stands below them unwritten, and leads there.
    await liaison.press('F8')
    await fillTheRest(liaison)
    await liaison.click({ css: '.sheet-dock .message button' })
    await liaison.waitFor('[data-delivery] :focus')
    await liaison.fill(`${row} textarea`, '迁改图已移交')
    await liaison.waitFor({ text: '已存，签发时交付', within: row })
    await liaison.reload()
    await liaison.waitFor(`${row} textarea`)
    expect(await liaison.read(`${row} textarea`, 'value')).toBe('迁改图已移交')
    expect(await liaison.axe('.sheet-deliveries')).toEqual([])
  })
})

describe.each(BROWSER_KINDS)('a task that was transferred in the %s browser', (kind) => {
  test('is read by the unit that led it: what it left, and where the task went', async () => {
    const world = await district()
    const { id: taskId, title, leadUnitId } = await foreignTask(world)
    await world.db
      .insertInto('taskTransfer')
      .values({
        organizationId: DEMO_ORGANIZATION,
        taskId,
        number: 9,
        fromUnitId: UNIT,
        toUnitId: leadUnitId ?? '',
        transferredAt: DEMO_NOW,
        transferredBy: demoPerson('supervisionOffice').id,
        reason: '职责调整',
      })
      .execute()
    const head = await world.as('unitHead', kind, `/tasks/${taskId}`)
    await head.waitFor({ text: '只能查看' })
    const said = await head.text('main')
    expect(said).toContain(title)
    expect(said).toContain('职责调整')
    expect(await head.count({ role: 'button', name: '申请办结' })).toBe(0)
    expect(await head.axe('main')).toEqual([])
  })
})

describe.each(BROWSER_KINDS)('words of a notice in the %s browser', (kind) => {
  test('outlive a reload before they are sent', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/desk?queue=overdue')
    const open = async () => {
      await office.waitFor({ css: '.desk-open', nth: 0 })
      await office.click({ css: '.desk-open', nth: 0 })
      await office.click({ role: 'button', name: '写督办单' })
      await office.waitFor({ role: 'dialog' })
    }
    await open()
    await office.fill({ css: '[open] textarea', nth: 0 }, '连续两月没有进展')
    await office.reload()
    await open()
    expect(await office.read({ css: '[open] textarea', nth: 0 }, 'value')).toBe('连续两月没有进展')
    await office.open('/rules')
    await office.waitFor({ text: '各环节时限' })
    await office.waitFor({ text: '按各环节的新时限' })
    expect(await office.axe('main')).toEqual([])
  })
})
