import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { RULING_STANDINGS, type RulingStanding, standRuling } from '#domain/meetings/ruling.ts'
import { type AskedPage, pageOfList } from '#domain/paging.ts'
import type { Db } from '../db/db.ts'
import { findRulings, type RulingRow } from './rulings.queries.ts'

type Filter = AskedPage & { standing?: RulingStanding | undefined; unitId?: string | undefined }

/** A page of a meeting's rulings as they stand today, and how many of all of them stand where. */
export async function rulingsOf(db: Db, actor: Actor, meetingId: string, filter: Filter, today: Day) {
  const rulings = (await findRulings(db, actor, meetingId)).map((row) => viewRuling(row, today))
  const { standing, unitId } = filter
  const kept = rulings.filter(
    (ruling) =>
      (standing === undefined || ruling.standing === standing) && (unitId === undefined || isOf(ruling, unitId)),
  )
  return {
    ...pageOfList(kept, filter),
    counts: RULING_STANDINGS.map((each) => ({
      standing: each,
      count: rulings.filter((ruling) => ruling.standing === each).length,
    })),
  }
}

/** Whether a unit leads or supports what was ruled. */
const isOf = ({ lead, supports }: Pick<RulingRow, 'lead' | 'supports'>, unitId: string): boolean =>
  lead.id === unitId || supports.some(({ unit }) => unit.id === unitId)

function viewRuling(row: RulingRow, today: Day) {
  const { task, difficulty, about: _, taskSeen, difficultySeen, madeAt, ...ruling } = row
  return {
    ...ruling,
    standing: standRuling({ ...ruling, task, difficulty }, today),
    task: taskSeen,
    difficulty: difficultySeen,
    madeAt: madeAt.toISOString(),
  }
}
