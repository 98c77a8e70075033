import { expect, test } from 'vitest'
import { demoPerson, demoWorld } from '#test/world.demo.ts'
import { idOf } from '../demo/ids.ts'

/** A task that another unit than the demo's unit head's leads and supports, with its words. */
async function foreignTask() {
  const w = await demoWorld()
  const unitId = idOf('unit', demoPerson('unitHead').unitKey ?? '')
  const task = await w.db
    .selectFrom('task as t')
    .select(['t.id', 't.code', 't.title', 't.sourceNumber'])
    .where('t.leadUnitId', '!=', unitId)
    .where('t.state', '=', 'inProgress')
    .where('t.restricted', '=', false)
    .where('t.sourceNumber', '!=', '')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('taskSupport as s')
            .select('s.taskId')
            .whereRef('s.taskId', '=', 't.id')
            .where('s.unitId', '=', unitId),
        ),
      ),
    )
    .orderBy('t.code')
    .executeTakeFirstOrThrow()
  const find = async (role: Parameters<typeof w.as>[0], words: string) =>
    (await (await w.as(role)).get(`/api/search?limit=20&find=${encodeURIComponent(words)}`)).body
  return { ...w, task, find }
}

test('a task is found by its code, by words of its title, and by its document’s number', async () => {
  const { task, find } = await foreignTask()
  const { tasks } = await find('supervisionOffice', task.code)
  expect(tasks[0]).toEqual({ id: task.id, code: task.code, title: task.title })
  const byTitle = await find('supervisionOffice', task.title.slice(2, 8))
  expect(byTitle.tasks.map((found: { id: string }) => found.id)).toContain(task.id)
  const byNumber = await find('supervisionOffice', task.sourceNumber)
  expect(byNumber.tasks.length).toBeGreaterThan(0)
})

test('what one may not see is not found', async () => {
  const { task, find } = await foreignTask()
  expect((await find('unitHead', task.code)).tasks).toEqual([])
  expect((await find('principalLeader', task.code)).tasks).toHaveLength(1)
})

test('units and people are found beside tasks by pinyin initials', async () => {
  const { find } = await foreignTask()
  const { units, people } = await find('liaison', 'jyj')
  expect(units.map((unit: { shortName: string }) => unit.shortName)).toContain('教育局')
  expect(JSON.stringify(people)).not.toContain('userName')
})

test('an administrator finds nothing here: business is not theirs to see', async () => {
  const { find } = await foreignTask()
  expect((await find('sysAdmin', 'jyj')).code).toBe('not_allowed')
})
