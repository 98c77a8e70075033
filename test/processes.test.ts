import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from './database.setup.ts'
import { startProgram } from './program.ts'
import { freshDatabase } from './world.ts'

/** Two servers on one PostgreSQL, and somebody who talks now to the one, now to the other. */
async function pair() {
  const { url } = await freshDatabase('template_demo')
  const variables = { DATABASE_URL: url, YIPANQI_LOG: 'error' }
  const programs = [startProgram(['serve'], variables), startProgram(['serve'], variables)]
  const addresses = await Promise.all(programs.map(({ until }) => until(/Yipanqi is ready: (\S+)/)))
  const ask = async (server: 0 | 1, path: string, cookie: string, sent?: { method: string; body: object }) => {
    const reply = await fetch(`${addresses[server]}${path}`, {
      method: sent?.method ?? 'GET',
      headers: { cookie, ...(sent && { 'content-type': 'application/json', origin: addresses[server] ?? '' }) },
      ...(sent && { body: JSON.stringify(sent.body) }),
    })
    return {
      status: reply.status,
      cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '',
      body: (await reply.json()) as any,
    }
  }
  const signIn = async (server: 0 | 1, userName: string) =>
    (await ask(server, '/api/sessions', '', { method: 'POST', body: { userName, password: DEMO_PASSWORD } })).cookie
  return { ask, signIn }
}

test('two servers on one database behave as one: sessions, changes, figures, sign-out', async () => {
  const { ask, signIn } = await pair()
  const cookie = await signIn(0, 'xiachu')
  expect((await ask(1, '/api/sessions/current', cookie)).body).toMatchObject({ person: { userName: 'xiachu' } })

  const before = [await ask(0, '/api/board', cookie), await ask(1, '/api/board', cookie)]
  expect(before[0]?.body).toEqual(before[1]?.body)
  const { body: ledger } = await ask(0, '/api/tasks?state=registered&limit=1', cookie)
  const taskId = ledger.items[0].id
  // What the other server keeps of the ledger and of the task must not outlive the change.
  expect((await ask(1, '/api/tasks?state=registered&limit=1', cookie)).body).toEqual(ledger)
  expect((await ask(1, `/api/tasks/${taskId}`, cookie)).body.state).toBe('registered')
  const cancelled = await ask(0, `/api/tasks/${taskId}/cancellation`, cookie, {
    method: 'POST',
    body: { reason: '任务合并' },
  })
  expect(cancelled.status).toBe(200)
  const after = [await ask(1, '/api/board', cookie), await ask(0, '/api/board', cookie)]
  expect(after[0]?.body.total.taskCount).toBe(before[0]?.body.total.taskCount - 1)
  expect(after[0]?.body).toEqual(after[1]?.body)
  expect((await ask(1, '/api/tasks?state=registered&limit=1', cookie)).body.items[0]?.id).not.toBe(taskId)
  expect((await ask(1, `/api/tasks/${taskId}`, cookie)).body.state).toBe('cancelled')

  await ask(1, '/api/sessions/current', cookie, { method: 'DELETE', body: {} })
  expect((await ask(0, '/api/sessions/current', cookie)).status).toBe(401)
})

test('two servers that start at once on an empty database migrate it once', async () => {
  const { url } = await freshDatabase()
  const programs = [0, 1].map(() => startProgram(['serve'], { DATABASE_URL: url, YIPANQI_LOG: 'error' }))
  const ready = await Promise.all(programs.map(({ until }) => until(/Yipanqi is ready: (\S+)/)))
  expect(ready).toHaveLength(2)
})
