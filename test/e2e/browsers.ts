import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished } from 'vitest'
import { openPage } from './browser/page.ts'
import type { Page } from './browser/page.ts'
import { startBrowser } from './browser/process.ts'
import type { Browser } from './browser/process.ts'
import type { VisitorOptions } from './browser/tab.ts'
import { findProgram } from './browser/unpack.ts'
import type { BrowserKind } from './browser/unpack.ts'

const running = new Map<BrowserKind, Promise<Browser>>()

/** One process per kind for all the tests of a worker; it dies with it. */
function browserOf(kind: BrowserKind): Promise<Browser> {
  const started = running.get(kind) ?? findProgram(kind).then(startBrowser)
  running.set(kind, started)
  return started
}

/**
 * Opens a page for a visitor nobody knows yet, inside a test: the page is closed when the test ends,
 * and the test fails if the page logged an error, broke its content security policy, or asked for
 * something outside this machine. `origin` is where the product listens, such as `http://127.0.0.1:4000`.
 */
export async function visit(kind: BrowserKind, origin: string, options: VisitorOptions = {}): Promise<Page> {
  const page = await openPage(await browserOf(kind), origin, options)
  onTestFinished(async () => {
    const problems = await page.takeProblems()
    await page.close()
    expect(problems, 'errors the page logged').toEqual([])
  })
  return page
}

/** Where the districts of this process listen, one after the other: what a browser knows of the product it knows by its address. */
let usualPort = 0

/** Lets browsers in and says at which address. */
export async function listen(app: FastifyInstance): Promise<string> {
  const origin = await app
    .listen({ host: '127.0.0.1', port: usualPort })
    .catch((error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? app.listen({ host: '127.0.0.1', port: 0 }) : Promise.reject(error),
    )
  usualPort = Number(new URL(origin).port)
  return origin
}
