import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { openDb } from '#server/db/db.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'

export default async function setup(project: TestProject) {
  return (await provideDatabase(project)).end
}

/** One throw-away PostgreSQL for the run, with a migrated template that every test clones; gone when `end` is called. */
export async function provideDatabase(project: TestProject): Promise<{ url: string; end: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yipanqi-test-'))
  const server = await startEmbedded({ folder, writes: 'fast' })
  const admin = openDb(server.url, 1)
  await sql.raw('create database template_app').execute(admin)
  const template = openDb(withDatabase(server.url, 'template_app'), 1)
  await migrate(template)
  await template.destroy()
  await admin.destroy()
  project.provide('databaseUrl', server.url)
  const end = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, end }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}
