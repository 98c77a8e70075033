import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/world.ts'
import { transact, type Tx } from './db.ts'

const add = (tx: Tx) => sql`insert into kept values (1)`.execute(tx)
const count = async (tx: Tx): Promise<number | undefined> =>
  (await sql<{ count: number }>`select count(*) from organization`.execute(tx)).rows[0]?.count

test('what is asked together runs in the order it was asked, however it was written', async () => {
  const { db } = await freshDatabase()
  const counts = await transact(db, async (tx) => {
    const add = () => tx.insertInto('organization').values({ name: '清源区', timeZone: 'Asia/Shanghai' }).execute()
    const [before, , between, , after] = await Promise.all([count(tx), add(), count(tx), add(), count(tx)])
    return [before, between, after]
  })
  expect(counts).toEqual([0, 1, 2])
})

test('of what is asked together, the first that fails is the error, and nothing is kept', async () => {
  const { db } = await freshDatabase()
  const outcome = transact(db, async (tx) => {
    await sql`create table kept (number int primary key)`.execute(tx)
    const deep = async () => Promise.all([add(tx), add(tx)])
    return Promise.all([deep(), add(tx)])
  })
  await expect(outcome).rejects.toMatchObject({ code: '23505' })
  const { rows } = await sql`select to_regclass('kept') as place`.execute(db)
  expect(rows).toEqual([{ place: null }])
})

test('a statement that failed beside others can be said again on the same connection', async () => {
  const { db } = await freshDatabase()
  const fails = () =>
    transact(db, (tx) => Promise.all([1, 2, 3, 4].map(() => sql`select ${1}::int / ${0}::int`.execute(tx))))
  for (let turn = 0; turn < 3; turn += 1) await expect(fails()).rejects.toMatchObject({ code: '22012' })
  const { rows } = await transact(db, (tx) => sql`select ${6}::int / ${3}::int as three`.execute(tx))
  expect(rows).toEqual([{ three: 2 }])
})
