import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { NOON, world } from '#test/world.ts'
import type { Db } from '../db/db.ts'
import { record } from './record.ts'
import { link, seal, sealedContent } from './seal.ts'

async function audited() {
  const w = await world()
  const auditor = await w.person('审计', 'auditAdmin')
  const writing = (db: Db, note: string) =>
    db
      .transaction()
      .execute((tx) =>
        record({ ...w.asking, tx }, { action: 'unit.renamed', subjectType: 'unit', subjectId: note, after: { note } }),
      )
  /** Seals until nothing is left: transactions of other tests on the same server may be older and hold it up. */
  const sealAll = async () => {
    do await seal(w.db, w.organizationId)
    while ((await auditor.get('/api/journal/verification')).body.unsealedCount > 0)
  }
  return { ...w, auditor, sealAll, write: (note: string) => writing(w.db, note) }
}

test('no row of the journal can be changed, deleted or emptied, whoever asks the database', async () => {
  const { db, write } = await audited()
  await write('一')
  for (const statement of [
    "update journal_entry set action = 'x'",
    'delete from journal_entry',
    'truncate journal_entry cascade',
  ])
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/append-only/)
})

test('every committed entry is chained, in whatever order transactions end', async () => {
  const { db, auditor, write, sealAll } = await audited()
  const slow = await db.startTransaction().execute()
  await sql`select pg_current_xact_id()`.execute(slow)
  await write('先提交')
  await slow.commit().execute()
  await Promise.all(['甲', '乙', '丙', '丁'].map(write))
  await sealAll()
  const { body } = await auditor.get('/api/journal/verification')
  expect(body).toMatchObject({ sealedCount: 5, unsealedCount: 0, brokenAt: null, algorithm: 'sha256' })
})

test('an entry that was tampered with behind the triggers breaks the chain at its place', async () => {
  const { db, auditor, write, sealAll } = await audited()
  await write('一')
  await write('二')
  await write('三')
  await sealAll()
  await sql`alter table journal_entry disable trigger user`.execute(db)
  await sql`update journal_entry set person_name = '别人' where subject_id = '二'`.execute(db)
  expect((await auditor.get('/api/journal/verification')).body).toMatchObject({ brokenAt: 2 })
})

test('a seal never makes an unfinished transaction’s entry skip the chain', async () => {
  const { db, organizationId, auditor, write, asking, sealAll } = await audited()
  const open = await db.startTransaction().execute()
  await record({ ...asking, tx: open }, { action: 'unit.renamed', subjectType: 'unit', subjectId: '早开晚交' })
  await write('晚开早交')
  await seal(db, organizationId)
  await open.commit().execute()
  await sealAll()
  expect((await auditor.get('/api/journal/verification')).body).toMatchObject({
    sealedCount: 2,
    unsealedCount: 0,
    brokenAt: null,
  })
})

test('a dump restored on another server, whose transactions count lower, goes on with the same chain', async () => {
  const { db, organizationId, auditor, write, sealAll } = await audited()
  for (const note of ['一', '二', '三']) await write(note)
  await sealAll()
  await write('转储时还没有入链')
  // What a dump brings: the rows as they were, the numbers of their transactions far ahead of this server's.
  await sql`alter table journal_entry disable trigger user`.execute(db)
  await sql`alter table journal_seal disable trigger user`.execute(db)
  await sql`update journal_entry set xid = (xid::text::bigint + 1000000)::text::xid8`.execute(db)
  await sql`delete from journal_seal`.execute(db)
  const { rows } = await sql<{ seq: number; xid: string; content: string }>`
    select seq, xid, ${sealedContent} as content from journal_entry order by seq limit 3`.execute(db)
  let digest: Buffer = Buffer.alloc(0)
  for (const [index, { seq, xid, content }] of rows.entries()) {
    digest = link('sha256', digest, content)
    await db
      .insertInto('journalSeal')
      .values({
        organizationId,
        position: index + 1,
        entrySeq: seq,
        entryXid: xid,
        algorithm: 'sha256',
        digest,
        sealedAt: NOON,
      })
      .execute()
  }
  await write('恢复之后')
  await sealAll()
  await write('再一条')
  await sealAll()
  expect((await auditor.get('/api/journal/verification')).body).toMatchObject({
    sealedCount: 6,
    unsealedCount: 0,
    brokenAt: null,
  })
})

test('the journal pages from the newest back without gaps or repeats', async () => {
  const { auditor, write } = await audited()
  for (const note of ['一', '二', '三', '四', '五']) await write(note)
  const first = (await auditor.get('/api/journal?limit=3')).body
  const second = (await auditor.get(`/api/journal?limit=3&after=${encodeURIComponent(first.next)}`)).body
  expect([...first.items, ...second.items].map((entry: { subjectId: string }) => entry.subjectId)).toEqual([
    '五',
    '四',
    '三',
    '二',
    '一',
  ])
  expect(second.next).toBeNull()
})
