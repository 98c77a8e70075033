import { sql, type RawBuilder } from 'kysely'

/** The directive that a task carries out now. */
export type TaskDirective = {
  id: string
  year: number
  number: number
  /** Who wrote it, while a leader: nobody else signs off. */
  signerId: string | null
}

/** The directive that the task under the alias `t` carries out now, the latest of a chain; null for none. */
export const directiveOf: RawBuilder<TaskDirective | null> = sql`(
  select json_build_object('id', d.id, 'year', d.year, 'number', d.number, 'signerId', case when exists (
      select from post o where o.organization_id = d.organization_id and o.person_id = d.written_by
        and o.role in ('principalLeader', 'leaderInCharge') and o.ended_at is null) then d.written_by end)
  from directive_task w join directive d on d.organization_id = w.organization_id and d.id = w.directive_id
  where w.organization_id = t.organization_id and w.task_id = t.id
  order by d.year desc, d.number desc limit 1)`

/** Who signs the task `t` off: who wrote its directive, else its leader in charge. */
export const signerOf: RawBuilder<string | null> = sql`coalesce((${directiveOf} ->> 'signerId')::uuid, t.leader_id)`
