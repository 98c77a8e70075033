import { expect, test } from 'vitest'
import { digestPassword } from './password.ts'
import { world } from '#test/world.ts'

async function office() {
  const w = await world()
  const clerk = await w.person('林', 'supervisionOffice')
  const userName = (
    await w.db.selectFrom('person').select('userName').where('id', '=', clerk.id).executeTakeFirstOrThrow()
  ).userName
  await w.db
    .updateTable('account')
    .set({ passwordDigest: await digestPassword('Right-horse-9') })
    .where('personId', '=', clerk.id)
    .execute()
  const signIn = (password: string) => w.nobody.post('/api/sessions', { userName, password })
  return { ...w, clerk, userName, signIn }
}

test('the right password starts a session whose cookie no script can read', async () => {
  const { signIn } = await office()
  const answer = await signIn('Right-horse-9')
  expect(answer.status).toBe(201)
  expect(String(answer.headers['set-cookie'])).toMatch(/^yipanqi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('five failures in a row lock the account, for the right password too', async () => {
  const { signIn, clock } = await office()
  for (let failure = 1; failure < 5; failure += 1) expect((await signIn('wrong')).body.code).toBe('wrong_credentials')
  expect((await signIn('wrong')).body.code).toBe('account_locked')
  expect((await signIn('Right-horse-9')).body.code).toBe('account_locked')
  clock.now = new Date(clock.now.getTime() + 16 * 60_000)
  expect((await signIn('Right-horse-9')).status).toBe(201)
})

test('without a session nothing that is not public answers', async () => {
  const { nobody } = await office()
  expect((await nobody.get('/api/sessions/current')).body).toMatchObject({ code: 'not_signed_in' })
})

test('a change that another site sends with the cookie is refused', async () => {
  const { clerk } = await office()
  const forged = await clerk.delete('/api/sessions/current', { origin: 'https://elsewhere.example' })
  expect(forged.body.code).toBe('foreign_origin')
  expect((await clerk.get('/api/sessions/current')).status).toBe(200)
})

test('signing out ends the session for good', async () => {
  const { clerk, journal } = await office()
  expect((await clerk.delete('/api/sessions/current')).status).toBe(200)
  expect((await clerk.get('/api/sessions/current')).status).toBe(401)
  expect((await journal()).map((entry) => entry.action)).toEqual(['session.ended'])
})

test('guesses sent together are counted one by one: the right one among them comes in only before the lock', async () => {
  const { signIn, journal } = await office()
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('wrong')))
  const codes = answers.map(({ body }) => String(body.code)).sort()
  expect(codes).toEqual([...Array(8).fill('account_locked'), ...Array(4).fill('wrong_credentials')])
  expect((await signIn('Right-horse-9')).body.code).toBe('account_locked')
  expect((await journal()).map(({ action }) => action)).toEqual([...Array(4).fill('session.refused'), 'account.locked'])
})

test('a whole office that signs in at once lets others go on with their work', async () => {
  const { signIn, clerk } = await office()
  await signIn('wrong') // the office’s one address is counted from now on
  let signedIn = 0
  const storm = Array.from({ length: 12 }, () => signIn('Right-horse-9').then(() => (signedIn += 1)))
  await clerk.get('/api/units')
  expect(signedIn).toBeLessThan(6)
  await Promise.all(storm)
})
