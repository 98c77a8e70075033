import { expect, test } from 'vitest'
import { addPerson, orgDistrict } from '#test/world.org.ts'

test('units keep their official order however they are moved', async () => {
  const { sysAdmin } = await orgDistrict()
  const names = ['甲局', '乙局', '丙局', '丁局']
  const ids: string[] = []
  for (const name of names) ids.push((await sysAdmin.post('/api/units', { name, kind: 'government' })).body.id)
  const order = async () => (await sysAdmin.get('/api/units')).body.items.map((unit: { name: string }) => unit.name)
  expect(await order()).toEqual(names)
  expect((await sysAdmin.patch(`/api/units/${ids[3]}`, { position: 2 })).body.position).toBe(2)
  expect(await order()).toEqual(['甲局', '丁局', '乙局', '丙局'])
  await sysAdmin.post('/api/units', { name: '首局', kind: 'party', position: 1 })
  expect(await order()).toEqual(['首局', '甲局', '丁局', '乙局', '丙局'])
  expect((await sysAdmin.patch(`/api/units/${ids[0]}`, { position: 99 })).body.position).toBe(5)
})

test('a unit with a long name of rarer characters gets a short name that ends with a whole one', async () => {
  const { sysAdmin } = await orgDistrict()
  const { status, body } = await sysAdmin.post('/api/units', { name: `甲${'𠮷'.repeat(20)}局`, kind: 'government' })
  expect({ status, shortName: body.shortName }).toEqual({ status: 201, shortName: `甲${'𠮷'.repeat(14)}` })
})

test('two units of one name are refused, also by renaming', async () => {
  const { office } = await orgDistrict()
  await office.post('/api/units', { name: '甲局', kind: 'government' })
  const { body } = await office.post('/api/units', { name: '乙局', kind: 'government' })
  expect((await office.post('/api/units', { name: '甲局', kind: 'town' })).body.code).toBe('already_exists')
  expect((await office.patch(`/api/units/${body.id}`, { name: '甲局' })).body.code).toBe('already_exists')
})

test('a unit that open tasks lead to is not retired; without them it is, and its name is free again', async () => {
  const d = await orgDistrict()
  const { sysAdmin, db, organizationId } = d
  const { body: unit } = await sysAdmin.post('/api/units', { name: '甲局', kind: 'government' })
  const plan = await db
    .insertInto('plan')
    .values({ organizationId, year: 2026, createdAt: d.clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const pillar = await db
    .insertInto('pillar')
    .values({ organizationId, planId: plan.id, name: '工业', mark: '工', position: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const task = {
    organizationId,
    planId: plan.id,
    pillarId: pillar.id,
    code: '26-工-001',
    kind: 'action',
    title: '修路',
    leadUnitId: unit.id,
    startsOn: '2026-01-01',
    originalDueOn: '2026-12-31',
    currentDueOn: '2026-12-31',
    since: d.clock.now,
  } as const
  const { id } = await db
    .insertInto('task')
    .values({ ...task, state: 'inProgress' })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect((await sysAdmin.patch(`/api/units/${unit.id}`, { retired: true })).body).toMatchObject({
    code: 'still_used',
    facts: { count: 1 },
  })
  await db.updateTable('task').set({ state: 'closedOut' }).where('id', '=', id).execute()
  expect((await sysAdmin.patch(`/api/units/${unit.id}`, { retired: true })).status).toBe(200)
  expect((await sysAdmin.get('/api/units')).body.items).toEqual([])
  expect((await sysAdmin.get('/api/units?retired=with')).body.items).toMatchObject([{ name: '甲局', retired: true }])
  expect((await sysAdmin.post('/api/units', { name: '甲局', kind: 'government' })).status).toBe(201)
  expect((await sysAdmin.patch(`/api/units/${unit.id}`, { retired: false })).body.code).toBe('already_exists')
})

test.each(['fagai', 'fgj', '发改', 'fazhanhegaigeju', '发展和改革局', 'jiwei'])('“%s” finds the unit', async (find) => {
  const { sysAdmin, office } = await orgDistrict()
  await sysAdmin.post('/api/units', {
    name: '发展和改革局',
    shortName: '发改局',
    aliases: ['计委'],
    kind: 'government',
  })
  await sysAdmin.post('/api/units', { name: '教育局', kind: 'government' })
  const { body } = await office.get(`/api/search?find=${encodeURIComponent(find)}`)
  expect(body.units).toMatchObject([{ shortName: '发改局' }])
})

test('signs that mean something to the database find nothing by themselves', async () => {
  const d = await orgDistrict()
  await addPerson(d, '张伟', [{ role: 'principalLeader' }])
  for (const find of ['%', '_', '\\']) {
    expect((await d.office.get(`/api/people?find=${encodeURIComponent(find)}`)).body.items).toEqual([])
  }
})

test('units moved at the same moment keep one order without gaps', async () => {
  const { sysAdmin } = await orgDistrict()
  const ids: string[] = []
  for (const name of ['甲局', '乙局', '丙局', '丁局']) {
    ids.push((await sysAdmin.post('/api/units', { name, kind: 'government' })).body.id)
  }
  const moves = ids.map((id, index) => sysAdmin.patch(`/api/units/${id}`, { position: 4 - index }))
  for (const { status } of await Promise.all(moves)) expect(status).toBe(200)
  const { items } = (await sysAdmin.get('/api/units')).body
  expect(items.map((item: { position: number }) => item.position)).toEqual([1, 2, 3, 4])
})
