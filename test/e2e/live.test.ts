import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

/** A change as the page's own person makes it, from inside the page. */
const create = (path: string, body: object) =>
  `fetch('${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify(body)}' }).then(({ status }) => status)`

type Fate = 'answered' | 'missing' | 'silent'

/** Stands before a server that runs: what is asked for is answered, said to be missing, or met with silence. */
function gateOf(app: FastifyInstance) {
  const [answer] = app.server.listeners('request')
  let fateOf: (path: string) => Fate = () => 'answered'
  app.server.removeAllListeners('request')
  app.server.on('request', (request, reply) => {
    const fate = fateOf(request.url ?? '')
    if (fate === 'silent') request.socket.destroy()
    else if (fate === 'missing') reply.writeHead(404).end()
    else answer?.call(app.server, request, reply)
  })
  return {
    shut: (fate: typeof fateOf) => {
      fateOf = fate
      app.server.closeAllConnections()
    },
    open: () => void (fateOf = () => 'answered'),
  }
}

describe.each(BROWSER_KINDS)('a page in the %s browser', (kind) => {
  test('changes under its reader’s eyes when somebody else changes a fact', async () => {
    const { as, db } = await district()
    const { id } = await db
      .selectFrom('task')
      .select('id')
      .where('state', '=', 'registered')
      .orderBy('code')
      .executeTakeFirstOrThrow()
    const reader = await as('principalLeader', kind, `/tasks/${id}`)
    await reader.waitFor({ text: '已立项' })
    const office = await as('supervisionOffice', kind, '/account')
    expect(await office.eval(create(`/api/tasks/${id}/assignment`, {}))).toBe(200)
    await reader.waitFor({ text: '待签收' })
    await reader.waitForGone({ text: '已立项' })
  })

  test('says that the line is lost, and is up to date again once it is back', async () => {
    const { as, app } = await district()
    const reader = await as('principalLeader', kind)
    await reader.waitFor({ role: 'grid' })
    await reader.forgetFiles()
    const gate = gateOf(app)
    gate.shut(() => 'silent')
    await reader.waitFor({ text: '与服务器的连接断了', nth: 0 })
    // A page that was not opened before: what is there says so, and does not go before the server is back.
    await reader.click({ role: 'link', name: '批示' })
    await reader.waitFor({ role: 'heading', name: '这一页没有打开' })
    await reader.click({ role: 'button', name: '再试一次' })
    await reader.waitFor({ text: '还是没有连上服务器' })
    gate.open()
    await reader.click({ role: 'button', name: '再试一次' })
    await reader.waitFor({ role: 'heading', name: '批示' })
    await reader.waitForGone({ text: '与服务器的连接断了' })
    await reader.takeProblems()
  })

  test('opens a page whose files a newer version has under other names', async () => {
    const { as, app } = await district()
    const reader = await as('principalLeader', kind, '/account')
    await reader.waitFor({ role: 'link', name: '批示' })
    await reader.forgetFiles()
    const gate = gateOf(app)
    let isOld = true
    gate.shut((path) => {
      // Loaded anew, the page asks for the files of the newer version.
      if (path === '/directives') isOld = false
      return isOld && /^\/assets\/directives/i.test(path) ? 'missing' : 'answered'
    })
    await reader.click({ role: 'link', name: '批示' })
    await reader.waitFor({ role: 'heading', name: '批示' })
    expect(isOld).toBe(false)
    await reader.takeProblems()
  })
})
