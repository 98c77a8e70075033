import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { givePassword, PASSWORD } from '#test/world.password.ts'
import { failureKey } from './sign-in-failures.queries.ts'

/** A liaison with a password, and somebody who signs in with it. */
async function liaison(at?: Date) {
  const w = await world(at && { at })
  const unit = await w.unit('教育局')
  const person = await w.person('陈', 'liaison', unit)
  const userName = await givePassword(w, person.id)
  const signIn = (password: string, name = userName) => w.nobody.post('/api/sessions', { userName: name, password })
  const change = (currentPassword: string, newPassword: string) =>
    person.put('/api/account/password', { currentPassword, newPassword })
  const later = (minutes: number) => (w.clock.now = new Date(w.clock.now.getTime() + minutes * 60_000))
  return { ...w, me: person, userName, signIn, change, later }
}

test('a new password works at once and the old one no more', async () => {
  const { change, signIn, journal } = await liaison()
  expect((await change(PASSWORD, 'Calm-river-20')).status).toBe(200)
  expect((await signIn(PASSWORD)).body.code).toBe('wrong_credentials')
  expect((await signIn('Calm-river-20')).status).toBe(201)
  expect((await journal()).map((entry) => entry.action)).toContain('password.changed')
})

test.each([
  ['too short', 'Ab-345678'],
  ['two classes only', 'abcdefgh1234'],
  ['letters of one case', 'abcdefghijklm'],
])('a weak password is refused: %s', async (_, weak) => {
  const { change } = await liaison()
  expect((await change(PASSWORD, weak)).body.code).toBe('password_weak')
})

test('a password that holds the user name is refused', async () => {
  const { change, userName } = await liaison()
  expect((await change(PASSWORD, `${userName}A1`)).body.code).toBe('password_weak')
})

test('none of the last five passwords is taken again, the sixth is', async () => {
  const { change } = await liaison()
  const passwords = [PASSWORD, ...[1, 2, 3, 4].map((number) => `Calm-river-${number}`)]
  for (const [index, next] of passwords.slice(1).entries()) {
    expect((await change(passwords[index] ?? '', next)).status).toBe(200)
  }
  for (const former of passwords) expect((await change('Calm-river-4', former)).body.code).toBe('password_reused')
  expect((await change('Calm-river-4', 'Calm-river-5')).status).toBe(200)
  expect((await change('Calm-river-5', PASSWORD)).status).toBe(200)
})

test('guessing the current password on an open page locks the account like failed sign-ins', async () => {
  const { change, signIn } = await liaison()
  for (let guess = 1; guess < 5; guess += 1) {
    expect((await change(`Guess-${guess}-xx`, 'Calm-river-20')).body.code).toBe('wrong_current_password')
  }
  expect((await change('Guess-5-xx', 'Calm-river-20')).body.code).toBe('account_locked')
  expect((await signIn(PASSWORD)).body.code).toBe('account_locked')
})

test('an account that is locked does not take the right current password either, until the lock is over', async () => {
  const { change, later } = await liaison()
  for (let guess = 1; guess <= 5; guess += 1) await change(`Guess-${guess}-xx`, 'Calm-river-20')
  expect((await change(PASSWORD, 'Calm-river-20')).body.code).toBe('account_locked')
  later(16)
  expect((await change(PASSWORD, 'Calm-river-20')).status).toBe(200)
})

test('whoever must change the initial password reaches nothing else before', async () => {
  const { db, me, change } = await liaison()
  await db.updateTable('account').set({ mustChange: true }).where('personId', '=', me.id).execute()
  for (const path of ['/api/units', '/api/people', '/api/tokens', '/api/sessions', '/api/search?find=a']) {
    expect((await me.get(path)).body.code).toBe('password_change_required')
  }
  expect((await me.get('/api/sessions/current')).body).toMatchObject({ mustChangePassword: true })
  expect((await change(PASSWORD, 'Calm-river-20')).status).toBe(200)
  expect((await me.get('/api/units')).status).toBe(200)
})

test('a token of somebody who must change the password reaches nothing either', async () => {
  const { db, me, nobody } = await liaison()
  const { body } = await me.post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' })
  await db.updateTable('account').set({ mustChange: true }).where('personId', '=', me.id).execute()
  const answer = await nobody.get('/api/units', { authorization: `Bearer ${body.secret}` })
  expect(answer.body.code).toBe('password_change_required')
})

test('signing out everywhere else ends every other session and keeps this one', async () => {
  const { db, me, signIn, nobody } = await liaison()
  const cookies: string[] = []
  for (let place = 0; place < 2; place += 1) {
    cookies.push(String((await signIn(PASSWORD)).headers['set-cookie']).split(';')[0] ?? '')
  }
  expect((await me.get('/api/sessions')).body.items).toHaveLength(3)
  expect((await me.delete('/api/sessions/others')).body).toEqual({ endedCount: 2 })
  for (const cookie of cookies) expect((await nobody.get('/api/units', { cookie })).status).toBe(401)
  expect((await me.get('/api/sessions')).body.items).toMatchObject([{ current: true }])
  const open = db.selectFrom('session').select('digest').where('personId', '=', me.id).where('endedAt', 'is', null)
  expect(await open.execute()).toHaveLength(1)
})

test('a change of password signs out everywhere else', async () => {
  const { me, signIn, change } = await liaison()
  await signIn(PASSWORD)
  await change(PASSWORD, 'Calm-river-20')
  expect((await me.get('/api/sessions')).body.items).toHaveLength(1)
})

test('a session ends after half an hour without a request, an administrator’s after a quarter', async () => {
  const { signIn, nobody, later, db, me } = await liaison()
  const cookieFor = async () => String((await signIn(PASSWORD)).headers['set-cookie']).split(';')[0] ?? ''
  const first = await cookieFor()
  later(20)
  expect((await nobody.get('/api/units', { cookie: first })).status).toBe(200)
  later(31)
  expect((await nobody.get('/api/units', { cookie: first })).status).toBe(401)
  await db.updateTable('post').set({ role: 'sysAdmin', unitId: null }).where('personId', '=', me.id).execute()
  const second = await cookieFor()
  later(16)
  expect((await nobody.get('/api/units', { cookie: second })).status).toBe(401)
})

test('a session ends after twelve hours however busy it was', async () => {
  const { signIn, nobody, later } = await liaison()
  const cookie = String((await signIn(PASSWORD)).headers['set-cookie']).split(';')[0] ?? ''
  for (let hour = 0; hour < 23; hour += 1) {
    later(29)
    expect((await nobody.get('/api/sessions/current', { cookie })).status).toBe(200)
  }
  later(29)
  later(29)
  expect((await nobody.get('/api/sessions/current', { cookie })).status).toBe(401)
})

test('a token asks in its owner’s name until it is revoked', async () => {
  const { me, nobody, db } = await liaison()
  const { status, body } = await me.post('/api/tokens', { name: '报表', expiresOn: '2027-11-20' })
  expect(status).toBe(201)
  const headers = { authorization: `Bearer ${body.secret}` }
  expect((await nobody.get('/api/sessions/current', headers)).body.person.id).toBe(me.id)
  expect((await me.get('/api/tokens')).body.items).toMatchObject([
    { name: '报表', expiresOn: '2027-11-20', usedOn: '2026-11-20' },
  ])
  expect(JSON.stringify(await db.selectFrom('apiToken').selectAll().execute())).not.toContain(body.secret)
  expect((await me.delete(`/api/tokens/${body.token.id}`)).status).toBe(200)
  expect((await nobody.get('/api/sessions/current', headers)).status).toBe(401)
  expect((await me.get('/api/tokens')).body.items).toEqual([])
})

test('a token works through its last day and not a minute longer', async () => {
  const { me, nobody, clock } = await liaison()
  const { body } = await me.post('/api/tokens', { name: '报表', expiresOn: '2026-12-31' })
  const headers = { authorization: `Bearer ${body.secret}` }
  clock.now = new Date('2026-12-31T23:59:00+08:00')
  expect((await nobody.get('/api/units', headers)).status).toBe(200)
  clock.now = new Date('2027-01-01T00:00:00+08:00')
  expect((await nobody.get('/api/units', headers)).status).toBe(401)
})

test.each(['2026-11-20', '2026-11-01', '2027-11-21'])('a token cannot expire on %s', async (expiresOn) => {
  const { me } = await liaison()
  const answer = await me.post('/api/tokens', { name: '报表', expiresOn })
  expect(answer.body).toMatchObject({ code: 'token_expiry', facts: { earliest: '2026-11-21', latest: '2027-11-20' } })
})

test('a token can neither make tokens nor change the password', async () => {
  const { me, nobody } = await liaison()
  const { body } = await me.post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' })
  const headers = { authorization: `Bearer ${body.secret}` }
  const more = await nobody.post('/api/tokens', { name: '更多', expiresOn: '2027-01-01' }, headers)
  expect(more.body.code).toBe('session_needed')
  const password = { currentPassword: PASSWORD, newPassword: 'Calm-river-20' }
  expect((await nobody.put('/api/account/password', password, headers)).body.code).toBe('session_needed')
})

test('nobody revokes or sees another person’s tokens', async () => {
  const { me, person } = await liaison()
  const other = await person('王', 'supervisionOffice')
  const { body } = await me.post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' })
  expect((await other.get('/api/tokens')).body.items).toEqual([])
  expect((await other.delete(`/api/tokens/${body.token.id}`)).status).toBe(404)
})

test('a secret in an answer is not kept for its Idempotency-Key', async () => {
  const { me, db } = await liaison()
  const key = { 'idempotency-key': 'once' }
  const { body } = await me.post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' }, key)
  expect(JSON.stringify(await db.selectFrom('idempotencyKey').selectAll().execute())).not.toContain(body.secret)
})

test('the language chosen stays with the person', async () => {
  const { me } = await liaison()
  expect((await me.put('/api/account/language', { language: 'en' })).status).toBe(200)
  expect((await me.get('/api/sessions/current')).body.person.language).toBe('en')
})

test('a name that nobody has is answered like one that exists, its lock included', async () => {
  const { signIn } = await liaison()
  for (let failure = 1; failure < 5; failure += 1) {
    expect((await signIn('wrong', 'nobody-here')).body.code).toBe('wrong_credentials')
  }
  expect((await signIn('wrong', 'nobody-here')).body).toMatchObject({ code: 'account_locked', facts: { minutes: 15 } })
})

test('an address that fails too often over many names has to wait, then may again', async () => {
  const { signIn, later, db, address } = await liaison()
  await db
    .insertInto('signInFailure')
    .values({
      key: failureKey('address', address),
      failureCount: 49,
      since: new Date('2026-11-20T11:59:00+08:00'),
    })
    .execute()
  expect((await signIn('wrong', 'somebody')).body.code).toBe('wrong_credentials')
  const waiting = await signIn(PASSWORD)
  expect(waiting.body).toMatchObject({ code: 'too_many_requests', facts: { seconds: 540 } })
  later(10)
  expect((await signIn(PASSWORD)).status).toBe(201)
})
