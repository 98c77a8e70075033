import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#test/database.setup.ts'
import { startProgram } from '#test/program.ts'
import { demoWorld } from '#test/world.demo.ts'
import { district } from '#test/world.tasks.ts'
import { rehearse } from './rehearsal.ts'

async function addressOf({ app }: { app: Awaited<ReturnType<typeof demoWorld>>['app'] }): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

test('a whole meeting is held, its lines broken and its words sent twice, and nobody misses or hears twice a word', async () => {
  const world = await demoWorld()
  const address = await addressOf(world)
  const figures = await rehearse({ address, password: DEMO_PASSWORD, units: 8, followers: 7 })
  expect(figures).toMatchObject({ lost: 0, doubled: 0, disordered: 0, followers: 7, cutFollowers: 3, restarted: false })
  expect(figures.points).toBeGreaterThanOrEqual(8)
  expect(figures.rulings).toBeGreaterThanOrEqual(2)
  expect(figures.sentAgain).toBe(11)
  const { followerDelayMs, caughtUpMs } = figures
  // Each screen hears all but the notes of the office, and none of them while its line is down.
  expect(caughtUpMs.count).toBeGreaterThan(0)
  expect(followerDelayMs.count).toBeGreaterThan(caughtUpMs.count)
  const office = await world.as('supervisionOffice')
  const { items } = (await office.get('/api/meetings')).body
  expect(items).toContainEqual(
    expect.objectContaining({ place: '演练（程序自动进行）', state: 'issued', rulingCount: figures.rulings }),
  )
})

test('it is not held at a real place, and says in one line what to do', async () => {
  const address = await addressOf(await district())
  const { ended, printed } = startProgram(['rehearse', '--url', address], {})
  expect(await ended).toBe(1)
  expect(printed()).toMatch(/^yipanqi: xiachu cannot sign in at .* Is it a demo.*YIPANQI_DEMO_PASSWORD.*\n$/)
})

test.each([
  [['--units', '0'], '--units takes a whole number from 1 to 42, not "0"'],
  [['--followers', 'many'], '--followers takes a whole number from 1 to'],
  [['--url', 'ftp://here'], '--url takes an address that begins with http://'],
  [['--url', 'http://xiachu:secret@here'], 'without user name or password'],
  [['--url', 'http://127.0.0.1:3000', '--restart'], '--restart is for the server of its own'],
  [['--password', 'secret'], "wrong arguments: Unknown option '--password'"],
])('what is written wrong is one line and exit code 2: %j', async (args, line) => {
  const { ended, printed } = startProgram(['rehearse', ...args], {})
  expect(await ended).toBe(2)
  expect(printed()).toMatch(/^yipanqi: .*\n$/)
  expect(printed()).toContain(line)
})

test('a server that does not answer is one line and exit code 1', async () => {
  const { ended, printed } = startProgram(['rehearse', '--url', 'http://127.0.0.1:1'], {})
  expect(await ended).toBe(1)
  expect(printed()).toMatch(/^yipanqi: cannot reach http:\/\/127\.0\.0\.1:1 \(.+\)\. .*\n$/)
})
