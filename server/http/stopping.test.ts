import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { untilSomebodyWaits } from '#test/waiting.ts'
import { world } from '#test/world.ts'

/** A connection that is kept for further requests, as browsers keep theirs; `ask` sends one and gives the answer's head. */
async function connection(port: number, secret: string | null) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const ask = async (path: string) => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: yipanqi=${secret}\r\n\r\n`)
    const [head] = await once(socket, 'data')
    return String(head)
  }
  return { ask, ended: once(socket, 'close') }
}

test('a stopping server answers what is under way and lets go of connections on which nothing is', async () => {
  const { app, db, person } = await world({ alone: true })
  const { secret } = await person('高玉成', 'sysAdmin')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const [fresh, used, busy] = await Promise.all([
    connection(port, secret),
    connection(port, secret),
    connection(port, secret),
  ])
  expect(await used.ask('/api/sessions/current')).toContain('200 OK')
  const held = await db.startTransaction().execute()
  await sql`lock table session in access exclusive mode`.execute(held)
  const answer = busy.ask('/api/sessions/current')
  await untilSomebodyWaits(held)
  const closed = app.close()
  await Promise.all([fresh.ended, used.ended])
  await held.commit().execute()
  expect(await answer).toContain('200 OK')
  await Promise.all([busy.ended, closed])
})
