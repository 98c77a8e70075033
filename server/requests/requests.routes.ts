import { z } from 'zod'
import { wordFor } from '#domain/glossary.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { extensionPaper } from '#domain/papers/extensionPaper.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  askChange,
  askExtension,
  decideRequest,
  decideRequests,
  getRequestPaper,
  listRequests,
  listTaskRequests,
  reviewRequest,
  withdrawRequest,
} from '#domain/requests/requests.contract.ts'
import { DOCX_MEDIA_TYPE, writeDocx } from '../exports/docx.ts'
import type { Reading } from '../http/context.ts'
import { change, download, read, type Served } from '../http/route.ts'
import { findOrganizationName } from '../org/organization.queries.ts'
import { sentenceOf } from '../tasks/page.ts'
import { findIsVisible } from '../tasks/timeline.queries.ts'
import { askForLater, askToChange } from './ask.ts'
import { decide, decideMany, review, withdraw } from './decide.ts'
import { findRequests, type RequestFilter } from './requests.queries.ts'
import { viewRequest } from './waiting.ts'

/** Requests for later dates and other promises: asking, opinion, decision. */
export function requestRoutes(served: Served): void {
  change(served, askExtension, (changing) => askForLater(changing, changing.params.taskId, changing.body))
  change(served, askChange, (changing) => askToChange(changing, changing.params.taskId, changing.body))
  change(served, reviewRequest, (changing) => review(changing, changing.params.requestId, changing.body))
  change(served, decideRequest, (changing) => decide(changing, changing.params.requestId, changing.body))
  change(served, decideRequests, async (changing) => {
    const { requestIds, approves, note } = changing.body
    const { done, refused } = await decideMany(changing, [...new Set(requestIds)], { approves, note, dates: [] })
    return {
      done: done.map(({ id }) => id),
      refused: refused.map(({ id, refusal }) => ({ id, ...sentenceOf(refusal, changing.language) })),
    }
  })
  change(served, withdrawRequest, (changing) => withdraw(changing, changing.params.requestId))

  read(served, listRequests, ({ query: { open, mine, ...query }, ...reading }) =>
    pageOf(reading, { ...query, open: open === 'true', mine: mine === 'true' }),
  )
  read(served, listTaskRequests, async ({ params, query, ...reading }) => {
    if (!(await findIsVisible(reading.db, reading.actor, params.taskId))) throw new Refusal('not_found')
    return pageOf(reading, { ...query, ...params })
  })
  download(served, getRequestPaper, (reading) => paperOf(reading, reading.params.requestId))
}

const Cursor = z.tuple([z.string().max(40), z.uuid()])

type Asked = Omit<RequestFilter, 'after'> & { after?: string | undefined }

async function pageOf({ db, actor }: Reading, { after, ...filter }: Asked) {
  const cursor = Cursor.safeParse(after === undefined ? null : readCursor(after, 2))
  const rows = await findRequests(db, actor, { ...filter, after: cursor.data })
  const shown = rows.slice(0, filter.limit)
  const last = shown[shown.length - 1]
  return {
    items: shown.map((row) => viewRequest(row, actor)),
    next: rows.length > filter.limit && last ? writeCursor([last.at, last.id]) : null,
  }
}

/** The decision on an extension as a paper; there is none before it is decided, and none on a change. */
async function paperOf({ db, actor }: Reading, requestId: string) {
  const [row] = await findRequests(db, actor, { requestId, limit: 1 })
  if (!row?.decision || row.kind !== 'extensionRequest') throw new Refusal('not_found')
  const { task, unit, ordinal, isLate, dates, reason, account, askedBy, askedOn, decision } = row
  const last = dates[dates.length - 1]
  if (!last) throw new Refusal('not_found')
  const paper = extensionPaper({
    organization: await findOrganizationName(db, actor),
    office: wordFor('supervisionOffice', 'zh'),
    unit: unit.name,
    task,
    ordinal,
    late: isLate,
    originalDueOn: last.originalDueOn,
    formerDueOn: last.from,
    askedDueOn: last.asked,
    reason,
    progress: account,
    askedBy: askedBy.name,
    askedOn,
    decision: {
      approved: row.state === 'approved',
      grantedDueOn: last.granted,
      by: decision.by.name,
      on: decision.on,
      note: decision.note,
    },
  })
  return { name: `延期审批单-${task.code}.docx`, mediaType: DOCX_MEDIA_TYPE, bytes: await writeDocx(paper) }
}
