import Fastify from 'fastify'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '#server/db/db.ts'
import { freshDatabase, NOON } from '#test/world.ts'
import { findUnsealed, sealInRounds } from './seal.ts'

async function place(db: Db, name: string): Promise<string> {
  const { id } = await db.insertInto('organization').values({ name }).returning('id').executeTakeFirstOrThrow()
  return id
}

/** An entry as a server leaves it that ended before it sealed it. */
const leave = async (db: Db, organizationId: string) =>
  db
    .insertInto('journalEntry')
    .values({
      organizationId,
      happenedAt: NOON,
      personName: '林晓岚',
      origin: 'web',
      requestId: 'test',
      action: 'task.created',
      subjectType: 'task',
      subjectId: 'x',
    })
    .returning('seq')
    .executeTakeFirstOrThrow()

test('the round seals what was left unsealed in every organization, and asks nothing of the others', async () => {
  const { db } = await freshDatabase()
  const [one, other, quiet] = [await place(db, '甲区'), await place(db, '乙区'), await place(db, '丙区')]
  await leave(db, one)
  await leave(db, other)
  expect(await findUnsealed(db)).toEqual([one, other].sort())

  const app = Fastify()
  onTestFinished(() => app.close())
  const found: string[] = []
  sealInRounds({ app, db, onFound: (id) => found.push(id) }, 0.02)
  await expect.poll(() => found.toSorted()).toEqual([one, other].sort())
  expect(await findUnsealed(db)).toEqual([])

  await leave(db, other)
  await expect.poll(() => found.slice(2)).toEqual([other])
  expect(found).not.toContain(quiet)
  expect(await db.selectFrom('journalSeal').select('position').execute()).toHaveLength(3)
})

test('a chain that another server sealed is looked at whatever its numbers say', async () => {
  const { db } = await freshDatabase()
  const restored = await place(db, '甲区')
  const { seq } = await leave(db, restored)
  await sql`
    insert into journal_seal (organization_id, position, entry_seq, entry_xid, algorithm, digest, sealed_at)
    select ${restored}, 1, ${seq}, (pg_current_xact_id()::text::bigint + 1000000000)::text::xid8, 'sha256', '', now()`.execute(
    db,
  )
  expect(await findUnsealed(db)).toEqual([restored])
})
