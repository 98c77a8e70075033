import { type NoticeState, type NoticeStep, takeNoticeStep } from '#domain/notices/notice.ts'
import { Refusal, refusalSentence } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { issueLocked, tellOfNotices } from './issue.ts'
import { type LockedNotice, lockNotices, saveNotice, saveSelected } from './notices.queries.ts'

type Refused = { id: string; code: string; message: string }
type Outcome = { done: string[]; refused: Refused[] }

/** The office confirms proposals; each is decided for itself. What was submitted in the meantime is refused. */
export async function issueProposals(changing: Changing, noticeIds: readonly string[]): Promise<Outcome> {
  const { able, refused } = await decideMany(changing, noticeIds, 'issue', '')
  const open = able.filter(({ isMatterOpen }) => isMatterOpen)
  const over = able.filter(({ isMatterOpen }) => !isMatterOpen).map(({ id }) => id)
  await issueLocked(changing, open)
  return {
    done: open.map(({ id }) => id),
    refused: [...refused, ...over.map((id) => inWords(changing, id, new Refusal('notice_matter_over')))],
  }
}

/** The office lets proposals fall, with a reason. */
export async function dismissProposals(
  changing: Changing,
  noticeIds: readonly string[],
  reason: string,
): Promise<Outcome> {
  const { able, refused } = await decideMany(changing, noticeIds, 'dismiss', reason)
  const ids = able.map(({ id }) => id)
  await saveSelected(changing.tx, changing.actor.organizationId, ids, changing.now, {
    state: 'dismissed',
    closeNote: reason,
    closedAt: changing.now,
    closedBy: changing.actor.personId,
  })
  await record(changing, ...able.map((notice) => entryOf(notice, 'notice.dismissed', reason)))
  return { done: ids, refused }
}

async function decideMany(changing: Changing, noticeIds: readonly string[], step: NoticeStep, words: string) {
  const locked = await lockNotices(changing.tx, changing.actor, noticeIds)
  const refused: Refused[] = noticeIds
    .filter((id) => !locked.some((notice) => notice.id === id))
    .map((id) => inWords(changing, id, new Refusal('not_found')))
  const able: LockedNotice[] = []
  for (const notice of locked) {
    try {
      takeNoticeStep(changing.actor, notice, step, words)
      able.push(notice)
    } catch (error) {
      // Words that are missing are missing for all of them.
      if (!(error instanceof Refusal) || error.code === 'notice_words_missing') throw error
      refused.push(inWords(changing, notice.id, error))
    }
  }
  return { able, refused }
}

const inWords = ({ language }: Changing, id: string, { code, facts }: Refusal): Refused => ({
  id,
  code,
  message: refusalSentence(code, facts, language),
})

const entryOf = ({ id, taskId, level, numberText }: LockedNotice, action: string, reason: string) => ({
  action,
  subjectType: 'task',
  subjectId: taskId,
  after: { noticeId: id, level, ...(numberText && { number: numberText }) },
  reason: reason || null,
})

/** The unit's head replies. */
export async function replyToOne(changing: Changing, noticeId: string, text: string) {
  const { notice, state } = await decideOne(changing, noticeId, 'reply', text)
  const { tx, actor, now } = changing
  await saveNotice(tx, actor.organizationId, noticeId, now, {
    state,
    reply: text,
    repliedAt: now,
    repliedBy: actor.personId,
  })
  await tellOfNotices(changing, 'noticeAnswered', [notice], () => ({}))
  await record(changing, entryOf(notice, 'notice.answered', text))
  return { id: noticeId, state }
}

/** The office closes it. */
export async function closeOne(changing: Changing, noticeId: string, note: string) {
  const { notice, state } = await decideOne(changing, noticeId, 'close', note)
  const { tx, actor, now } = changing
  await saveNotice(tx, actor.organizationId, noticeId, now, {
    state,
    closeNote: note,
    closedAt: now,
    closedBy: actor.personId,
  })
  await tellOfNotices(changing, 'noticeClosed', [notice], () => ({ note }))
  await record(changing, entryOf(notice, 'notice.closed', note))
  return { id: noticeId, state }
}

async function decideOne(
  changing: Changing,
  noticeId: string,
  step: NoticeStep,
  words: string,
): Promise<{ notice: LockedNotice; state: NoticeState }> {
  const [notice] = await lockNotices(changing.tx, changing.actor, [noticeId])
  if (!notice) throw new Refusal('not_found')
  return { notice, state: takeNoticeStep(changing.actor, notice, step, words) }
}
