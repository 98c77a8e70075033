import type { Role } from '#domain/access/actor.ts'
import { DEMO_PASSWORD } from '../database.setup.ts'
import { demoPerson, demoWorld } from '../world.demo.ts'
import { visit } from './browsers.ts'
import type { BrowserKind } from './browser/unpack.ts'

/**
 * The demo district, served on a loopback port from a database of the test's own. `as` gives a page of somebody who
 * has signed in through the sign-in page, in the browser asked for.
 */
export async function district(settings: Parameters<typeof demoWorld>[0] = {}) {
  const { app, db, url, clock } = await demoWorld(settings)
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })

  const open = (kind: BrowserKind, options: Parameters<typeof visit>[2] = {}) => visit(kind, origin, options)

  const as = async (role: Role, kind: BrowserKind, options: Parameters<typeof visit>[2] = {}) => {
    const page = await open(kind, options)
    await page.open('/sign-in')
    await page.fill({ label: '用户名' }, demoPerson(role).userName)
    await page.fill({ label: '密码' }, DEMO_PASSWORD)
    await page.click({ role: 'button', name: '登录' })
    await page.waitForPath(/^(?!\/sign-in)/)
    return page
  }

  return { app, db, url, origin, clock, open, as }
}
