import { sql } from 'kysely'
import type { Day } from '#domain/calendar/calendar.ts'
import type { TaskFlags } from '#domain/standing/flags.ts'
import type { Standing } from '#domain/standing/standing.ts'
import { LIGHTS } from '#domain/lights/light.ts'
import type { Db, Tx } from '../db/db.ts'

export type StandingOf = { taskId: string; standing: Standing; flags: TaskFlags }

/**
 * Writes standings in one statement, with the places their tasks have in the ledger. A row that says the same stays as
 * it is, so a new day rewrites only what the new day changed; `standing_on` is the day since which the row has said so.
 */
export async function saveStandings(
  tx: Tx,
  organizationId: string,
  today: Day,
  standings: readonly StandingOf[],
): Promise<void> {
  if (standings.length === 0) return
  const rows = standings.map(({ taskId, standing, flags }) => ({
    task_id: taskId,
    light: standing.light,
    light_rank: LIGHTS.indexOf(standing.light),
    deadline_light: standing.deadlineLight,
    trajectory_light: standing.trajectoryLight,
    planned_share: standing.plannedShare,
    actual_share: standing.actualShare,
    measured_on: standing.measuredOn,
    on_plan: standing.onPlan,
    why: standing.why,
    acknowledge_late: flags.acknowledgeLate,
    verification: flags.verification,
  }))
  await sql`
    insert into task_standing as old (organization_id, standing_on, ${sql.raw(WRITTEN.join(', '))})
    select t.organization_id, ${today}, t.id, t.plan_id, t.code, g.position, coalesce(u.position, ${BEHIND_ALL}), r.light,
      r.light_rank, r.deadline_light, r.trajectory_light, r.planned_share, r.actual_share, r.measured_on, r.on_plan, r.why,
      r.acknowledge_late, r.verification
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (task_id uuid, light text, light_rank smallint,
      deadline_light text, trajectory_light text, planned_share double precision, actual_share double precision,
      measured_on date, on_plan boolean, why jsonb, acknowledge_late boolean,
      verification text)
    join task t on t.organization_id = ${organizationId} and t.id = r.task_id
    join pillar g on g.organization_id = t.organization_id and g.id = t.pillar_id
    left join unit u on u.organization_id = t.organization_id and u.id = t.lead_unit_id
    on conflict (organization_id, task_id) do update set standing_on = excluded.standing_on, ${sql.raw(
      WRITTEN.map((column) => `${column} = excluded.${column}`).join(', '),
    )}
    where (${sql.raw(WRITTEN.map((column) => `old.${column}`).join(', '))})
      is distinct from (${sql.raw(WRITTEN.map((column) => `excluded.${column}`).join(', '))})`.execute(tx)
}
const WRITTEN = [
  'task_id',
  'plan_id',
  'task_code',
  'pillar_position',
  'unit_position',
  'light',
  'light_rank',
  'deadline_light',
  'trajectory_light',
  'planned_share',
  'actual_share',
  'measured_on',
  'on_plan',
  'why',
  'acknowledge_late',
  'verification',
]
/** The place of a task without a lead unit: behind all units. */
const BEHIND_ALL = 2_147_483_647

/** Waits for whoever else works this organization's day out; held to the end of the transaction. */
export async function awaitTurn(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('standing ' || ${organizationId}, 0))`.execute(tx)
}

/** The day the organization's standings were last worked out for; null where they must be. */
export async function standingDay(db: Db, organizationId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('organization')
    .select('standingOn')
    .where('id', '=', organizationId)
    .executeTakeFirst()
  return row?.standingOn ?? null
}

export async function saveStandingDay(tx: Tx, organizationId: string, today: Day): Promise<void> {
  await tx.updateTable('organization').set({ standingOn: today }).where('id', '=', organizationId).execute()
}

/**
 * The next tasks after `after` (in order of id), locked: a change that is under way ends first, and one that begins
 * later works its own standing out after this one.
 */
export async function holdChunk(
  tx: Tx,
  { organizationId }: { organizationId: string },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('task')
    .select('id')
    .where('organizationId', '=', organizationId)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ id }) => id)
}
