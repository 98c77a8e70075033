import { expect, test } from 'vitest'
import { openDb } from '#server/db/db.ts'
import { untilSomebodyWaits } from '#test/waiting.ts'
import { serve, world } from '#test/world.ts'
import { givePassword, PASSWORD } from '#test/world.password.ts'

/** A liaison with a password, in a database of their own that is asked through two connections only. */
async function liaison() {
  const w = await world({ alone: true })
  const me = await w.person('陈', 'liaison', await w.unit('教育局'))
  const admin = await w.person('系统管理员', 'sysAdmin')
  const userName = await givePassword(w, me.id)
  const db = openDb(w.url, 2)
  const { app, hands } = await serve(db, w.clock)
  const change = (newPassword: string) =>
    hands(me.secret).put('/api/account/password', { currentPassword: PASSWORD, newPassword })
  const signIn = (name: string, password: string, remoteAddress: string) =>
    app.inject({ method: 'POST', url: '/api/sessions', payload: { userName: name, password }, remoteAddress })
  return { ...w, me, admin: hands(admin.secret), asMe: hands(me.secret), userName, small: db, change, signIn }
}

test('whoever changes their password many times at once changes it once, and nobody else waits', async () => {
  const { change, asMe, journal, small } = await liaison()
  await asMe.get('/api/units')
  let changed = 0
  const storm = Array.from({ length: 40 }, (_, index) =>
    change(`Calm-river-${index}`).then(({ status, body }) => {
      if (status === 200) changed += 1
      return body.code ?? status
    }),
  )
  expect((await asMe.get('/api/units')).status).toBe(200)
  expect(changed).toBe(0)
  const said = await Promise.all(storm)
  expect(said.filter((each) => each === 200)).toHaveLength(1)
  expect(said.filter((each) => each === 'too_many_requests')).toHaveLength(39)
  expect((await journal()).map(({ action }) => action)).toEqual(['password.changed'])
  await small.destroy()
})

test('a password that was reset while it was being changed stays as it was reset', async () => {
  const { change, db, me, small } = await liaison()
  let changing: ReturnType<typeof change> | undefined
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('account').set({ passwordDigest: 'reset' }).where('personId', '=', me.id).execute()
    changing = change('Calm-river-20')
    await untilSomebodyWaits(db)
  })
  expect((await changing)?.body.code).toBe('wrong_current_password')
  const account = db.selectFrom('account').select(['passwordDigest', 'failureCount']).where('personId', '=', me.id)
  expect(await account.executeTakeFirst()).toEqual({ passwordDigest: 'reset', failureCount: 1 })
  await small.destroy()
})

test('an administrator who opens many accounts at once holds no connection while their digests are made', async () => {
  const { admin, small, asMe } = await liaison()
  await asMe.get('/api/units')
  let opened = 0
  const storm = Array.from({ length: 20 }, (_, index) =>
    admin
      .post('/api/people', { name: `某${index}`, userName: `some${index}`, posts: [{ role: 'principalLeader' }] })
      .then(({ status }) => {
        opened += 1
        return status
      }),
  )
  expect((await asMe.get('/api/units')).status).toBe(200)
  expect(opened).toBeLessThan(5)
  expect(await Promise.all(storm)).toEqual(Array(20).fill(201))
  await small.destroy()
})

test('wrong passwords from one address wait for each other, and sign-ins from elsewhere do not wait for them all', async () => {
  const { signIn, userName, small } = await liaison()
  let refused = 0
  const storm = Array.from({ length: 60 }, (_, index) =>
    signIn(`nobody-${index}`, 'wrong', '10.9.0.1').then((reply) => {
      refused += 1
      return reply.json<{ code: string }>().code
    }),
  )
  expect((await signIn(userName, PASSWORD, '10.9.0.2')).statusCode).toBe(201)
  expect(refused).toBeLessThan(30)
  const codes = await Promise.all(storm)
  expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(50)
  expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(10)
  await small.destroy()
})
