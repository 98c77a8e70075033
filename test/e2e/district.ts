import { onTestFinished } from 'vitest'
import { DISTRICT } from '#server/demo/district.ts'
import { buildApp } from '#server/app.ts'
import type { Role } from '#domain/access/actor.ts'
import { freshDatabase } from '../world.ts'
import { visit } from './browsers.ts'
import type { BrowserKind } from './browser/unpack.ts'
import { DEMO_NOW, DEMO_PASSWORD } from './demo.ts'

/**
 * The demo district, served on a loopback port from a database of the test's own. `as` gives a page of somebody who
 * has signed in through the sign-in page, in the browser asked for.
 */
export async function district() {
  const { db, url } = await freshDatabase('template_demo')
  const clock = { now: DEMO_NOW }
  const app = await buildApp({
    db,
    clock: () => clock.now,
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'silent',
    requestsPerMinute: 100_000,
  })
  onTestFinished(() => app.close())
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })

  const open = (kind: BrowserKind, options: Parameters<typeof visit>[2] = {}) => visit(kind, origin, options)

  const as = async (role: Role, kind: BrowserKind, options: Parameters<typeof visit>[2] = {}) => {
    const page = await open(kind, options)
    await page.open('/sign-in')
    await page.fill({ label: '用户名' }, userNameOf(role))
    await page.fill({ label: '密码' }, DEMO_PASSWORD)
    await page.click({ role: 'button', name: '登录' })
    await page.waitForPath(/^(?!\/sign-in)/)
    return page
  }

  return { app, db, url, origin, clock, open, as }
}

/** The user name of the demo's account for a role. */
export function userNameOf(role: Role): string {
  const account = DISTRICT.accounts.find((one) => one.role === role)
  const person = DISTRICT.people.find(({ key }) => key === account?.person)
  if (!person) throw new Error(`the demo has no account for ${role}`)
  return person.userName
}
