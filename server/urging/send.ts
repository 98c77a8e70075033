import { noticeReasonCode } from '#domain/urging/words.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { tell } from '../messages/tell.ts'
import { issueLocked } from '../notices/issue.ts'
import { loadProposals, type NewNotice } from '../notices/notices.queries.ts'
import { proposeNotices } from '../notices/proposing.ts'
import type { ReadyUrge } from './due.ts'
import { addUrges } from './urges.queries.ts'

/** Sends urges: written down, told, recorded, and with the notices they bring. */
export async function sendUrges(changing: Changing, urges: readonly ReadyUrge[]): Promise<void> {
  const { tx, actor, now, today } = changing
  await addUrges(
    tx,
    actor.organizationId,
    urges.map(({ key, kind, facts, to, matter: { taskId } }) => ({
      key,
      kind,
      facts,
      taskId,
      toldTo: to,
      urgedBy: null,
    })),
    { on: today, at: now },
  )
  await tell(
    changing,
    ...urges.map(({ kind, facts, to, key, matter: { leadsTo } }) => ({ kind, to, subject: leadsTo, facts, key })),
  )
  await record(
    changing,
    ...urges.map(({ kind, facts, matter }) => ({
      action: matter.taskId === null ? 'sheet.urged' : 'task.urged',
      subjectType: matter.taskId === null ? 'reportSheet' : 'task',
      subjectId: matter.taskId ?? matter.id,
      after: { kind, ...('milestone' in facts && { milestone: facts['milestone'] }), dueOn: matter.dueOn },
    })),
  )
  await bringNotices(changing, urges)
}

async function bringNotices(changing: Changing, urges: readonly ReadyUrge[]): Promise<void> {
  const { tx, actor } = changing
  const bringing = urges.flatMap((urge) => noticeOf(urge) ?? [])
  const automaticKeys = new Set(urges.flatMap(({ key, rule }) => (rule.notice?.issue === 'automatic' ? [key] : [])))
  const added = await proposeNotices(changing, bringing)
  const automaticIds = added.flatMap(({ id, key }) => (automaticKeys.has(key) ? [id] : []))
  if (automaticIds.length > 0) await issueLocked(changing, await loadProposals(tx, actor.organizationId, automaticIds))
}

/** The notice that a stage brings; null where it brings none. */
export function noticeOf({ key, rule, matter, facts, workdaysLeft }: Omit<ReadyUrge, 'kind' | 'to'>): NewNotice | null {
  const code = noticeReasonCode({ subject: matter.subject, workdaysLeft })
  if (rule.notice === null || code === null || matter.taskId === null || matter.unitId === null) return null
  return {
    key,
    level: rule.notice.level,
    taskId: matter.taskId,
    milestoneId: matter.milestoneId,
    unitId: matter.unitId,
    reason: { code, facts },
    ask: '',
    answerWithinWorkdays: rule.notice.answerWithinWorkdays,
  }
}
