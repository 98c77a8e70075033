import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DEMO_PASSWORD } from './database.setup.ts'
import { demoPerson } from './world.demo.ts'
import { startProgram } from './program.ts'
import { freshDatabase } from './world.ts'

const Line = z.looseObject({ level: z.int(), msg: z.string(), reqId: z.string().optional() })

/** The real server with its usual log, on the demo district, and somebody who talks to it. */
async function logged() {
  const { db, url } = await freshDatabase('template_demo')
  const program = startProgram(['serve'], { DATABASE_URL: url, YIPANQI_LOG: 'info' })
  const address = await program.until(/Yipanqi is ready: (\S+)/)
  const ask = (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init)
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  const stop = async () => {
    program.child.kill('SIGTERM')
    await program.ended
    const lines = program.printed().split('\n')
    return lines.filter((line) => line.startsWith('{')).map((line) => Line.parse(JSON.parse(line)))
  }
  return { db, ask, post, stop }
}

test('the log names requests, never people, secrets, words or what was searched for', async () => {
  const { db, ask, post, stop } = await logged()
  const { userName } = demoPerson('supervisionOffice')
  const wrong = await post('/api/sessions', JSON.stringify({ userName, password: 'Wrong-Password-77' }))
  expect(wrong.status).toBe(401)
  const signedIn = await post('/api/sessions', JSON.stringify({ userName, password: DEMO_PASSWORD }))
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  await post(`/api/imports?name=${encodeURIComponent('机密会议纪要.txt')}`, '会议研究了白松岩同志的问题。', {
    cookie,
    'content-type': 'application/octet-stream',
  })
  await ask(`/api/search?find=${encodeURIComponent('白松岩')}`, { headers: { cookie } })
  await ask('/api/tasks', { headers: { authorization: 'Bearer secrettokensecrettokensecret' } })
  await ask('/setup?link=one-time-secret-link')
  await ask(`/api/feeds/${'calendar-secret-'.repeat(3)}.ics`)
  await post('/api/saved-views', JSON.stringify({ name: '', search: '填报内容的文字' }), { cookie })
  await sql`create function tell() returns trigger language plpgsql as $$ begin raise exception 'row says %', new.search; end $$`.execute(
    db,
  )
  await sql`create trigger tell before insert on saved_view for each row execute function tell()`.execute(db)
  const failed = await post('/api/saved-views', JSON.stringify({ name: '视图', search: 'q=填报内容的文字' }), {
    cookie,
  })
  const { requestId, message } = z
    .object({ requestId: z.string(), message: z.string(), code: z.literal('unexpected') })
    .parse(await failed.json())
  expect(failed.status).toBe(500)
  expect(message).toContain(requestId)

  const lines = await stop()
  const text = JSON.stringify(lines)
  const secrets = [
    'Wrong-Password',
    DEMO_PASSWORD,
    cookie.slice(8),
    'secrettoken',
    'one-time-secret',
    'calendar-secret',
    'yipanqi=',
  ]
  const words = [userName, '机密', '白松岩', encodeURIComponent('白松岩'), '填报内容', 'row says', '视图', '?']
  expect([...secrets, ...words].filter((word) => text.includes(word))).toEqual([])
  const ofRequests = lines.filter(({ msg }) => !msg.startsWith('Server listening'))
  expect(ofRequests.length).toBeGreaterThan(14)
  expect(ofRequests.filter(({ reqId }) => reqId === undefined)).toEqual([])
  const [error] = lines.filter(({ level }) => level === 50)
  expect(error).toMatchObject({ reqId: requestId, msg: 'unexpected error', err: { code: 'P0001' } })
})
