import { sql } from 'kysely'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db } from '../db/db.ts'
import { keepWhileStill } from '../db/still.ts'
import type { Asking } from '../http/context.ts'

/** What units, people and pillars are called, by id, those that are retired or disabled too. */
export type Names = {
  /** By their short names. */
  units: ReadonlyMap<string, Ref & { position: number }>
  people: ReadonlyMap<string, Ref>
  pillars: ReadonlyMap<string, Ref & { mark: string }>
}

type Row = { kind: keyof Names; id: string; name: string; mark: string; position: number }

/** The names of an organization as they are now. */
export async function loadNames(db: Db, organizationId: string): Promise<Names> {
  const { rows } = await sql<Row>`
    select 'units' as kind, id, short_name as name, '' as mark, position from unit where organization_id = ${organizationId}
    union all select 'people', id, name, '', 0 from person where organization_id = ${organizationId}
    union all select 'pillars', id, name, mark, position from pillar where organization_id = ${organizationId}`.execute(
    db,
  )
  const names = { units: new Map(), people: new Map(), pillars: new Map() }
  for (const { kind, id, name, mark, position } of rows) names[kind].set(id, { id, name, mark, position })
  return names
}

const MOST_NAMES = 50_000
const keepNames = keepWhileStill<Names>({
  most: MOST_NAMES,
  weigh: ({ units, people, pillars }) => units.size + people.size + pillars.size,
})

/** The same, kept while nothing changes: a page of a list joins no names, and most pages are read between changes. */
export const keptNames = (db: Db, { actor: { organizationId }, journal }: Pick<Asking, 'actor' | 'journal'>) =>
  keepNames(db, { organizationId, journal }, 'names', () => loadNames(db, organizationId))
