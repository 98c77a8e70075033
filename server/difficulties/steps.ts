import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { bringToRuling } from '#domain/difficulties/bringing.ts'
import { settle } from '#domain/difficulties/settle.ts'
import { takeDifficultyStep } from '#domain/difficulties/steps.ts'
import { type DifficultyInput, type DifficultyStep, NOTHING_SAID } from '#domain/difficulties/table.ts'
import { ensureLeadFits } from '#domain/meetings/ruling.ts'
import { Refusal } from '#domain/refusal.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
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
  const days = await loadClockDays(tx, actor.organizationId)
  const settled = settle(factsOf(row), today, days)
  const input = { ...NOTHING_SAID, ...said }
  const { difficulty, happened } = takeDifficultyStep(actor, settled.difficulty, step, input, today)
  if (input.unitId !== null) await ensureUnit(changing, input.unitId)
  const lines = [...settled.happened, ...happened]
  const changed = { id: row.id, title: row.title, difficulty, happened: lines, byClock: settled.happened.length }
  await saveChanged(changing, days, [changed])
  return { id: row.id, state: difficulty.state, level: difficulty.level }
}

/** A ruling that a meeting made: who ruled, in which words, and where. */
export type MeetingRuling = { ruler: Actor; words: string; unitId: string; dueOn: Day; where: string }

/**
 * Rules on a difficulty in a meeting: the office, which writes it down, brings it before the ruler, whose ruling it is.
 * In its story each step has its own author; the journal names who wrote it down.
 */
export async function ruleInMeeting(changing: Changing, difficultyId: string, ruling: MeetingRuling): Promise<string> {
  const { tx, actor, today } = changing
  const row = await lockDifficulty(tx, actor, difficultyId)
  if (!row) throw new Refusal('not_found')
  const days = await loadClockDays(tx, actor.organizationId)
  const settled = settle(factsOf(row), today, days)
  const { ruler, words, unitId, dueOn, where } = ruling
  ensureLeadFits(unitId, settled.difficulty.raisedUnitId)
  const brought = bringToRuling(actor, ruler, settled.difficulty, where, today)
  const ruled = takeDifficultyStep(ruler, brought.difficulty, 'rule', { words, unitId, dueOn, level: null }, today)
  await ensureUnit(changing, unitId)
  const happened = [...settled.happened, ...brought.happened, ...ruled.happened]
  const deeds = new Map([
    ...brought.happened.map((_, index): [number, string] => [settled.happened.length + index, actor.personId]),
    [happened.length - 1, ruler.personId] as const,
  ])
  const changed = { id: row.id, title: row.title, difficulty: ruled.difficulty, happened, byClock: 0, deeds }
  await saveChanged(changing, days, [changed])
  return row.taskId
}

/** A unit that can be given work. Refuses difficulty_unit. */
export async function ensureUnit({ tx, actor }: Changing, id: string): Promise<void> {
  const reference = { kind: 'unit' as const, id }
  const isLiving = await lockLiving(tx, actor, [reference])
  if (!isLiving(reference)) throw new Refusal('difficulty_unit')
}
