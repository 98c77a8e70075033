import type { Role } from '#domain/access/actor.ts'
import { demoWorld } from '../world.demo.ts'
import { listen, visit } from './browsers.ts'
import type { BrowserKind } from './browser/unpack.ts'

/**
 * The demo district, served on a loopback port from a database of the test's own. `as` gives a page (the home page where none
 * is named) of somebody who is signed in, in the browser asked for.
 */
export async function district(settings: Parameters<typeof demoWorld>[0] = {}) {
  const { app, db, url, clock, sessionOf } = await demoWorld(settings)
  const origin = await listen(app)

  const open = (kind: BrowserKind, options: Parameters<typeof visit>[2] = {}) => visit(kind, origin, options)

  const as = async (role: Role, kind: BrowserKind, path = '/', options: Parameters<typeof visit>[2] = {}) => {
    const page = await open(kind, options)
    await page.signIn(await sessionOf(role))
    await page.open(path)
    return page
  }

  return { app, db, url, origin, clock, open, as }
}
