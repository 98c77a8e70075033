import { decideDrafts, updateDraft } from '#domain/imports/drafts.contract.ts'
import {
  confirmImport,
  createImport,
  getImport,
  getImportOriginal,
  listImports,
  undoImport,
} from '#domain/imports/imports.contract.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Reading as Reads } from '../http/context.ts'
import { change, changeAfter, download, read, type Served } from '../http/route.ts'
import { confirm } from './confirm.ts'
import { readForImport, saveImport } from './create.ts'
import { decide } from './decide.ts'
import { edit } from './edit.ts'
import { findDrafts } from './drafts.queries.ts'
import { findImport, findImports, findOriginal } from './imports.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import { openReading } from './reading.ts'
import { undoDecision } from './undo-decision.ts'
import { undo } from './undo.ts'
import { viewImport, viewItem } from './views.ts'

/** Documents in: reading, review, registering, taking back. */
export function importRoutes(served: Served): void {
  const reader = openReading()
  served.app.addHook('onClose', () => reader.close())

  changeAfter(
    served,
    createImport,
    (reading) => readForImport(reading, reader, { bytes: reading.bytes, planId: reading.query.planId }),
    (changing, file) => saveImport(changing, file, { name: changing.query.name, bytes: changing.bytes }),
  )

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

  read(served, getImport, readImport)

  download(served, getImportOriginal, async ({ db, actor, params }) => {
    const original = await findOriginal(db, actor, params.importId)
    if (!original) throw new Refusal('not_found')
    return original
  })
  reviewRoutes(served)
}

function reviewRoutes(served: Served): void {
  change(served, updateDraft, (changing) =>
    edit(changing, changing.params.importId, changing.params.draftId, changing.body),
  )
  change(served, decideDrafts, (changing) => {
    const { decision, items } = changing.body
    const { importId } = changing.params
    return decision.kind === 'undo' ? undoDecision(changing, importId) : decide(changing, importId, decision, items)
  })
  change(served, confirmImport, (changing) => confirm(changing, changing.params.importId, changing.body.undecided))
  change(served, undoImport, (changing) => undo(changing, changing.params.importId, changing.body.reason))
}

async function readImport({ db, actor, language, params }: Reads & { params: { importId: string } }) {
  const found = await findImport(db, actor, params.importId)
  if (!found) throw new Refusal('not_found')
  const drafts = await findDrafts(db, actor, found.id)
  const office = await findOffice(db, actor, { id: found.planId, year: found.planYear })
  const taskIds = drafts.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]))
  const tasks = await findComparedTasks(db, actor, { ids: [...new Set(taskIds)] })
  return viewImport(found, drafts, {
    office,
    language,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    isConfirmed: found.state !== 'review',
  })
}
