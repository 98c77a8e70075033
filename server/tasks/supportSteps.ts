import { Refusal } from '#domain/refusal.ts'
import { type SupportRating, type SupportState, type SupportStep, takeSupport } from '#domain/tasks/support.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { lockSupports, saveDecided, saveDelivered } from './supports.queries.ts'
import { type SUPPORT_TELLINGS, tellSupports } from './supportTelling.ts'

/** What is said with a step: what was delivered and what shows it, or what the lead unit thinks of it. */
export type SupportWords = { words: string; evidence?: string; rating?: SupportRating | null }
type Place = { taskId: string; unitId: string }

const PAST = {
  deliver: 'delivered',
  confirm: 'confirmed',
  return: 'returned',
  goWithout: 'undelivered',
} as const satisfies Record<SupportStep, keyof typeof SUPPORT_TELLINGS>

/** Takes a step of what a unit owes a task, or throws its refusal; what the actor may not see is not there. */
export async function takeSupportStep(
  changing: Changing,
  place: Place,
  step: SupportStep,
  said: SupportWords,
): Promise<Place & { state: SupportState }> {
  const [taken] = await takeSupportSteps(changing, step, [{ ...place, ...said }])
  if (!taken) throw new Refusal('not_found')
  return taken
}

/** Takes the same step of several supports, all or none. */
export async function takeSupportSteps(
  changing: Changing,
  step: SupportStep,
  asked: readonly (Place & SupportWords)[],
): Promise<(Place & { state: SupportState })[]> {
  const { tx, actor, today, now } = changing
  const supports = await lockSupports(tx, actor, asked)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const taken = asked.map(({ taskId, unitId, ...said }) => {
    const support = supports.find((one) => one.taskId === taskId && one.unitId === unitId)
    if (!support) throw new Refusal('not_found')
    const rating = said.rating ?? null
    const state = takeSupport(actor, support, step, { words: said.words, rating }, { today, calendar })
    return { support, said: { evidence: '', ...said, rating }, state, place: { taskId, unitId } }
  })
  const rows = taken.map(({ place, said, state }) => ({ ...place, ...said, state }))
  const by = { on: today, personId: actor.personId, since: now }
  await (step === 'deliver' ? saveDelivered : saveDecided)(tx, actor.organizationId, rows, by)
  await record(
    changing,
    ...taken.map(({ support, said, state, place: { taskId, unitId } }) => ({
      action: `support.${PAST[step]}`,
      subjectType: 'task',
      subjectId: taskId,
      before: { state: support.state },
      after: { unitId, state, ...spoken(step, said) },
      reason: step === 'deliver' ? null : said.words || null,
    })),
  )
  await tellSupports(
    changing,
    PAST[step],
    taken.map(({ support, said }) => ({ support, facts: { reason: said.words } })),
  )
  return taken.map(({ place, state }) => ({ ...place, state }))
}

const spoken = (step: SupportStep, { words, evidence, rating }: Required<SupportWords>) =>
  step === 'deliver' ? { delivery: words, ...(evidence && { evidence }) } : { ...(rating && { rating }) }
