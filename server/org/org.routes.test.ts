import { expect, test } from 'vitest'
import { addPerson, orgDistrict } from '#test/world.org.ts'

test.each([
  ['two administrators in one person', [{ role: 'sysAdmin' }, { role: 'auditAdmin' }]],
  ['an administrator with a business post', [{ role: 'securityAdmin' }, { role: 'principalLeader' }]],
])('三员: %s is refused, at creation and later', async (_, posts) => {
  const d = await orgDistrict()
  const refused = await d.sysAdmin.post('/api/people', { name: '某', userName: 'mou', posts })
  expect(refused.body.code).toBe('roles_exclude')
  const { id } = await addPerson(d, '某', [{ role: 'principalLeader' }])
  expect((await d.sysAdmin.patch(`/api/people/${id}`, { posts })).body.code).toBe('roles_exclude')
})

test('a head, liaison or assignee needs a unit of this organization', async () => {
  const { sysAdmin } = await orgDistrict()
  const create = (posts: object[]) => sysAdmin.post('/api/people', { name: '某', userName: 'mou', posts })
  expect((await create([{ role: 'unitHead' }])).body.code).toBe('unit_required')
  const elsewhere = '00000000-0000-4000-8000-000000000000'
  expect((await create([{ role: 'unitHead', unitId: elsewhere }])).status).toBe(404)
})

test('nobody changes their own posts, disables themselves or resets their own password', async () => {
  const { sysAdmin } = await orgDistrict()
  const me = `/api/people/${sysAdmin.id}`
  expect((await sysAdmin.patch(me, { posts: [{ role: 'supervisionOffice' }] })).body.code).toBe('own_account')
  expect((await sysAdmin.patch(me, { disabled: true })).body.code).toBe('own_account')
  expect((await sysAdmin.post(`/api/accounts/${sysAdmin.id}/initial-password`)).body.code).toBe('own_account')
})

test('a portfolio that a colleague has changed since is not overwritten from an old page', async () => {
  const d = await orgDistrict()
  const [first, second] = [await d.unit('教育局'), await d.unit('水务局')]
  const { id } = await addPerson(d, '陈', [{ role: 'leaderInCharge', title: '副区长' }])
  const set = (unitIds: string[], seen: string[]) =>
    d.office.put(`/api/people/${id}/portfolio`, { unitIds, pillarIds: [], seen: { unitIds: seen, pillarIds: [] } })
  expect((await set([first], [])).status).toBe(200)
  expect(await set([second], [])).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } })
  expect((await set([second, first], [first])).status).toBe(200)
})

test('posts change at once: what is no longer held is ended, the rest stays', async () => {
  const d = await orgDistrict()
  const unit = await d.unit('教育局')
  const { id } = await addPerson(d, '陈', [{ role: 'leaderInCharge', title: '副区长' }])
  await d.office.put(`/api/people/${id}/portfolio`, { unitIds: [unit], pillarIds: [] })
  expect((await d.office.get('/api/portfolios')).body.items).toMatchObject([{ personId: id, unitIds: [unit] }])
  await d.sysAdmin.patch(`/api/people/${id}`, { posts: [{ role: 'unitHead', unitId: unit, title: '局长' }] })
  const { items } = (await d.office.get('/api/people?find=chen')).body
  expect(items).toEqual([
    {
      id,
      name: '陈',
      searchKeys: '陈 chen c',
      posts: [{ role: 'unitHead', unitId: unit, unitName: '教育局', title: '局长' }],
    },
  ])
  expect((await d.office.get('/api/portfolios')).body.items).toEqual([])
  const still = await d.office.put(`/api/people/${id}/portfolio`, { unitIds: [unit], pillarIds: [] })
  expect(still.body.code).toBe('not_a_leader')
})

test('user names are one on the whole server and kept from the list of people, telephone numbers too', async () => {
  const d = await orgDistrict()
  await addPerson(d, '张伟', [{ role: 'principalLeader' }], 'zhangwei')
  const again = await d.sysAdmin.post('/api/people', {
    name: '章',
    userName: 'ZhangWei',
    posts: [{ role: 'principalLeader' }],
  })
  expect(again.body.code).toBe('already_exists')
  for (const path of ['/api/people', '/api/search?find=zhangwei']) {
    const { body } = await d.office.get(path)
    expect(JSON.stringify(body)).toContain('张伟')
    expect(JSON.stringify(body)).not.toMatch(/138000|"userName"|zhangwei"/)
  }
  expect((await d.office.get('/api/accounts')).status).toBe(403)
  expect((await d.securityAdmin.get('/api/accounts?find=zhangwei')).body.items).toMatchObject([
    { userName: 'zhangwei' },
  ])
})

test.each([
  ['zhangwei', '张伟'],
  ['zw', '张伟'],
  ['ZhangW', '张伟'],
  ['zhang wei', '张伟'],
  ['伟', '张伟'],
  ['zengguang', '曾光'],
  ['zg', '曾光'],
  ['renxing', '任行'],
  ['renhang', '任行'],
])('“%s” finds %s', async (find, name) => {
  const d = await orgDistrict()
  await addPerson(d, '张伟', [{ role: 'principalLeader' }])
  await addPerson(d, '曾光', [{ role: 'principalLeader' }])
  await addPerson(d, '任行', [{ role: 'principalLeader' }])
  const { body } = await d.office.get(`/api/people?find=${encodeURIComponent(find)}`)
  expect(body.items.map((person: { name: string }) => person.name)).toEqual([name])
})

test('an initial password must be changed at the first sign-in', async () => {
  const d = await orgDistrict()
  const { userName, initialPassword } = await addPerson(d, '张伟', [{ role: 'principalLeader' }])
  const answer = await d.nobody.post('/api/sessions', { userName, password: initialPassword })
  expect(answer.body).toEqual({ mustChangePassword: true })
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  expect((await d.nobody.get('/api/units', { cookie })).body.code).toBe('password_change_required')
})

test('a reset gives a new initial password once, ends sessions and tokens, and names no password anywhere', async () => {
  const d = await orgDistrict()
  const unit = await d.unit('教育局')
  const liaison = await d.person('陈', 'liaison', unit)
  const { body: token } = await liaison.post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' })
  const { status, body } = await d.securityAdmin.post(`/api/accounts/${liaison.id}/initial-password`)
  expect(status).toBe(201)
  expect(body.initialPassword).toMatch(/^[A-Z][a-z]{3}-\d{4}-[a-z]{4}$/)
  expect((await liaison.get('/api/units')).status).toBe(401)
  expect((await d.nobody.get('/api/units', { authorization: `Bearer ${token.secret}` })).status).toBe(401)
  expect(JSON.stringify(await d.journal())).not.toContain(body.initialPassword)
})

test('the security administrator unlocks, nobody else does', async () => {
  const d = await orgDistrict()
  const { id, userName, initialPassword } = await addPerson(d, '张伟', [{ role: 'principalLeader' }])
  const signIn = (password: string) => d.nobody.post('/api/sessions', { userName, password })
  for (let failure = 0; failure < 5; failure += 1) await signIn('wrong')
  expect((await signIn(initialPassword)).body.code).toBe('account_locked')
  expect((await d.securityAdmin.get('/api/accounts?state=locked')).body.items).toMatchObject([{ id }])
  expect((await d.sysAdmin.delete(`/api/accounts/${id}/lock`)).status).toBe(403)
  expect((await d.securityAdmin.delete(`/api/accounts/${id}/lock`)).status).toBe(200)
  expect((await signIn(initialPassword)).status).toBe(201)
})

test('a disabled person is signed out at once, cannot sign in, and is on no list', async () => {
  const d = await orgDistrict()
  const { id, userName, initialPassword } = await addPerson(d, '张伟', [{ role: 'principalLeader' }])
  const signIn = () => d.nobody.post('/api/sessions', { userName, password: initialPassword })
  const cookie = String((await signIn()).headers['set-cookie']).split(';')[0] ?? ''
  expect((await d.sysAdmin.patch(`/api/people/${id}`, { disabled: true })).status).toBe(200)
  expect((await d.nobody.get('/api/sessions/current', { cookie })).status).toBe(401)
  expect((await signIn()).body.code).toBe('account_disabled')
  expect((await d.office.get('/api/people?find=zw')).body.items).toEqual([])
  await d.sysAdmin.patch(`/api/people/${id}`, { disabled: false })
  expect((await signIn()).status).toBe(201)
})

test('disabling a person and resetting a password end tokens and the calendar’s address as well, for good', async () => {
  const d = await orgDistrict()
  const liaison = await d.person('何苗', 'liaison', await d.unit('水务局'))
  const waysIn = async () => {
    const token = (await liaison.post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' })).body.secret
    const feed = (await liaison.post('/api/account/feed')).body.secret
    const isOpen = (answer: { status: number }) => answer.status === 200
    return async () => [
      isOpen(await d.nobody.get('/api/sessions/current', { authorization: `Bearer ${token}` })),
      isOpen(await d.nobody.get(`/api/feeds/${feed}.ics`)),
    ]
  }
  const beforeReset = await waysIn()
  expect(await beforeReset()).toEqual([true, true])
  const disabling = async (disabled: boolean) =>
    expect((await d.sysAdmin.patch(`/api/people/${liaison.id}`, { disabled })).status).toBe(200)
  await disabling(true)
  await disabling(false)
  expect(await beforeReset()).toEqual([false, false])
})

test('paging walks through everybody exactly once', async () => {
  const d = await orgDistrict()
  for (const name of ['甲', '乙', '丙', '丁']) await addPerson(d, name, [{ role: 'principalLeader' }])
  for (const list of ['/api/people', '/api/accounts']) {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: { body: { items: { id: string }[]; next: string | null } } = await d.sysAdmin.get(
        `${list}?limit=2${after && `&after=${encodeURIComponent(after)}`}`,
      )
      seen.push(...page.body.items.map((item) => item.id))
      after = page.body.next
    }
    expect([...new Set(seen)]).toEqual(seen)
    expect(seen).toHaveLength(7)
  }
})

test('two organizations on one database see nothing of each other', async () => {
  const d = await orgDistrict()
  const { db } = d
  const unit = await d.unit('教育局')
  const { id: elsewhere } = await db
    .insertInto('organization')
    .values({ name: '别区' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const foreign = await db
    .insertInto('unit')
    .values({
      organizationId: elsewhere,
      name: '别局',
      shortName: '别局',
      kind: 'town',
      position: 1,
      searchKeys: '别局 bieju bj',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const stranger = await db
    .insertInto('person')
    .values({ organizationId: elsewhere, name: '别人', userName: 'bieren', searchKeys: '别人 bieren br' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('account')
    .values({ organizationId: elsewhere, personId: stranger.id, passwordDigest: 'none' })
    .execute()
  const { sysAdmin, office, securityAdmin } = d
  expect((await sysAdmin.get('/api/units')).body.items.map((u: { id: string }) => u.id)).toEqual([unit])
  for (const path of ['/api/people?find=br', '/api/people'])
    expect(JSON.stringify((await office.get(path)).body)).not.toContain('别人')
  expect((await office.get('/api/search?find=bie')).body).toEqual({ tasks: [], units: [], people: [] })
  expect(JSON.stringify((await securityAdmin.get('/api/accounts')).body)).not.toContain('bieren')
  expect((await sysAdmin.patch(`/api/units/${foreign.id}`, { name: '我局' })).status).toBe(404)
  expect((await sysAdmin.patch(`/api/people/${stranger.id}`, { name: '我' })).status).toBe(404)
  expect((await securityAdmin.post(`/api/accounts/${stranger.id}/initial-password`)).status).toBe(404)
  expect((await securityAdmin.delete(`/api/accounts/${stranger.id}/lock`)).status).toBe(404)
  const posts = [{ role: 'unitHead', unitId: foreign.id }]
  expect((await sysAdmin.post('/api/people', { name: '某', userName: 'mou', posts })).status).toBe(404)
})

test('the organization is renamed by its system administrator only', async () => {
  const { sysAdmin, office, journal } = await orgDistrict()
  expect((await office.patch('/api/organization', { name: '新区' })).status).toBe(403)
  expect((await sysAdmin.patch('/api/organization', { name: '新区' })).status).toBe(200)
  expect((await office.get('/api/sessions/current')).body.organization.name).toBe('新区')
  expect((await journal()).at(-1)).toMatchObject({ action: 'organization.renamed', before: { name: '测试区' } })
})

test('of two who want the same name at the same moment one gets it, and the other is told', async () => {
  const { sysAdmin } = await orgDistrict()
  const unit = () => sysAdmin.post('/api/units', { name: '甲局', kind: 'government' })
  const person = () =>
    sysAdmin.post('/api/people', { name: '某', userName: 'mou', posts: [{ role: 'principalLeader' }] })
  for (const create of [unit, person]) {
    const answers = await Promise.all([create(), create(), create()])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'already_exists')).toHaveLength(2)
  }
})
