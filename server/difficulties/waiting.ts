import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { clockOf } from '#domain/difficulties/clock.ts'
import { type DifficultyWait, isPressed, waitOf } from '#domain/difficulties/waiting.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Db } from '../db/db.ts'
import { factsOf } from './difficulties.queries.ts'
import { findDifficulties } from './list.queries.ts'

/** The most that one person's day shows of difficulties; the board pages through the rest. */
const MOST = 200

/** A difficulty that waits on somebody: what it asks, and by when where a clock presses them. */
export type WaitingDifficulty = {
  kind: DifficultyWait
  subject: { type: 'difficulty'; id: string }
  taskId: string
  title: string
  facts: { code: string | null; unit: string; level: number }
  dueOn: Day | null
}

/** What waits on the actor among the difficulties they may see, the least time left first within each level. */
export async function findDifficultiesWaitingFor(db: Db, actor: Actor): Promise<WaitingDifficulty[]> {
  const rows = await findDifficulties(db, actor, { scope: 'open', waiting: 'mine' }, null, MOST)
  const days = await loadClockDays(db, actor.organizationId)
  return rows.flatMap((row): WaitingDifficulty[] => {
    const facts = factsOf(row)
    const kind = waitOf(actor, facts)
    if (kind === null) return []
    return [
      {
        kind,
        subject: { type: 'difficulty', id: row.id },
        taskId: row.taskId,
        title: row.title,
        facts: { code: row.taskVisible ? row.taskCode : null, unit: row.raisedUnit.name, level: row.level },
        dueOn: isPressed(kind) ? (clockOf(facts, days)?.lastOn ?? null) : null,
      },
    ]
  })
}
