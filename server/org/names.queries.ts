import { sql } from 'kysely'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db } from '../db/db.ts'
import { keepWhileStill } from '../db/still.ts'
import type { Asking } from '../http/context.ts'

/** A unit by its short name, a person, or a pillar with its mark; `position` is the official order of units. */
type Named = Ref & { mark: string; position: number }
/** What units, people and pillars are called, by id, those that are retired or disabled too. */
export type Names = ReadonlyMap<string, Named>

async function loadNames(db: Db, organizationId: string): Promise<Names> {
  const { rows } = await sql<Named>`
    select id, short_name as name, '' as mark, position from unit where organization_id = ${organizationId}
    union all select id, name, '', 0 from person where organization_id = ${organizationId}
    union all select id, name, mark, position from pillar where organization_id = ${organizationId}`.execute(db)
  return new Map(rows.map((named) => [named.id, named]))
}

const MOST_NAMES = 50_000
const keepNames = keepWhileStill<Names>({ most: MOST_NAMES, weigh: ({ size }) => size })

/**
 * The organization's names, these ids among them; read once a change, so that what is listed joins none. What was read
 * before may name somebody who came after the names that are kept: then they are read again.
 */
export async function namesFor(
  db: Db,
  { actor: { organizationId }, journal }: Pick<Asking, 'actor' | 'journal'>,
  ids: readonly (string | null)[],
): Promise<Names> {
  const kept = await keepNames(db, { organizationId, journal }, 'names', () => loadNames(db, organizationId))
  return ids.every((id) => id === null || kept.has(id)) ? kept : loadNames(db, organizationId)
}

/** A pillar with its name and the sign it has on the board. */
export const pillarOf = (names: Names, id: string) => ({ ...refOf(names, id), mark: names.get(id)?.mark ?? '' })

/** A person or unit with its name, as answers have it. */
export function refOf(names: Names, id: string): Ref
export function refOf(names: Names, id: string | null): Ref | null
export function refOf(names: Names, id: string | null): Ref | null {
  return id === null ? null : { id, name: names.get(id)?.name ?? '' }
}
