import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { tell } from '../messages/tell.ts'
import type { Round } from '../rounds/rounds.ts'
import { loadDead, loadManagers } from './sending.queries.ts'
import { saveWebhook } from './webhooks.queries.ts'

/** Stops what leads nowhere any more, and tells those who set it up; what happens meanwhile is kept for it. */
export const pausingRound: Round = { name: 'webhooks', seconds: 60, run: pause }

async function pause(changing: Changing): Promise<void> {
  const { tx, actor, now } = changing
  const dead = await loadDead(tx, actor.organizationId)
  if (dead.length === 0) return
  const to = await loadManagers(tx, actor.organizationId)
  // As many as somebody looks after: each is written for itself.
  await Promise.all(dead.map(({ id }) => saveWebhook(tx, actor.organizationId, id, { state: 'paused', stateAt: now })))
  await record(
    changing,
    ...dead.map(({ id, name }) => ({
      action: 'webhook.paused',
      subjectType: 'webhook',
      subjectId: id,
      before: { state: 'on' },
      after: { state: 'paused', name },
    })),
  )
  await tell(
    changing,
    ...dead.map(({ id, name, failedCount }) => ({
      kind: 'webhookPaused' as const,
      to,
      subject: { type: 'webhook', id },
      facts: { name, count: failedCount },
      key: `paused ${id} ${now.toISOString()}`,
    })),
  )
}
