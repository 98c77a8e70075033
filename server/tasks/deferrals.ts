import type { Round } from '../rounds/rounds.ts'
import { loadDeferralsOver } from './deferrals.queries.ts'
import { takeSteps } from './steps.ts'

/** What was put off until a day goes on by itself on that day, and runs against its unit again. */
export const resumeDeferred: Round = {
  name: 'deferrals',
  seconds: 300,
  run: async (changing) => {
    const { tx, actor, today } = changing
    const taskIds = await loadDeferralsOver(tx, actor.organizationId, today)
    if (taskIds.length > 0) await takeSteps(changing, taskIds, 'resume', { reason: '缓办期满' })
  },
}
