import { settle } from '#domain/difficulties/settle.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Changing } from '../http/context.ts'
import type { Round } from '../rounds/rounds.ts'
import { factsOf, holdRunning } from './difficulties.queries.ts'
import { type Changed, saveChanged } from './story.ts'

const CHUNK = 500

/** Raises, begins and closes what clocks have made due, wherever nobody was quicker. */
export const settleDifficulties: Round = { name: 'difficulties', seconds: 60, run: settleAll }

async function settleAll(changing: Changing): Promise<void> {
  const { tx, actor, today } = changing
  const days = await loadClockDays(tx, actor.organizationId)
  let last: string | null = null
  for (;;) {
    const rows = await holdRunning(tx, actor.organizationId, today, last, CHUNK)
    const changed = rows.flatMap((row): Changed[] => {
      const { difficulty, happened } = settle(factsOf(row), today, days)
      const byClock = happened.length
      return byClock === 0 ? [] : [{ id: row.id, title: row.title, difficulty, happened, byClock }]
    })
    await saveChanged(changing, days, changed)
    if (rows.length < CHUNK) return
    last = rows[rows.length - 1]?.id ?? null
  }
}
