import type { Actor, ActorPost } from '../../access/actor.ts'
import { type Day, workingCalendar } from '../../calendar/calendar.ts'
import { Refusal } from '../../refusal.ts'
import { standardDays } from '../clock.ts'
import type { Difficulty } from '../difficulty.ts'
import type { Told } from '../happening.ts'
import { raiseDifficulty, type TroubledTask } from '../raising.ts'
import { takeDifficultyStep } from '../steps.ts'
import { type DifficultyInput, type DifficultyStep, NOTHING_SAID } from '../table.ts'

/** National Day of 2026 and its make-up Saturday, so that clocks cross what is not a week. */
export const CALENDAR = workingCalendar([
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((on) => ({
    on,
    workday: false,
    name: '国庆节',
  })),
  { on: '2026-10-10', workday: true, name: '国庆节' },
])

export const DAYS = standardDays(CALENDAR)

export const person = (personId: string, ...posts: ActorPost[]): Actor => ({
  organizationId: 'qingyuan',
  personId,
  name: personId,
  posts,
  portfolio: { unitIds: [], pillarIds: [] },
})
export const head = (unitId: string) => person(`head of ${unitId}`, { role: 'unitHead', unitId })
export const OFFICE = person('office', { role: 'supervisionOffice', unitId: null })
export const LIAISON = person('liaison', { role: 'liaison', unitId: 'school' })
export const HEAD = head('school')
export const LEADER = person('leader', { role: 'leaderInCharge', unitId: null })
export const PRINCIPAL = person('principal', { role: 'principalLeader', unitId: null })
export const [WORKS, LAND, GRID] = [head('works'), head('land'), head('grid')]
export const EVERYBODY = [OFFICE, LIAISON, HEAD, LEADER, PRINCIPAL, WORKS, LAND, GRID]

export const TASK: TroubledTask = {
  state: 'inProgress',
  leadUnitId: 'school',
  supportingUnitIds: ['works'],
  leaderId: 'leader',
  light: 'green',
}
export const FRIDAY = '2026-11-20'
export const said = (input: Partial<DifficultyInput> = {}): DifficultyInput => ({ ...NOTHING_SAID, ...input })
export const PROMISE = said({ words: '月底前移交管网', dueOn: '2026-11-30', unitId: 'land', level: 2 })

export const raised = (actor = LIAISON, counterpartId: string | null = 'works', on: Day = FRIDAY): Difficulty =>
  raiseDifficulty(actor, TASK, { counterpartId, wantedOn: '2026-12-31' }, on).difficulty

/** At a level, as after triage on that day. */
export const atLevel = (level: 1 | 2 | 3 | 4, fields: Partial<Difficulty> = {}): Difficulty => ({
  ...raised(),
  state: 'triaged',
  level,
  ...fields,
})

export const take = (
  actor: Actor,
  difficulty: Difficulty,
  step: DifficultyStep,
  input = PROMISE,
  today: Day = FRIDAY,
): Told => takeDifficultyStep(actor, difficulty, step, input, today)

export const refusalOf = (decide: () => unknown): string => {
  try {
    decide()
    return 'allowed'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
