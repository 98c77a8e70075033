import { Refusal } from '#domain/refusal.ts'
import { type SupportRating, type SupportState, type SupportStep, takeSupport } from '#domain/tasks/support.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { lockSupport, saveSupport, type SupportWrites } from './supports.queries.ts'
import { type SUPPORT_TELLINGS, tellSupports } from './supportTelling.ts'

/** What is said with a step: what was delivered and what shows it, or what the lead unit thinks of it. */
export type SupportWords = { words: string; evidence?: string; rating?: SupportRating }
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
  { taskId, unitId }: Place,
  step: SupportStep,
  said: SupportWords,
): Promise<Place & { state: SupportState }> {
  const { tx, actor, today, now } = changing
  const support = await lockSupport(tx, actor, taskId, unitId)
  if (!support) throw new Refusal('not_found')
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const rating = said.rating ?? null
  const state = takeSupport(actor, support, step, { words: said.words, rating }, { today, calendar })
  await saveSupport(tx, actor.organizationId, { taskId, unitId }, now, writesOf(changing, step, state, said))
  await record(changing, {
    action: `support.${PAST[step]}`,
    subjectType: 'task',
    subjectId: taskId,
    before: { state: support.state },
    after: { unitId, state, ...spoken(step, said) },
    reason: step === 'deliver' ? null : said.words || null,
  })
  await tellSupports(changing, PAST[step], [{ support, facts: { reason: said.words } }])
  return { taskId, unitId, state }
}

function writesOf(
  { actor, today }: Changing,
  step: SupportStep,
  state: SupportState,
  { words, evidence = '', rating }: SupportWords,
): SupportWrites {
  if (step === 'deliver')
    return { state, deliveredOn: today, deliveredBy: actor.personId, delivery: words, evidence, rating: null }
  return { state, decidedOn: today, decidedBy: actor.personId, decisionNote: words, rating: rating ?? null }
}

const spoken = (step: SupportStep, { words, evidence, rating }: SupportWords) =>
  step === 'deliver' ? { delivery: words, ...(evidence && { evidence }) } : { ...(rating && { rating }) }
