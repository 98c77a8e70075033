import { expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'

const NAME = encodeURIComponent('台账.xlsx')

test.each(['zh', 'en'])(
  'a ledger exported in %s and dropped again updates its tasks and says that nothing differs',
  async (language) => {
    const { office, inProgress, registered, task, units, pillars } = await district()
    await inProgress({ supports: [{ unitId: units.other, deliverable: '校企协议', dueOn: null }] })
    await registered({ title: '新建北湖九年一贯制学校', pillarId: pillars.culture.id, kind: 'action' })
    await task({ title: '新增规模以上工业企业 24 家', dueOn: null, milestones: [] })
    const workbook = await office.get(`/api/task-export?language=${language}`)
    const made = await office.upload(`/api/imports?name=${NAME}`, workbook.bytes)
    expect(made.body).toMatchObject({ kind: 'ledger', draftCount: 3 })
    const { body } = await office.get(`/api/imports/${made.body.id}/drafts`)
    const rows = body.items.map((draft: any) => [
      draft.task?.code,
      draft.differences,
      draft.doubts.map(({ code }: any) => code),
    ])
    expect(rows.sort((a: any, b: any) => (a[0] < b[0] ? -1 : 1))).toEqual([
      ['26-工-001', [], []],
      ['26-工-002', [], []],
      ['26-文-001', [], []],
    ])
  },
)

test('a ledger of any chosen columns still says which tasks of which pillar, unit and date it holds', async () => {
  const { office, inProgress } = await district()
  await inProgress()
  const workbook = await office.get('/api/task-export?columns=why')
  const made = await office.upload(`/api/imports?name=${NAME}`, workbook.bytes)
  const [row] = (await office.get(`/api/imports/${made.body.id}/drafts`)).body.items
  expect(row).toMatchObject({ task: { code: '26-工-001' }, differences: [] })
  expect(row.doubts).toEqual([])
})

test('a date that was changed in between comes back as a difference', async () => {
  const { office, assigned, task } = await district()
  await assigned()
  const draft = await task({ title: '新增规模以上工业企业 24 家', dueOn: '2026-12-30' })
  const workbook = await office.get('/api/task-export?columns=title,currentDueOn')
  await office.patch(`/api/tasks/${draft.id}`, { version: 1, changes: { dueOn: '2026-12-28' } })
  const made = await office.upload(`/api/imports?name=${NAME}`, workbook.bytes)
  const { body } = await office.get(`/api/imports/${made.body.id}/drafts`)
  const differences = Object.fromEntries(body.items.map((row: any) => [row.task.code, row.differences]))
  expect(differences).toEqual({
    '26-工-001': [],
    '26-工-002': [{ cell: 'dueOn', before: '2026-12-28', after: '2026-12-30', taken: true, refusal: null }],
  })
})
