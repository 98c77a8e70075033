import { expect, test } from 'vitest'
import { directiveDistrict } from '#test/world.directives.ts'
import { district } from '#test/world.tasks.ts'

test('the audit administrator sees who changed which fields, and never what a task or a report says', async () => {
  const { office, task, person, units } = await district()
  const { id, code } = await task({ title: '涉密事项专班', restricted: true })
  await office.patch(`/api/tasks/${id}`, { version: 1, changes: { evidence: '会议纪要三号' }, reason: '按书记要求' })
  await office.post(`/api/tasks/${id}/cancellation`, { reason: '另行处理' })
  const audit = await person('庹文谦', 'auditAdmin')
  const { items } = (await audit.get('/api/journal')).body
  expect(items.slice(0, 3)).toMatchObject([
    { action: 'task.cancelled', before: { state: 'draft' }, after: { state: 'cancelled' }, reason: '…' },
    { action: 'task.updated', before: { evidence: '…' }, after: { evidence: '…' }, reason: '…' },
    { action: 'task.created', after: { code, title: '…', leadUnitId: '…', restricted: '…' }, reason: null },
  ])
  const read = JSON.stringify(items)
  for (const words of ['涉密事项', '会议纪要', '书记', '另行处理', units.lead]) expect(read).not.toContain(words)
})

test('of a directive the audit administrator sees who registered it and when, and nothing of what it says', async () => {
  const w = await directiveDistrict()
  const { id } = await w.register()
  const audit = await w.person('庹文谦', 'auditAdmin')
  const { items } = (await audit.get(`/api/journal?subjectId=${id}&action=directive.registered`)).body
  expect(items).toMatchObject([{ personName: '林晓岚', subjectType: 'directive', after: { text: '…' } }])
  expect(new Set(Object.values(items[0].after))).toEqual(new Set(['…']))
})

test('what administrators do to each other’s field stays readable', async () => {
  const { person } = await district()
  const [sysAdmin, audit] = [await person('舒望', 'sysAdmin'), await person('庹文谦', 'auditAdmin')]
  await sysAdmin.post('/api/units', { name: '数据局', kind: 'government' })
  const [entry] = (await audit.get('/api/journal')).body.items
  expect(entry).toMatchObject({ action: 'unit.created', personName: '舒望', after: { name: '数据局' } })
})
