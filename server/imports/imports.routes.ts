import { decideDrafts, updateDraft } from '#domain/imports/drafts.contract.ts'
import {
  confirmImport,
  createImport,
  getImport,
  getImportOriginal,
  getImportReading,
  listImports,
  stopImportReading,
  undoImport,
} from '#domain/imports/imports.contract.ts'
import {
  countAlikeDoubts,
  findDraftPlace,
  foreseeConfirmation,
  getReceivedPage,
  getSourcePage,
  listDoubts,
  listDrafts,
} from '#domain/imports/pages.contract.ts'
import { qualityOf } from '#domain/imports/quality.ts'
import { getReadingQuality } from '#domain/imports/quality.contract.ts'
import { createProposals } from '#domain/imports/proposals.contract.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Reading as Reads } from '../http/context.ts'
import { change, changeAfter, download, read, type Served } from '../http/route.ts'
import { confirm } from './confirm.ts'
import { readForImport, saveImport } from './create.ts'
import { decide } from './decide.ts'
import { edit } from './edit.ts'
import { countSame, findReports, findImport, findImports, findOriginal, getImportCounts } from './imports.queries.ts'
import {
  readAlike,
  readDoubts,
  readDrafts,
  readForesight,
  readPlace,
  readReceivedPage,
  readSourcePage,
} from './pages.ts'
import { makeRows } from './make.ts'
import type { ModelSettings } from './model.ts'
import { propose, recordProposals } from './propose.ts'
import { openReading } from './reading.ts'
import { follow } from './underWay.ts'
import { findReading, stopReading } from './underWay.queries.ts'
import { undoDecision } from './undo-decision.ts'
import { undo } from './undo.ts'
import { viewImport, viewItem } from './views.ts'

const YEAR_MS = 365 * 86_400_000

/** Documents in: reading, review, registering, taking back. */
export function importRoutes(served: Served, { model }: { model?: ModelSettings | undefined }): void {
  const reader = openReading()
  served.app.addHook('onClose', () => reader.close())

  changeAfter(
    served,
    createImport,
    (reading) =>
      follow(reading, reading.query.readingId, (waiter) =>
        readForImport(reading, reader, { bytes: reading.bytes, planId: reading.query.planId }, waiter),
      ),
    (changing, file) => saveImport(changing, file, { name: changing.query.name, bytes: changing.bytes }),
  )

  read(served, getImportReading, async ({ db, actor, params }) => ({
    progress: await findReading(db, actor, params.readingId),
  }))
  change(served, stopImportReading, async ({ tx, actor, params }) => ({
    stopped: await stopReading(tx, actor, params.readingId),
  }))

  read(served, listImports, async ({ db, actor, query }) => {
    const [at, id] = (query.after && readCursor(query.after, 2)) || []
    const before = at && id ? { at: String(at), id: String(id) } : null
    const rows = await findImports(db, actor, { before, limit: query.limit })
    const shown = rows.slice(0, query.limit)
    const last = shown[shown.length - 1]
    return {
      items: shown.map((row) => viewItem(row, row.title, row.counts)),
      next: rows.length > query.limit && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    }
  })

  read(served, getImport, async (reading) => ({ ...(await readImport(reading)), asksModel: model !== undefined }))

  changeAfter(
    served,
    createProposals,
    (reading) => propose(reading, model, reading.params),
    (changing, proposed) => recordProposals(changing, changing.params.importId, proposed),
  )

  read(served, getReadingQuality, async ({ db, actor, now, timeZone }) =>
    qualityOf(await findReports(db, actor, { since: new Date(now.getTime() - YEAR_MS), timeZone })),
  )

  download(served, getImportOriginal, async ({ db, actor, params }) => {
    const original = await findOriginal(db, actor, params.importId)
    if (!original) throw new Refusal('not_found')
    return original
  })
  read(served, listDrafts, readDrafts)
  read(served, findDraftPlace, readPlace)
  read(served, listDoubts, readDoubts)
  read(served, countAlikeDoubts, readAlike)
  read(served, getSourcePage, readSourcePage)
  read(served, getReceivedPage, readReceivedPage)
  read(served, foreseeConfirmation, readForesight)
  reviewRoutes(served)
}

function reviewRoutes(served: Served): void {
  change(served, updateDraft, (changing) =>
    edit(changing, changing.params.importId, changing.params.draftId, changing.body),
  )
  change(served, decideDrafts, (changing) => {
    const { decision, items } = changing.body
    const { importId } = changing.params
    if (decision.kind === 'undo') return undoDecision(changing, importId)
    if (decision.kind === 'make') return makeRows(changing, importId, decision.span)
    return decide(changing, importId, decision, items)
  })
  change(served, confirmImport, (changing) => confirm(changing, changing.params.importId, changing.body.undecided))
  change(served, undoImport, (changing) => undo(changing, changing.params.importId, changing.body.reason))
}

async function readImport({ db, actor, params }: Reads & { params: { importId: string } }) {
  const found = await findImport(db, actor, params.importId)
  if (!found) throw new Refusal('not_found')
  const counts = await getImportCounts(db, actor, found.id)
  return viewImport(found, { ...counts, sameCount: await countSame(db, actor, found.id) })
}
