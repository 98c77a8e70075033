import type { Actor } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import type { Told } from './happening.ts'
import { type Difficulty, standsAt } from './difficulty.ts'
import { canTakeDifficultyStep, takeDifficultyStep } from './steps.ts'
import { NOTHING_SAID } from './table.ts'

/**
 * Brings a difficulty before whoever rules in a meeting, by the steps it always takes: the office puts it at its level
 * and raises it, with where it is brought as the reason, until the ruler may rule on it. One that stands there already
 * stays as it is. Refuses what those steps refuse.
 */
export function bringToRuling(office: Actor, ruler: Actor, difficulty: Difficulty, where: string, today: Day): Told {
  let told: Told = { difficulty, happened: [] }
  const mayRule = () => canTakeDifficultyStep(ruler, told.difficulty, 'rule').allowed
  const take = (step: 'triage' | 'raiseLevel', level: 3 | 4 | null) => {
    const next = takeDifficultyStep(office, told.difficulty, step, { ...NOTHING_SAID, words: where, level }, today)
    told = { difficulty: next.difficulty, happened: [...told.happened, ...next.happened] }
  }
  if (difficulty.state === 'raised') take('triage', standsAt(difficulty, 3) ? 3 : 4)
  while (told.difficulty.state === 'triaged' && told.difficulty.level < 4 && !mayRule()) take('raiseLevel', null)
  return told
}
