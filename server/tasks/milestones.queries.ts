import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Tx } from '../db/db.ts'

export type MovedMilestone = { id: string; taskId: string; title: string; submittedOn: Day | null; doneOn: Day | null }

const MOVES = {
  claim: (on: Day) => sql`state = 'submitted', submitted_on = ${on}`,
  accept: (_: Day, at: Date) => sql`state = 'accepted', done_on = submitted_on, accepted_at = ${at}`,
  returnClaim: () => sql`state = 'pending', submitted_on = null`,
} as const
const MOVED_FROM = { claim: 'pending', accept: 'submitted', returnClaim: 'submitted' } as const

/**
 * Moves claimed milestones of tasks one step; those in another state, retired, or of another task stay. An accepted
 * one was done on the day of its claim, however long the office took (PRODUCT.md, Lights).
 */
export async function moveMilestones(
  tx: Tx,
  actor: Actor,
  claims: readonly { taskId: string; milestoneId: string }[],
  step: keyof typeof MOVES,
  { on, at }: { on: Day; at: Date },
): Promise<MovedMilestone[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<MovedMilestone>`
    update milestone m set ${MOVES[step](on, at)}, since = ${at}
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c ("taskId" uuid, "milestoneId" uuid)
    where m.organization_id = ${actor.organizationId} and m.id = c."milestoneId" and m.task_id = c."taskId"
      and m.state = ${MOVED_FROM[step]} and not m.retired
    returning m.id, m.task_id, m.title, m.submitted_on, m.done_on`.execute(tx)
  return rows
}
