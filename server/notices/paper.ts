import { wordFor } from '#domain/glossary.ts'
import { askSentence, reasonSentence } from '#domain/notices/reason.ts'
import { noticePaper } from '#domain/papers/noticePaper.ts'
import { Refusal } from '#domain/refusal.ts'
import { DOCX_MEDIA_TYPE, writeDocx } from '../exports/docx.ts'
import type { FileAnswer, Reading } from '../http/context.ts'
import { findNotice, findPaperFacts, type StoredPaperFacts } from './reading.queries.ts'

/** An issued notice as its official paper, which is in Chinese whoever asks. Refuses not_found for a proposal. */
export async function paperOfNotice({ db, actor }: Reading, noticeId: string): Promise<FileAnswer> {
  const [notice, facts] = await Promise.all([findNotice(db, actor, noticeId), findPaperFacts(db, actor, noticeId)])
  if (!notice?.number || !notice.issuedOn || !notice.answerBy || !facts) throw new Refusal('not_found')
  const { number, level, task, leader, reason, ask, issuedOn, answerBy } = notice
  const { organization, unit, supportingUnits, originalDueOn, currentDueOn } = facts
  const paper = noticePaper({
    organization,
    office: wordFor('supervisionOffice', 'zh'),
    number,
    level,
    unit,
    supportingUnits,
    leader: leader?.name ?? null,
    task: { code: task.code, title: task.title, source: sourceOf(facts), originalDueOn, currentDueOn },
    reason: reasonSentence(reason, 'zh'),
    demand: askSentence(ask, level, 'zh'),
    answerBy,
    issuedOn,
    copyTo: leader ? [`${leader.name}同志`] : [],
  })
  return { name: `${number}.docx`, mediaType: DOCX_MEDIA_TYPE, bytes: await writeDocx(paper) }
}

const sourceOf = ({ sourceType, sourceTitle, sourceNumber }: StoredPaperFacts): string =>
  `${sourceTitle || wordFor(sourceType, 'zh')}${sourceNumber && `（${sourceNumber}）`}`
