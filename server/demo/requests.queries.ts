import { randomUUID } from 'node:crypto'
import { LADDER_PRESETS } from '#domain/requests/ladder.ts'
import type { Tx } from '../db/db.ts'
import { idOf } from './ids.ts'
import type { Into } from './load.queries.ts'
import type { DemoRequest } from './requests.ts'

/** The district's open requests, and the journal's lines about them. */
export async function insertRequests(tx: Tx, { organizationId, names }: Into, requests: readonly DemoRequest[]) {
  if (requests.length === 0) return
  await tx
    .insertInto('taskRequest')
    .values(
      requests.map(({ id, task, unit, by, at, askedOn, decider, reason, account, dates }) => ({
        organizationId,
        id,
        taskId: idOf('task', task),
        kind: 'extensionRequest' as const,
        state: 'asked' as const,
        decider,
        rulesVersion: LADDER_PRESETS.standard.version,
        ordinal: 1,
        isLate: false,
        unitId: idOf('unit', unit),
        askedBy: idOf('person', by),
        askedOn,
        askedAt: new Date(at),
        reason,
        account,
        dates: JSON.stringify(dates),
      })),
    )
    .execute()
  await tx
    .insertInto('journalEntry')
    .values(
      requests.map(({ id, task, by, at, dates, reason }) => ({
        organizationId,
        happenedAt: new Date(at),
        personId: idOf('person', by),
        personName: names.get(by) ?? by,
        origin: 'demo',
        requestId: randomUUID().slice(0, 8),
        action: 'task.extensionAsked',
        subjectType: 'task',
        subjectId: idOf('task', task),
        after: JSON.stringify({ requestId: id, dates }),
        reason,
      })),
    )
    .execute()
}
