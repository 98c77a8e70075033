import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { StoryLine } from '#domain/difficulties/difficulties.contract.ts'
import type { Db } from '../db/db.ts'

/** The last of these lines are enough for any page; a story seldom has thirty. */
const LONGEST = 500

/** The story of a difficulty in its order; the caller has found that the actor may see it. */
export async function findStory(
  db: Db,
  actor: Actor,
  difficultyId: string,
): Promise<(Omit<StoryLine, 'at'> & { at: Date })[]> {
  const unit = (id: string) => sql`(select json_build_object('id', u.id, 'name', u.short_name) from unit u
    where u.organization_id = e.organization_id and u.id = e.${sql.ref(id)})`
  const person = (id: string) => sql`(select json_build_object('id', p.id, 'name', p.name) from person p
    where p.organization_id = e.organization_id and p.id = e.${sql.ref(id)})`
  const { rows } = await sql<Omit<StoryLine, 'at'> & { at: Date }>`
    select e.ordinal, e.kind, e.happened_on as "on", e.happened_at as at, e.level, e.cause, ${person('personId')} as by,
      ${unit('unitId')} as by_unit, ${unit('toUnitId')} as to_unit, e.words, e.due_on,
      case when e.silent_post is not null then json_build_object('post', e.silent_post, 'unit', ${unit('silentUnitId')},
        'person', ${person('silentPersonId')}) end as silent
    from difficulty_event e
    where e.organization_id = ${actor.organizationId} and e.difficulty_id = ${difficultyId}
    order by e.ordinal limit ${LONGEST}`.execute(db)
  return rows
}
