import { workdaysBetween, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import { canTakeNoticeStep, NOTICE_STEP_NAMES } from '#domain/notices/notice.ts'
import {
  closeNotice,
  createNotice,
  dismissNotices,
  getNotice,
  getNoticePaper,
  issueNotices,
  listNotices,
  type NoticeView,
  replyToNotice,
} from '#domain/notices/notices.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Asking } from '../http/context.ts'
import { change, download, read, type Served } from '../http/route.ts'
import { createOne } from './create.ts'
import { paperOfNotice } from './paper.ts'
import { countNotices, findNotice, findNotices, type StoredNotice } from './reading.queries.ts'
import { closeOne, dismissProposals, issueProposals, replyToOne } from './steps.ts'

/** Supervision notices: proposed by rule or given by the office, answered by the unit's head, closed. */
export function noticeRoutes(served: Served): void {
  read(served, listNotices, async ({ query, ...asking }) => {
    const { db, actor } = asking
    const { after, limit, ...filter } = query
    const [{ items, next }, counted, calendar] = await Promise.all([
      findNotices(db, actor, filter, { after, limit }),
      countNotices(db, actor, filter),
      loadCalendar(db, actor.organizationId, null),
    ])
    return { items: items.map((notice) => viewOf(notice, asking, calendar)), next, counts: counted }
  })
  read(served, getNotice, async ({ params, ...asking }) => {
    const { db, actor } = asking
    const [notice, calendar] = await Promise.all([
      findNotice(db, actor, params.noticeId),
      loadCalendar(db, actor.organizationId, null),
    ])
    if (!notice) throw new Refusal('not_found')
    const inLife = { state: notice.state, unitId: notice.unit.id }
    const steps = NOTICE_STEP_NAMES.filter((step) => canTakeNoticeStep(actor, inLife, step).allowed)
    return { ...notice, ...viewOf(notice, asking, calendar), steps }
  })
  download(served, getNoticePaper, (reading) => paperOfNotice(reading, reading.params.noticeId))
  change(served, createNotice, ({ body, ...changing }) => createOne(changing, body))
  change(served, issueNotices, ({ body, ...changing }) => issueProposals(changing, [...new Set(body.noticeIds)]))
  change(served, dismissNotices, ({ body, ...changing }) =>
    dismissProposals(changing, [...new Set(body.noticeIds)], body.reason),
  )
  change(served, replyToNotice, ({ params, body, ...changing }) => replyToOne(changing, params.noticeId, body.text))
  change(served, closeNotice, ({ params, body, ...changing }) => closeOne(changing, params.noticeId, body.note))
}

const viewOf = (notice: StoredNotice, { today }: Asking, calendar: WorkingCalendar): NoticeView => ({
  ...notice,
  workdaysLeft:
    notice.state === 'issued' && notice.answerBy !== null ? workdaysBetween(calendar, today, notice.answerBy) : null,
  repliedAt: notice.repliedAt?.toISOString() ?? null,
  closedAt: notice.closedAt?.toISOString() ?? null,
})
