import { settle } from '#domain/difficulties/settle.ts'
import { takeDifficultyStep } from '#domain/difficulties/steps.ts'
import { type DifficultyInput, type DifficultyStep, NOTHING_SAID } from '#domain/difficulties/table.ts'
import { Refusal } from '#domain/refusal.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { lockLiving } from '../tasks/tasks.queries.ts'
import { factsOf, lockDifficulty } from './difficulties.queries.ts'
import { saveChanged } from './story.ts'

/**
 * Takes one step of one difficulty, or throws its refusal. What clocks have made due by today is done first, so that
 * nobody decides about a level that has gone by, however long ago the last round was.
 */
export async function takeStep(
  changing: Changing,
  difficultyId: string,
  step: DifficultyStep,
  said: Partial<DifficultyInput>,
) {
  const { tx, actor, today } = changing
  const row = await lockDifficulty(tx, actor, difficultyId)
  if (!row) throw new Refusal('not_found')
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const settled = settle(factsOf(row), today, calendar)
  const input = { ...NOTHING_SAID, ...said }
  const { difficulty, happened } = takeDifficultyStep(actor, settled.difficulty, step, input, today)
  if (input.unitId !== null) await ensureUnit(changing, input.unitId)
  const lines = [...settled.happened, ...happened]
  const changed = { id: row.id, title: row.title, difficulty, happened: lines, byClock: settled.happened.length }
  await saveChanged(changing, calendar, [changed])
  return { id: row.id, state: difficulty.state, level: difficulty.level }
}

/** A unit that can be given work. Refuses difficulty_unit. */
export async function ensureUnit({ tx, actor }: Changing, id: string): Promise<void> {
  const reference = { kind: 'unit' as const, id }
  const isLiving = await lockLiving(tx, actor, [reference])
  if (!isLiving(reference)) throw new Refusal('difficulty_unit')
}
