import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/calendar.ts'
import { openDb } from '#server/db/db.ts'
import { migrate } from '#server/db/migrate.ts'
import { DRAFT_COUNT } from './cases.ts'
import { seed, type Seeded } from './seed.ts'

const COPIES = ['recorded', 'app', 'bare'] as const
export type Copies = Record<(typeof COPIES)[number], string>

/**
 * Fills the server's database and copies it: to record on, for the product and for its limit. So all three begin with
 * the same ids, versions and numbers, and what was recorded can be said again word for word.
 */
export async function seedCopies(url: string): Promise<{ seeded: Seeded; urls: Copies }> {
  const db = openDb(url)
  await migrate(db)
  const seeded = await seed(db, dayOf(new Date(), 'Asia/Shanghai'), DRAFT_COUNT)
  await db.destroy()
  const original = new URL(url).pathname.slice(1)
  const admin = openDb(named(url, 'postgres'), 1)
  for (const copy of COPIES)
    await sql.raw(`create database bench_${copy} template "${original}" strategy file_copy`).execute(admin)
  await admin.destroy()
  return {
    seeded,
    urls: {
      // Nobody waits for what is only recorded to reach the disk.
      recorded: `${named(url, 'bench_recorded')}&options=${encodeURIComponent('-c synchronous_commit=off')}`,
      app: named(url, 'bench_app'),
      bare: named(url, 'bench_bare'),
    },
  }
}

function named(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
