import { sql } from 'kysely'
import type { DirectiveFacts, DirectiveStanding } from '#domain/directives/standing.ts'
import type { Tx } from '../db/db.ts'

/** The directives that tasks carry out, held until the transaction ends: who signs off beside it waits and sees it. */
export async function holdDirectivesOf(tx: Tx, organizationId: string, taskIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ directiveId: string }>`
    select s.directive_id from directive_standing s
    where s.organization_id = ${organizationId} and s.directive_id in (
      select w.directive_id from directive_task w
      where w.organization_id = ${organizationId} and w.task_id = any(${[...taskIds]}::uuid[]))
    order by s.directive_id for update`.execute(tx)
  return rows.map(({ directiveId }) => directiveId)
}

/** What the standings of directives rest on. */
export async function loadDirectiveFacts(
  tx: Tx,
  organizationId: string,
  directiveIds: readonly string[],
): Promise<(DirectiveFacts & { id: string })[]> {
  const { rows } = await sql<DirectiveFacts & { id: string }>`
    select d.id, d.due_on, exists (select from directive_withdrawal x
        where x.organization_id = d.organization_id and x.directive_id = d.id) as is_withdrawn,
      coalesce((select json_agg(json_build_object('state', t.state, 'completedOn', t.completed_on,
          'dueOn', coalesce(t.redo_due_on, t.current_due_on), 'goesOn', exists (
            select from directive_task v
            join directive l on l.organization_id = v.organization_id and l.id = v.directive_id
            where v.organization_id = w.organization_id and v.task_id = w.task_id
              and (l.year, l.number) > (d.year, d.number))))
        from directive_task w join task t on t.organization_id = w.organization_id and t.id = w.task_id
        where w.organization_id = d.organization_id and w.directive_id = d.id), '[]') as works
    from directive d
    where d.organization_id = ${organizationId} and d.id = any(${[...directiveIds]}::uuid[])`.execute(tx)
  return rows
}

/** Writes how directives stand. */
export async function saveDirectiveStandings(
  tx: Tx,
  organizationId: string,
  standings: readonly (DirectiveStanding & { id: string })[],
): Promise<void> {
  await sql`
    insert into directive_standing (organization_id, directive_id, state, current_due_on, closed_on)
    select ${organizationId}, r.id, r.state, r."currentDueOn", r."closedOn"
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb)
      as r (id uuid, state text, "currentDueOn" date, "closedOn" date)
    on conflict (organization_id, directive_id) do update
      set state = excluded.state, current_due_on = excluded.current_due_on, closed_on = excluded.closed_on`.execute(tx)
}
