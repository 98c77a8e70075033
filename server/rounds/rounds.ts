import { dayOf } from '#domain/calendar/calendar.ts'
import { SYSTEM_NAME } from '#domain/journal/system.ts'
import type { Changing } from '../http/context.ts'
import type { Served } from '../http/route.ts'
import { every } from './every.ts'
import { didWrite, loadOrganizations, type RoundOrganization, takeTurn } from './rounds.queries.ts'

/**
 * Work that the passing of time makes due. `run` finds by facts what is due and does it, in one transaction for an
 * organization: a crash undoes it and the next round does it, a server that was down catches up, and of several
 * processes one does it (docs/decisions/0013).
 */
export type Round = { name: string; seconds: number; run: (changing: Changing) => Promise<void> }

type Rounds = Pick<Served, 'db' | 'clock' | 'afterChange'>

/** Runs the rounds for every organization at start and every so often, until the server stops. */
export function inRounds(served: Served, rounds: readonly Round[]): void {
  for (const round of rounds) every(served.app, round.name, round.seconds, () => runRound(served, round))
}

/** One turn of a round through all organizations; the failure of one does not keep the others waiting. */
export async function runRound(rounds: Rounds, round: Round): Promise<void> {
  const failures: unknown[] = []
  for (const organization of await loadOrganizations(rounds.db)) {
    await runFor(rounds, round, organization).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function runFor({ db, clock, afterChange }: Rounds, { name, run }: Round, organization: RoundOrganization) {
  const now = clock()
  const hasChanged = await db.transaction().execute(async (tx) => {
    if (!(await takeTurn(tx, organization.id, name))) return false
    await run({ ...asSystem(organization, now, name), tx })
    return didWrite(tx)
  })
  // A round that found nothing due must not have every open page read again.
  if (hasChanged) afterChange(organization.id)
}

/** The system itself as the one who asks: it holds no post, and the journal names it by what it does. */
const asSystem = ({ id, timeZone, standingOn }: RoundOrganization, now: Date, name: string) => ({
  actor: { organizationId: id, personId: '', name: SYSTEM_NAME, posts: [], portfolio: { unitIds: [], pillarIds: [] } },
  now,
  today: dayOf(now, timeZone),
  timeZone,
  standingOn,
  journal: null,
  language: 'zh' as const,
  requestId: name,
  askerDigest: Buffer.alloc(0),
  origin: 'system',
})
