import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { district } from '#test/world.tasks.ts'
import { keepAnswer, keepWhileStill, type JournalMoment, momentColumns } from './still.ts'

/** Counts how often it was worked out. */
async function counted(most = 1000) {
  const w = await district()
  const keep = keepWhileStill<string>({ most, weigh: (value) => value.length })
  let worked = 0
  const ask = (meanwhile: () => Promise<unknown> = async () => undefined, journal: JournalMoment | null = null) =>
    keep(w.db, { organizationId: w.organizationId, journal }, 'a key', async () => {
      const answer = String(++worked)
      await meanwhile()
      return answer
    })
  const moment = async (): Promise<JournalMoment> => {
    const { rows } = await sql<JournalMoment>`
      select ${momentColumns} from organization o where o.id = ${w.organizationId}`.execute(w.db)
    return rows[0] ?? { snapshot: '', lastXid: null }
  }
  return { ...w, keep, ask, moment }
}

test('an answer that many ask for at once is worked out once, and anew after a change that came meanwhile', async () => {
  const { ask, inProgress } = await counted()
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(['1', '1', '1', '1'])
  await inProgress()
  let late: Promise<string> | undefined
  const first = ask(async () => {
    await inProgress()
    late = ask()
  })
  expect(await first).toBe('2')
  expect(await late).toBe('3')
})

test('a change is noticed that began before the answer was worked out and was committed after it', async () => {
  const { ask, db, inProgress, moment, organizationId } = await counted()
  await inProgress()
  const told = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  const open = db.transaction().execute(async (tx) => {
    await sql`insert into journal_entry (organization_id, happened_at, person_name, origin, request_id, action, subject_type, subject_id)
      values (${organizationId}, now(), 'a test', 'system', 'test', 'task.created', 'task', 'none')`.execute(tx)
    written.resolve()
    await told.promise
  })
  await written.promise
  await inProgress() // a later number, and committed
  const before = await moment()
  expect(await ask(undefined, before)).toBe('1')
  expect(await ask(undefined, await moment())).toBe('1')
  told.resolve()
  await open
  expect(await ask(undefined, await moment())).toBe('2')
})

test('what was worked out for one who saw less is not given to one who sees more', async () => {
  const { ask, inProgress, moment } = await counted()
  const before = await moment()
  await inProgress()
  const after = await moment()
  expect(await ask(undefined, before)).toBe('1')
  expect(await ask(undefined, after)).toBe('2')
  expect(await ask(undefined, before)).toBe('2')
})

test('work that fails is tried again by whoever waited for it', async () => {
  const { db, keep, moment, organizationId } = await counted()
  const at = { organizationId, journal: await moment() }
  const failing = keep(db, at, 'failing', async () => Promise.reject(new Error('lost')))
  const waiting = keep(db, at, 'failing', async () => 'there')
  await expect(failing).rejects.toThrow('lost')
  expect(await waiting).toBe('there')
})

test('what is kept never weighs more than it may, and the longest unused goes first', async () => {
  const { db, keep, organizationId } = await counted(10)
  let worked = 0
  const ask = (key: string) =>
    keep(db, { organizationId, journal: null }, key, async () => {
      worked += 1
      return 'four'
    })
  for (const key of ['a', 'b', 'a', 'c']) await ask(key)
  expect(worked).toBe(3)
  await ask('a')
  expect(worked).toBe(3)
  await ask('b')
  expect(worked).toBe(4)
})

test('what was asked weighs too, so that empty answers to long questions do not fill the memory', async () => {
  const { db, organizationId } = await counted()
  let worked = 0
  const ask = (key: string) =>
    keepAnswer(db, { organizationId, journal: null }, key, async () => {
      worked += 1
      return Buffer.from('[]')
    })
  await ask('a')
  for (const word of ['b', 'c', 'd']) await ask(word.repeat(1024 * 1024))
  await ask('a')
  expect(worked).toBe(5)
})
