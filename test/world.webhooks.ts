import { pausingRound } from '#server/webhooks/pausing.ts'
import { type Pushing, pushDue } from '#server/webhooks/send.ts'
import type { Db } from '#server/db/db.ts'
import { PUSH_KINDS, type PushKind } from '#domain/webhooks/events.ts'
import { runRound } from '#server/rounds/rounds.ts'
import { serve } from './world.ts'
import { district } from './world.tasks.ts'

/** What pushing to a host needs; an attempt that brought no answer is noted at once. */
export const pushing = (db: Db, clock: { now: Date }, named: string): Pushing => ({
  db,
  clock: () => clock.now,
  namedHosts: [named],
  waitMs: 20_000,
  holdBack: () => Promise.resolve(),
  onFailure: () => undefined,
})

/**
 * A district whose office can set up webhooks: `hook({ url })` makes one, `push()` and `pause()` do what the rounds do,
 * `later(5)` lets minutes pass, `log()` says what came of it. `named` is the host that the configuration permits.
 */
export async function webhookDistrict(named: string) {
  const w = await district()
  const { db, clock, organizationId, session } = w
  const { hands } = await serve(db, clock, { namedHosts: [named] })
  const at = async (who: { id: string; name: string }) => ({
    ...who,
    ...hands(await session(organizationId, who.id)),
  })
  const office = await at(w.office)
  const sysAdmin = await at(await w.person('高明', 'sysAdmin'))
  const failures: Parameters<Pushing['onFailure']>[0][] = []

  const hook = async (said: { url: string; name?: string; kinds?: PushKind[] }) => {
    const { status, body } = await office.post('/api/webhooks', { name: '协同平台', kinds: PUSH_KINDS, ...said })
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body as { id: string; secret: string }
  }
  const push = (settings: Partial<Pick<Pushing, 'waitMs' | 'holdBack'>> = {}) =>
    pushDue({ ...pushing(db, clock, named), onFailure: (facts) => failures.push(facts), ...settings })
  const pause = () => runRound({ db, clock: () => clock.now, afterChange: () => undefined }, pausingRound)
  const later = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
  const log = async () => (await office.get('/api/pushes')).body.items
  const hooks = async () => (await office.get('/api/webhooks')).body.items
  const trouble = () => ({
    kind: 'hard',
    cause: 'funds',
    title: '尾款没有着落',
    counterpartId: null,
    ask: '请协调资金',
    consequence: '年内不能竣工',
    tried: '已与两家银行接洽',
    wantedOn: '2026-12-31',
  })
  return { ...w, office, sysAdmin, failures, hook, push, pause, later, log, hooks, trouble }
}
