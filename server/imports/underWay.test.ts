import { expect, onTestFinished, test, vi } from 'vitest'
import { workbook } from '#test/documents.ts'
import { serve } from '#test/world.ts'
import { importOffice } from '#test/world.imports.ts'
import { openDb } from '../db/db.ts'
import { follow } from './underWay.ts'

const READING = '3f0a4c1e-7d5b-4c3a-9e61-0a5d1c2b7f44'
const ADDRESS = `/api/import-readings/${READING}`
const STOPPING = `${ADDRESS}/stopping`

const LEDGER = workbook([
  {
    rows: [
      ['序号', '工作任务', '牵头单位', '完成时限'],
      ...Array.from({ length: 9000 }, (_, at) => [at + 1, `新建${at + 1}号泵站3座`, '区住建局', '6月底前']),
    ],
  },
])

/** An office with two servers on one database: what the second one is asked, the first one is reading. */
async function twoServers() {
  const office = await importOffice()
  const db = openDb(office.url, 5)
  onTestFinished(() => db.destroy())
  const other = await serve(db, office.clock)
  const colleague = await office.person('阮清', 'supervisionOffice')
  return { ...office, other: other.hands(office.clerk.secret), colleague: other.hands(colleague.secret) }
}

const patience = { timeout: 30_000, interval: 20 }

test('how far a reading is, every server can say, to its sender alone, and only while it lasts', async () => {
  const { clerk, db, asking, organizationId, other, colleague } = await twoServers()
  const actor = { ...asking.actor, organizationId, personId: clerk.id }
  const progress = { step: 'reading', rows: 500, of: 900 } as const
  await follow({ db, actor, gone: new AbortController().signal }, READING, async ({ tell }) => {
    tell(progress)
    await vi.waitFor(async () => expect((await other.get(ADDRESS)).body).toEqual({ progress }), patience)
    expect((await colleague.get(ADDRESS)).body).toEqual({ progress: null })
    expect((await colleague.post(STOPPING)).body).toEqual({ stopped: false })
  })
  expect((await other.get(ADDRESS)).body).toEqual({ progress: null })
  expect((await other.post(STOPPING)).body).toEqual({ stopped: false })
})

test('a reading is stopped through another server, however it is getting on, and nothing of it is kept', async () => {
  const { clerk, other } = await twoServers()
  const sent = clerk.upload(`/api/imports?name=a.xlsx&readingId=${READING}`, LEDGER)
  await vi.waitFor(async () => expect((await other.get(ADDRESS)).body.progress).not.toBeNull(), patience)
  expect((await other.post(STOPPING)).body).toEqual({ stopped: true })
  expect((await sent).body).toMatchObject({ code: 'reading_stopped' })
  expect((await clerk.get('/api/imports')).body.items).toEqual([])
  expect((await other.get(ADDRESS)).body).toEqual({ progress: null })
})

test('one that says nothing of how far it is, is stopped all the same', async () => {
  const { clerk, db, asking, organizationId, other } = await twoServers()
  const actor = { ...asking.actor, organizationId, personId: clerk.id }
  const silent = follow(
    { db, actor, gone: new AbortController().signal },
    READING,
    ({ gone }) => new Promise((_, reject) => gone.addEventListener('abort', () => reject(new Error('left')))),
  )
  const ended = Promise.allSettled([silent])
  await vi.waitFor(async () => expect((await other.post(STOPPING)).body).toEqual({ stopped: true }), patience)
  expect(await ended).toMatchObject([{ status: 'rejected', reason: { message: 'left' } }])
})

test('of a reading whose server ended nothing is known, and its name can be used again', async () => {
  const { clerk, db, organizationId, other } = await twoServers()
  const dead = { organizationId, personId: clerk.id, step: 'reading', toldAt: new Date('2020-01-01') } as const
  const ids = [READING, '5d0a4c1e-7d5b-4c3a-9e61-0a5d1c2b7f44']
  await db
    .insertInto('reading')
    .values(ids.map((id) => ({ ...dead, id })))
    .execute()
  expect((await other.get(ADDRESS)).body).toEqual({ progress: null })
  expect((await other.post(STOPPING)).body).toEqual({ stopped: false })
  const text = new TextEncoder().encode('1.新建公园3座。（区住建局牵头，6月底前完成）')
  expect((await clerk.upload(`/api/imports?name=a.txt&readingId=${READING}`, text)).status).toBe(201)
  expect(await db.selectFrom('reading').selectAll().execute()).toEqual([])
})
