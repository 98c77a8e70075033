import { z } from 'zod'
import { readCursor, writeCursor } from '#domain/paging.ts'
import {
  confirmSupport,
  deliverSupport,
  goWithoutSupport,
  type ListedSupport,
  listSupports,
  returnSupport,
} from '#domain/tasks/supports.contract.ts'
import type { Reading } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { type Frame, loadFrame } from './facts.queries.ts'
import { takeSupportStep } from './supportSteps.ts'
import { findSupports, type ListedRow, type SupportFilter } from './supports.queries.ts'
import { viewSupport } from './supportView.ts'

export function supportRoutes(served: Served): void {
  read(served, listSupports, ({ query, ...reading }) => pageOf(reading, query))
  change(served, deliverSupport, ({ params, body: { what, evidence }, ...changing }) =>
    takeSupportStep(changing, params, 'deliver', { words: what, evidence }),
  )
  change(served, confirmSupport, ({ params, body: { note, rating }, ...changing }) =>
    takeSupportStep(changing, params, 'confirm', { words: note, rating }),
  )
  change(served, returnSupport, ({ params, body: { reason }, ...changing }) =>
    takeSupportStep(changing, params, 'return', { words: reason }),
  )
  change(served, goWithoutSupport, ({ params, body: { reason }, ...changing }) =>
    takeSupportStep(changing, params, 'goWithout', { words: reason }),
  )
}

const Cursor = z.tuple([z.iso.date(), z.uuid(), z.uuid()])
type Asked = Pick<SupportFilter, 'side' | 'limit'> & { after?: string | undefined }

async function pageOf(reading: Reading, { after, ...filter }: Asked) {
  const { db, actor } = reading
  const cursor = Cursor.safeParse(after === undefined ? null : readCursor(after, 3))
  const rows = await findSupports(db, actor, { ...filter, after: cursor.data })
  const frame = await loadFrame(db, actor.organizationId)
  const shown = rows.slice(0, filter.limit)
  const last = shown[shown.length - 1]
  return {
    items: shown.flatMap((row) => viewListed(row, reading, frame)),
    next: rows.length > filter.limit && last ? writeCursor([last.at, last.task.id, last.support.unit.id]) : null,
  }
}

function viewListed(row: ListedRow, { actor, today }: Reading, { calendar, plans }: Frame): ListedSupport[] {
  const { support, task, leadUnit, leadUnitId, taskState: state, currentDueOn } = row
  const plan = plans.get(row.planId)
  if (!plan) return []
  const sight = { actor, today, calendar, rules: plan.rules }
  const view = viewSupport(support, { state, leadUnitId, currentDueOn }, sight)
  return [{ ...view, task, leadUnit, planYear: plan.year }]
}
