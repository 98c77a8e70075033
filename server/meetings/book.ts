import { type Actor, seesWholeBoard } from '#domain/access/actor.ts'
import { changesSince, type UnitCard } from '#domain/meetings/card.ts'
import { HELD_STATES, isFrozen } from '#domain/meetings/life.ts'
import type { NewsSinceFreeze, SinceFreeze } from '#domain/meetings/meetings.contract.ts'
import { tasksOnCards, withhold } from '#domain/meetings/withheld.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import { inOneSnapshot, keepAnswer } from '../db/still.ts'
import type { Asking } from '../http/context.ts'
import { type Brief, briefOf, type Moment } from './cards.ts'
import { loadFrozenCards, loadPillars, loadRestricted } from './cards.queries.ts'
import { found } from './events.ts'
import { loadFreeze, type MeetingRow } from './meetings.queries.ts'
import { desksOf } from './visible.queries.ts'

/** Those who lead the meeting or prepare it see the questions; units would read them as an accusation. */
export const leads = (actor: Actor): boolean => seesWholeBoard(actor)

export const freezeOf = (db: Db, organizationId: string, meeting: MeetingRow) =>
  isFrozen(meeting.state)
    ? loadFreeze(db, organizationId, meeting.id, meeting.freezeOrdinal)
    : Promise.resolve(undefined)

/** The brief as the facts of now make it, worked out once a change for everybody who asks. */
export async function liveBrief(db: Db, meeting: MeetingRow, moment: Moment): Promise<Brief> {
  const { organizationId, today } = moment
  const at = { organizationId, journal: null } // screens of a room ask without a request
  const answer = await keepAnswer(db, at, `brief ${meeting.id} ${today}`, () =>
    inOneSnapshot(db, async (tx) => Buffer.from(JSON.stringify(await briefOf(tx, meeting, moment)))),
  )
  // Written from the same type a moment ago, by this process.
  return JSON.parse(answer.toString()) as Brief
}

/** The cards of the freeze that holds, without what was restricted since: a room reads them, whoever opens them. */
export async function frozenCards(
  db: Db,
  organizationId: string,
  { id: meetingId, freezeOrdinal: ordinal }: MeetingRow,
  unitIds: readonly string[] | null,
) {
  const cards = await loadFrozenCards(db, organizationId, { meetingId, ordinal, unitIds })
  return withhold(cards, await loadRestricted(db, organizationId, tasksOnCards(cards)))
}

/**
 * The cards that the actor may see, frozen where the meeting is. Refuses not_found where there are none to see yet; with
 * `isToCheck` a unit sees its own before the freeze, which is no paper yet.
 */
export async function viewCards(db: Db, asking: Asking, meeting: MeetingRow, { isToCheck = false } = {}) {
  const { actor, today } = asking
  const { organizationId } = actor
  const frozen = await freezeOf(db, organizationId, meeting)
  const pillars = await loadPillars(db, organizationId, meeting.planId)
  const unitIds = seesWholeBoard(actor) || HELD_STATES.includes(meeting.state) ? null : desksOf(actor)
  const hidden = (card: UnitCard): UnitCard => (leads(actor) ? card : { ...card, questions: [] })
  const shared = { year: meeting.planYear, today, pillars }
  // What was held before cards were kept has none: those of today would not be what the room saw.
  if (!frozen && isFrozen(meeting.state))
    return { ...shared, frozenAt: null, asOn: meeting.heldOn, digest: null, cards: [], withheld: [] }
  if (!frozen) {
    if (!leads(actor) && !isToCheck) throw new Refusal('not_found')
    const { cards } = await liveBrief(db, meeting, { ...asking, organizationId })
    const own = unitIds === null ? cards : cards.filter(({ unit }) => unitIds.includes(unit.id))
    return { ...shared, frozenAt: null, asOn: today, digest: null, cards: own.map(hidden), withheld: [] }
  }
  const { cards, withheld } = await frozenCards(db, organizationId, meeting, unitIds)
  return {
    ...shared,
    frozenAt: frozen.frozenAt.toISOString(),
    asOn: frozen.asOn,
    digest: frozen.digest,
    cards: cards.map(hidden),
    withheld,
  }
}

/** The same with what came since the freeze. */
export async function viewBrief(db: Db, asking: Asking, meetingId: string) {
  const meeting = await found(db, asking.actor, meetingId)
  const viewed = await viewCards(db, asking, meeting, { isToCheck: true })
  return {
    ...viewed,
    since:
      viewed.frozenAt === null
        ? []
        : await sinceOf(db, { organizationId: asking.actor.organizationId, ...asking }, meeting, viewed.cards),
  }
}

/** While the meeting is not over, what came after the freeze; once it is, paper and screen stay as they were held. */
async function sinceOf(db: Db, moment: Moment, meeting: MeetingRow, frozen: readonly UnitCard[]): Promise<SinceFreeze> {
  if (meeting.state !== 'prepFrozen' && meeting.state !== 'inSession') return []
  const { cards } = await liveBrief(db, meeting, moment)
  const now = new Map(cards.map((card) => [card.unit.id, card]))
  return frozen.flatMap((card) => {
    const current = now.get(card.unit.id)
    const changes = current ? changesSince(card, current) : []
    return changes.length > 0 ? [{ unitId: card.unit.id, changes }] : []
  })
}

/** What screens of a room are told of all units; nothing before the freeze and once the session is over. */
export async function newsSinceFreeze(db: Db, moment: Moment, meeting: MeetingRow): Promise<NewsSinceFreeze> {
  const { cards, withheld } = await frozenCards(db, moment.organizationId, meeting, null)
  return { since: await sinceOf(db, moment, meeting, cards), withheld }
}
