import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

/** A change as the page's own person makes it, from inside the page. */
const create = (path: string, body: object) =>
  `fetch('${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify(body)}' }).then(({ status }) => status)`

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
    await app.close()
    await reader.waitFor({ text: '与服务器的连接断了', nth: 0 })
    await reader.takeProblems()
  })
})
