import { expect, test } from 'vitest'
import { NOON, world } from '#test/world.ts'
import type { Db } from '../db/db.ts'
import { record } from '../journal/record.ts'
import { tell } from '../messages/tell.ts'
import { type Round, runRound } from './rounds.ts'

const rounds = (db: Db) => ({ db, clock: () => NOON, afterChange: () => undefined })
const toldOf = (db: Db) => db.selectFrom('message').select(['organizationId', 'personId', 'key']).execute()

/** A round that tells one person about a day, and counts how often it ran. */
function telling(to: string, fails: (organizationId: string) => boolean = () => false) {
  const ran: string[] = []
  const round: Round = {
    name: 'telling',
    seconds: 60,
    run: async (changing) => {
      const { organizationId } = changing.actor
      ran.push(organizationId)
      const subject = { type: 'task', id: 't' }
      await tell(changing, { kind: 'taskAssigned', to: [to], subject, facts: {}, key: `assigned ${changing.today}` })
      await record(changing, { action: 'calendarDay.set', subjectType: 'calendarDay', subjectId: '2026-12-30' })
      if (fails(organizationId)) throw new Error('broken in the middle')
    },
  }
  return { round, ran }
}

test('a round acts as the system: journalled under its name, on the office’s day', async () => {
  const { db, person } = await world({ alone: true })
  const { id } = await person('乔文静', 'principalLeader')
  await runRound(rounds(db), telling(id).round)
  const entries = await db.selectFrom('journalEntry').select(['personId', 'personName', 'origin']).execute()
  expect(entries).toEqual([{ personId: null, personName: '系统', origin: 'system' }])
  expect((await toldOf(db)).map(({ key }) => key)).toEqual(['assigned 2026-11-20'])
})

test('a round that breaks leaves nothing behind, and the next one does the whole of it', async () => {
  const { db, person } = await world({ alone: true })
  const { id } = await person('乔文静', 'principalLeader')
  await expect(runRound(rounds(db), telling(id, () => true).round)).rejects.toThrow('broken in the middle')
  expect(await toldOf(db)).toEqual([])
  await runRound(rounds(db), telling(id).round)
  expect(await toldOf(db)).toHaveLength(1)
})

test('what is told again under the same key is told once', async () => {
  const { db, person } = await world({ alone: true })
  const { id } = await person('乔文静', 'principalLeader')
  const { round, ran } = telling(id)
  await runRound(rounds(db), round)
  await runRound(rounds(db), round)
  expect(ran).toHaveLength(2)
  expect(await toldOf(db)).toHaveLength(1)
})

test('of several processes one does an organization’s round, and the others go on without waiting', async () => {
  const { db } = await world({ alone: true })
  let entered = () => undefined as void
  let leave = () => undefined as void
  const inside = new Promise<void>((resolve) => (entered = resolve))
  const held = new Promise<void>((resolve) => (leave = resolve))
  const ran: string[] = []
  const slow: Round = {
    name: 'slow',
    seconds: 60,
    run: async () => {
      ran.push('slow')
      entered()
      await held
    },
  }
  const first = runRound(rounds(db), slow)
  await inside
  await runRound(rounds(db), slow)
  expect(ran).toEqual(['slow'])
  leave()
  await first
})

test('a round that finds nothing due says that nothing changed', async () => {
  const { db, organizationId, person } = await world({ alone: true })
  const { id } = await person('乔文静', 'principalLeader')
  const changed: string[] = []
  const listening = { ...rounds(db), afterChange: (organization: string) => void changed.push(organization) }
  await runRound(listening, { name: 'idle', seconds: 60, run: async () => undefined })
  expect(changed).toEqual([])
  await runRound(listening, telling(id).round)
  expect(changed).toEqual([organizationId])
})

test('an organization whose round fails keeps no other from its own', async () => {
  const { db, organizationId } = await world({ alone: true })
  const other = await db.insertInto('organization').values({ name: '邻区' }).returning('id').executeTakeFirstOrThrow()
  const seen: string[] = []
  const round: Round = {
    name: 'failing',
    seconds: 60,
    run: ({ actor }) => {
      seen.push(actor.organizationId)
      return actor.organizationId === [organizationId, other.id].toSorted()[0]
        ? Promise.reject(new Error('only here'))
        : Promise.resolve()
    },
  }
  await expect(runRound(rounds(db), round)).rejects.toThrow('only here')
  expect(seen).toHaveLength(2)
})
