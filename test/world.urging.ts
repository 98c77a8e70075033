import type { Db } from '#server/db/db.ts'
import { runRound } from '#server/rounds/rounds.ts'
import { urgingRound } from '#server/urging/round.ts'
import { district, type Somebody } from './world.tasks.ts'

/** The day's urging at an instant, as a server that runs then does it. */
export const urgeAt = (db: Db, at: string): Promise<void> =>
  runRound({ db, clock: () => new Date(at), afterChange: () => undefined }, urgingRound)

/** A morning of the office's day. */
export const morning = (on: string): string => `${on}T08:00:00+08:00`

/**
 * A district with one task at work since October, its milestones due on 27 November and 25 December: `run('2026-11-24')`
 * does a day's urging, `kinds(head)` says what somebody was told about urging and notices.
 */
export async function urgingDistrict() {
  const w = await district({ at: new Date(morning('2026-10-12')), alone: true })
  const { id: taskId, code } = await w.inProgress()
  const run = async (...days: string[]) => {
    for (const on of days) {
      w.clock.now = new Date(morning(on))
      await urgeAt(w.db, morning(on))
    }
  }
  const told = async (who: Somebody): Promise<{ kind: string; facts: Record<string, unknown>; subject: object }[]> => {
    const { items } = (await who.get('/api/messages?limit=200')).body
    return items.filter(({ group }: { group: string }) => group === 'urge' || group === 'notice').reverse()
  }
  const kinds = async (who: Somebody) => (await told(who)).map(({ kind }) => kind)
  const notices = async (who: Somebody, query = '') => (await who.get(`/api/notices?limit=200${query}`)).body.items
  return { ...w, taskId, code, run, told, kinds, notices }
}
