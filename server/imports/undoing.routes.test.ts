import { expect, test } from 'vitest'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { importOffice as office, PLAN } from '#test/world.imports.ts'

test('a row is split in two, and a split is taken back whole', async () => {
  const { drop, see, decide, clerk } = await office()
  const id = await drop(PLAN)
  const { drafts } = await see(id)
  const into = [{ title: '建成厂房6万平方米' }, { title: '厂房投入使用' }]
  const { body } = await decide(id, { kind: 'split', into }, drafts.slice(0, 1))
  expect(body.done).toHaveLength(2)
  const titles = async () => (await see(id)).drafts.map(({ cells }) => cells.title)
  expect((await titles()).slice(0, 2)).toEqual(['建成厂房6万平方米', '厂房投入使用'])
  const undone = await clerk.post(`/api/imports/${id}/decisions`, { decision: { kind: 'undo' } })
  expect(undone.body).toMatchObject({ changedCount: 1, moved: true })
  expect(await titles()).toEqual(drafts.map(({ cells }) => cells.title))
})

test('two officers never overwrite each other, and each takes only the own steps back', async () => {
  const { drop, see, clerk, person, decide } = await office()
  const other = await person('沈舟', 'supervisionOffice')
  const id = await drop(PLAN)
  const [row] = (await see(id)).drafts
  const change = { version: row?.version, cells: { title: '建成二期厂房' } }
  const path = `/api/imports/${id}/drafts/${row?.id}`
  expect((await clerk.patch(path, change)).body.draft.cells.title).toBe('建成二期厂房')
  const late = await other.patch(path, { ...change, cells: { title: '另一种写法' } })
  expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', facts: { by: '林岚' } } })
  expect((await other.post(`/api/imports/${id}/decisions`, { decision: { kind: 'undo' } })).body.code).toBe(
    'nothing_to_undo',
  )
  const [now] = (await see(id)).drafts
  await other.post(`/api/imports/${id}/decisions`, {
    decision: { kind: 'accept' },
    items: [{ draftId: now?.id, version: now?.version }],
  })
  const blocked = await decide(id, { kind: 'undo' })
  expect(blocked).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', facts: { by: '沈舟' } } })
})

test('undoing goes back step by step to what was read', async () => {
  const { drop, see, clerk, decide, journal } = await office()
  const id = await drop(PLAN)
  const { drafts } = await see(id)
  const [row] = drafts
  await clerk.patch(`/api/imports/${id}/drafts/${row?.id}`, { version: row?.version, cells: { dueOn: '2026-12-01' } })
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  await decide(id, { kind: 'discard' }, (await see(id)).drafts.slice(2))
  for (let step = 0; step < 3; step += 1) expect((await decide(id, { kind: 'undo' })).status).toBe(200)
  const plain = (view: { drafts: DraftView[] }) =>
    view.drafts.map(({ cells, state, doubts, edited }) => ({ cells, state, doubts, edited }))
  expect(plain(await see(id))).toEqual(
    drafts.map(({ cells, state, doubts, edited }) => ({ cells, state, doubts, edited })),
  )
  expect((await decide(id, { kind: 'undo' })).body.code).toBe('nothing_to_undo')
  const actions = (await journal()).map(({ action }) => action).filter((action) => action.startsWith('draft.'))
  expect(actions).toEqual(['draft.edited', 'draft.accepted', 'draft.discarded', ...Array(3).fill('draft.undone')])
})

test('confirming twice registers once', async () => {
  const { drop, see, decide, clerk, db, organizationId } = await office()
  const id = await drop(PLAN)
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  const key = { 'idempotency-key': 'confirm-once' }
  const first = await clerk.post(`/api/imports/${id}/confirmation`, {}, key)
  const again = await clerk.post(`/api/imports/${id}/confirmation`, {}, key)
  expect(again.body).toEqual(first.body)
  expect((await clerk.post(`/api/imports/${id}/confirmation`)).body.code).toBe('import_wrong_state')
  expect(await db.selectFrom('task').where('organizationId', '=', organizationId).select('id').execute()).toHaveLength(
    3,
  )
})

test('a whole import is taken back: its tasks are cancelled with a reason', async () => {
  const { drop, see, decide, confirm, clerk, db, journal, organizationId } = await office()
  const id = await drop(PLAN)
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  await confirm(id)
  const undone = await clerk.post(`/api/imports/${id}/undoing`, { reason: '发错了文件' })
  expect(undone.body).toEqual({ cancelledCount: 3, restoredCount: 0 })
  const states = await db.selectFrom('task').where('organizationId', '=', organizationId).select('state').execute()
  expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  expect((await see(id)).state).toBe('undone')
  expect((await journal()).at(-1)).toMatchObject({ action: 'import.undone', reason: '发错了文件' })
  expect((await clerk.post(`/api/imports/${id}/undoing`)).body.code).toBe('import_wrong_state')
})

test('where a task has gone on, nothing is taken back and the task is named', async () => {
  const { drop, see, decide, confirm, clerk, db, organizationId } = await office()
  const id = await drop(PLAN)
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  await confirm(id)
  const { task } = (await see(id)).drafts[0] ?? {}
  await clerk.post(`/api/tasks/${task?.id}/assignment`)
  const refused = await clerk.post(`/api/imports/${id}/undoing`)
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'task_moved_on', facts: { tasks: [task?.code] } },
  })
  const states = await db
    .selectFrom('task')
    .where('organizationId', '=', organizationId)
    .select('state')
    .where('state', '=', 'cancelled')
    .execute()
  expect(states).toEqual([])
})

test('an import under review is given up without a trace in the ledger', async () => {
  const { drop, clerk, db, decide, see, organizationId } = await office()
  const id = await drop(PLAN)
  const { drafts } = await see(id)
  expect((await clerk.post(`/api/imports/${id}/undoing`)).body).toEqual({ cancelledCount: 0, restoredCount: 0 })
  expect((await decide(id, { kind: 'accept' }, drafts)).body.code).toBe('import_wrong_state')
  expect(await db.selectFrom('task').where('organizationId', '=', organizationId).select('id').execute()).toEqual([])
})
