import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { openDb } from '#server/db/db.ts'
import { loadDemo } from '#server/demo/load.ts'
import { provideDatabase, withDatabase } from '../database.setup.ts'
import { DEMO_NOW, DEMO_PASSWORD } from './demo.ts'

/** Beside the empty template, one with the demo district loaded as of a fixed day: every journey clones it. */
export default async function setup(project: TestProject) {
  const { url, end } = await provideDatabase(project)
  const admin = openDb(withDatabase(url, 'postgres'), 1)
  await sql.raw('create database template_demo template template_app').execute(admin)
  await admin.destroy()
  const db = openDb(withDatabase(url, 'template_demo'), 2)
  await loadDemo(db, { now: DEMO_NOW, password: DEMO_PASSWORD })
  await db.destroy()
  return end
}
