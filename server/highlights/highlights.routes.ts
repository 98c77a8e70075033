import { z } from 'zod'
import type { Actor } from '#domain/access/actor.ts'
import { canAdopt, canShare, canWithdraw, desksOf, unitToAdopt } from '#domain/highlights/highlights.ts'
import {
  adoptHighlight,
  type HighlightView,
  listHighlights,
  shareHighlight,
  withdrawHighlight,
} from '#domain/highlights/highlights.contract.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing, Reading } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { tell } from '../messages/tell.ts'
import { findNames } from '../tasks/timeline.queries.ts'
import {
  addAdoption,
  addHighlight,
  findHighlights,
  findIsLivingUnit,
  type HighlightFilter,
  type HighlightRow,
  loadSharers,
  type LockedHighlight,
  lockHighlight,
  saveWithdrawal,
} from './highlights.queries.ts'

/** Practices worth copying: shared, adopted by other units, taken back. */
export function highlightRoutes(served: Served): void {
  read(served, listHighlights, ({ query, ...reading }) => pageOf(reading, query))
  change(served, shareHighlight, async ({ body, ...changing }) => {
    const { tx, actor, now, today } = changing
    ensure(canShare(actor, body.unitId))
    if (!(await findIsLivingUnit(tx, actor, body.unitId))) throw new Refusal('not_found')
    const shared = { ...body, sharedBy: actor.personId, sharedOn: today, sharedAt: now }
    const id = await addHighlight(tx, actor.organizationId, shared)
    await record(changing, { action: 'highlight.shared', subjectType: 'highlight', subjectId: id, after: body })
    return { id }
  })
  change(served, withdrawHighlight, async ({ params, body: { reason }, ...changing }) => {
    const { tx, actor, today } = changing
    const highlight = await locked(changing, params.highlightId)
    ensure(canWithdraw(actor, highlight))
    const withdrawal = { withdrawnOn: today, withdrawnBy: actor.personId, withdrawnReason: reason }
    await saveWithdrawal(tx, actor.organizationId, highlight.id, withdrawal)
    await record(changing, { action: 'highlight.withdrawn', subjectType: 'highlight', subjectId: highlight.id, reason })
    return { id: highlight.id }
  })
  change(served, adoptHighlight, async ({ params, body: { unitId }, ...changing }) => {
    const { tx, actor, today } = changing
    const highlight = await locked(changing, params.highlightId)
    ensure(canAdopt(actor, highlight, unitId))
    if (highlight.adoptedUnitIds.includes(unitId)) return { id: highlight.id }
    const adoption = { highlightId: highlight.id, unitId, adoptedBy: actor.personId, adoptedOn: today }
    await addAdoption(tx, actor.organizationId, adoption)
    const entry = { subjectType: 'highlight', subjectId: highlight.id, after: { unitId } }
    await record(changing, { action: 'highlight.adopted', ...entry })
    await tellSharers(changing, highlight, unitId)
    return { id: highlight.id }
  })
}

/** The unit whose practice it is hears who took it up. */
async function tellSharers(changing: Changing, { id, unitId, title }: LockedHighlight, byUnitId: string) {
  const { tx, actor } = changing
  const sharers = await loadSharers(tx, actor.organizationId, unitId)
  const { [byUnitId]: unit = '' } = await findNames(tx, actor, [byUnitId])
  await tell(changing, {
    kind: 'highlightAdopted',
    to: sharers.filter((personId) => personId !== actor.personId),
    subject: { type: 'highlight', id },
    facts: { unit, title },
    key: `highlightAdopted ${id} ${byUnitId}`,
  })
}

async function locked({ tx, actor }: Changing, id: string): Promise<LockedHighlight> {
  const highlight = await lockHighlight(tx, actor, id)
  if (!highlight) throw new Refusal('not_found')
  return highlight
}

const Cursor = z.tuple([z.string().max(40), z.uuid()])

async function pageOf(
  { db, actor }: Reading,
  { after, ...query }: Omit<HighlightFilter, 'after'> & { after?: string | undefined },
) {
  const { data } = Cursor.safeParse(after === undefined ? null : readCursor(after, 2))
  const filter = { ...query, after: data && { sharedAt: data[0], id: data[1] } }
  const [rows, names] = await Promise.all([findHighlights(db, actor, filter), findNames(db, actor, desksOf(actor))])
  const items = rows.slice(0, query.limit)
  const last = items[items.length - 1]
  return {
    items: items.map((row) => viewHighlight(row, actor, names)),
    next: rows.length > query.limit && last ? writeCursor([last.sharedAt, last.id]) : null,
  }
}

function viewHighlight(row: HighlightRow, actor: Actor, names: Record<string, string>): HighlightView {
  const { withdrawnOn, withdrawnReason, sharedAt: _, ...shown } = row
  const highlight = { unitId: row.unit.id, withdrawnOn, adoptedUnitIds: row.adoptions.map(({ unit }) => unit.id) }
  const adopter = unitToAdopt(actor, highlight)
  return {
    ...shown,
    withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: withdrawnReason },
    adoptFor: adopter === null ? null : { id: adopter, name: names[adopter] ?? '' },
    mayWithdraw: canWithdraw(actor, highlight).allowed,
  }
}
