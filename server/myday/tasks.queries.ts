import { sql, type RawBuilder } from 'kysely'
import { type Actor, hasAnyRole, hasRole, unitIdsOf } from '#domain/access/actor.ts'
import { WAITING_TASK_STATES, type WaitingTask } from '#domain/myday/waiting.ts'
import type { Db } from '../db/db.ts'
import { directiveOf, signerOf } from '../db/directiveOf.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

export type WaitingTaskRow = WaitingTask & {
  id: string
  code: string
  title: string
  leadUnit: string | null
  /** The directive it carries out; null for none. */
  directiveId: string | null
  /** The office day since which it waits. */
  stateOn: string
  /** How many tasks of this state wait for the actor in all. */
  stateCount: number
}

/**
 * Tasks whose next step may be the actor's, by state, those that wait longest first, so many of each. What each asks of
 * the actor is decided by domain/myday/waiting.ts.
 */
export async function findWaitingTasks(db: Db, actor: Actor, mostOfEach: number): Promise<WaitingTaskRow[]> {
  const { rows } = await sql<WaitingTaskRow>`
    select w.* from (
      select t.id, t.code, t.title, t.state, t.lead_unit_id, t.leader_id, ${signerOf} as signer_id, t.decline_count,
        ${directiveOf} ->> 'id' as directive_id, u.short_name as lead_unit,
        coalesce(t.state_on, t.since::date) as state_on,
        count(*) over (partition by t.state)::int as state_count,
        row_number() over (partition by t.state order by t.state_on, t.code) as place
      from task t
      left join unit u on u.organization_id = t.organization_id and u.id = t.lead_unit_id
      where t.organization_id = ${actor.organizationId} and t.state in (${sql.join(WAITING_TASK_STATES)})
        and ${visibleTo(actor)} and ${concerns(actor)}) w
    where w.place <= ${mostOfEach} order by w.state, w.place`.execute(db)
  return rows
}

/** Narrows to what can concern the actor, so that counts are theirs. */
function concerns(actor: Actor): RawBuilder<boolean> {
  const ways = [
    ...(hasRole(actor, 'supervisionOffice')
      ? [sql<boolean>`(t.state not in ('assigned','leaderSignOff') and (t.state <> 'disputed' or t.decline_count < 2))`]
      : []),
    ...(unitIdsOf(actor).length > 0
      ? [sql<boolean>`(t.state = 'assigned' and t.lead_unit_id = any(${unitIdsOf(actor)}::uuid[]))`]
      : []),
    ...(hasRole(actor, 'leaderInCharge')
      ? [sql<boolean>`(t.leader_id = ${actor.personId} and t.state = 'disputed' and t.decline_count > 1)`]
      : []),
    ...(hasAnyRole(actor, ['leaderInCharge', 'principalLeader'])
      ? [sql<boolean>`(t.state = 'leaderSignOff' and ${signerOf} = ${actor.personId})`]
      : []),
  ]
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`
}
