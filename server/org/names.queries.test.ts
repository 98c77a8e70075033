import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { type JournalMoment, momentColumns } from '#server/db/still.ts'
import { district } from '#test/world.tasks.ts'
import { namesFor, refOf } from './names.queries.ts'

test('who came after the names that are kept has a name all the same', async () => {
  const { asking, db, organizationId, unit, units } = await district()
  const { rows } = await sql<JournalMoment>`
    select ${momentColumns} from organization o where o.id = ${organizationId}`.execute(db)
  const at = { actor: asking.actor, journal: rows[0] ?? null }
  const before = await namesFor(db, at, [units.lead])
  expect(refOf(before, units.lead).name).not.toBe('')
  // Of the same moment, as for a request that was let in before and reads its rows after.
  const late = await unit('区气象局')
  expect(refOf(await namesFor(db, at, [units.lead, late]), late)).toEqual({ id: late, name: '区气象局' })
})
