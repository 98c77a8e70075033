import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { openDb } from '#server/db/db.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { loadDemo } from '#server/demo/load.ts'
import { migrate } from '#server/db/migrate.ts'
import { makeScratch, removeLeftovers, removeScratch } from './scratch.ts'

/**
 * One throw-away PostgreSQL for the run, with two templates that tests clone: an empty one, migrated, and one with the
 * demo district loaded.
 */
export default async function setup(project: TestProject) {
  const { url, leave } = await joinServer()
  project.provide('databaseUrl', url)
  return leave
}

type Running = Awaited<ReturnType<typeof startServer>>
/** Each project of a run loads this file for itself: what they share hangs on the process. */
const run: { testServer?: { started: Promise<Running>; userCount: number } } = globalThis as object

async function joinServer() {
  run.testServer ??= { started: startServer(), userCount: 0 }
  const server = run.testServer
  server.userCount += 1
  const { url, stop } = await server.started
  const leave = async () => {
    server.userCount -= 1
    if (server.userCount === 0) await stop()
  }
  return { url, leave }
}

async function startServer() {
  removeLeftovers()
  const folder = makeScratch('test')
  const server = await startEmbedded({ folder, writes: 'fast' })
  const admin = openDb(server.url, 1)
  await sql.raw('create database template_app').execute(admin)
  const template = openDb(withDatabase(server.url, 'template_app'), 1)
  await migrate(template)
  await template.destroy()
  await sql.raw('create database template_demo template template_app').execute(admin)
  const demo = openDb(withDatabase(server.url, 'template_demo'), 2)
  await loadDemo(demo, { now: DEMO_NOW, password: DEMO_PASSWORD })
  await demo.destroy()
  await admin.destroy()
  const stop = async () => {
    await server.stop()
    removeScratch(folder)
  }
  return { url: server.url, stop }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

/** The day the demo district of the tests stands on: a working Friday of the fourth quarter. */
export const DEMO_NOW = new Date('2026-11-20T12:00:00+08:00')
export const DEMO_PASSWORD = 'Journey-2026'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}
