import type { Changing } from '../http/context.ts'

/** One change for the journal. `before` and `after` hold the changed fields only; `reason` where a person gave one. */
export type Entry = {
  /** `noun.pastTense`: `task.registered`. */
  action: string
  subjectType: string
  subjectId: string
  before?: object | null
  after?: object | null
  reason?: string | null
}

/**
 * Writes journal entries in the change's own transaction: what happened and what is recorded commit together or
 * not at all. The chain of digests is added just after commit (seal.ts), so writers never wait for each other.
 */
export async function record(change: Changing, ...entries: Entry[]): Promise<void> {
  if (entries.length === 0) return
  await change.tx
    .insertInto('journalEntry')
    .values(
      entries.map((entry) => ({
        organizationId: change.actor.organizationId,
        happenedAt: change.now,
        personId: change.actor.personId || null,
        personName: change.actor.name,
        origin: change.origin,
        requestId: change.requestId,
        action: entry.action,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        before: entry.before ? JSON.stringify(entry.before) : null,
        after: entry.after ? JSON.stringify(entry.after) : null,
        reason: entry.reason ?? null,
      })),
    )
    .execute()
}
