import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { givePassword, PASSWORD } from '#test/world.password.ts'
import { failureKey } from './sign-in-failures.queries.ts'

const AHEAD = new Date('2026-12-18T12:00:00+08:00')

/** A clerk and an administrator, whose server's clock runs four weeks ahead until `setBack`. */
async function ahead() {
  const w = await world({ alone: true })
  const clerk = await w.person('林', 'supervisionOffice')
  const admin = await w.person('系统管理员', 'sysAdmin')
  const userName = await givePassword(w, clerk.id)
  const signIn = (password: string, name = userName) => w.nobody.post('/api/sessions', { userName: name, password })
  const present = w.clock.now
  w.clock.now = AHEAD
  return { ...w, clerk, admin, signIn, setBack: () => (w.clock.now = present) }
}

test('an address that had to wait by a clock that ran ahead is counted anew', async () => {
  const { db, address, signIn, setBack } = await ahead()
  const key = failureKey('address', address)
  await db.insertInto('signInFailure').values({ key, failureCount: 50, since: AHEAD }).execute()
  expect((await signIn(PASSWORD)).body.code).toBe('too_many_requests')
  const present = setBack()
  expect((await signIn('wrong', 'nobody')).body.code).toBe('wrong_credentials')
  const counted = db.selectFrom('signInFailure').select(['failureCount', 'since']).where('key', '=', key)
  expect(await counted.executeTakeFirst()).toEqual({ failureCount: 1, since: present })
  expect((await signIn(PASSWORD)).status).toBe(201)
})

test('an account that was locked by a clock that ran ahead opens again, and no list calls it locked', async () => {
  const { signIn, setBack, admin, clerk } = await ahead()
  for (let failure = 1; failure <= 5; failure += 1) await signIn('wrong')
  for (let failure = 1; failure <= 5; failure += 1) await signIn('wrong', 'nobody')
  expect((await signIn(PASSWORD)).body.code).toBe('account_locked')
  const locked = async () => (await admin.get('/api/accounts?state=locked')).body.items
  expect(await locked()).toMatchObject([{ id: clerk.id, lockedUntil: expect.any(String) }])
  setBack()
  expect(await locked()).toEqual([])
  const { items } = (await admin.get('/api/accounts')).body
  expect(items.map(({ lockedUntil }: { lockedUntil: string | null }) => lockedUntil)).toEqual([null, null])
  expect((await signIn('wrong', 'nobody')).body.code).toBe('wrong_credentials')
  expect((await signIn(PASSWORD)).status).toBe(201)
})

test('a session that was begun by a clock that ran ahead is over, and listed no more', async () => {
  const { signIn, setBack, nobody, clerk } = await ahead()
  const cookie = String((await signIn(PASSWORD)).headers['set-cookie']).split(';')[0] ?? ''
  expect((await nobody.get('/api/sessions/current', { cookie })).status).toBe(200)
  expect((await clerk.get('/api/sessions')).body.items).toHaveLength(2)
  setBack()
  expect((await nobody.get('/api/sessions/current', { cookie })).status).toBe(401)
  expect((await clerk.get('/api/sessions')).body.items).toMatchObject([{ current: true }])
})
