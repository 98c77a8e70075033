import type { DeliveryValues } from '#domain/reports/deliveries.contract.ts'
import { canEditSheet } from '#domain/reports/sheet.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { takeSupportSteps } from '../tasks/supportSteps.ts'
import { findStoredDeliveries, markDelivered, saveDelivery, type StoredDelivery } from './deliveries.queries.ts'
import { isDelivered, valuesOfDelivery } from './deliveryView.ts'
import { changedMeanwhile, officeOf, type Place, readStoredSheet } from './reading.ts'
import { findStoredRows } from './sheet.queries.ts'
import { factsOf } from './view.ts'

type Wish = { version: number; changes: { [Field in keyof DeliveryValues]?: DeliveryValues[Field] | undefined } }

/** Saves what the unit writes about one deliverable, while its sheet can be written to. */
export async function saveDeliveryRow(changing: Changing, place: Place & { taskId: string }, wish: Wish) {
  const { tx, actor, now } = changing
  const { periodId, unitId, taskId } = place
  const sheet = await readStoredSheet(tx, actor, place)
  const [stored] = await findStoredDeliveries(tx, actor, place)
  if (!stored) throw new Refusal('not_found')
  const rows = await findStoredRows(tx, actor, { periodId, unitId })
  ensure(canEditSheet(actor, factsOf(sheet, rows, await officeOf(tx, changing)), changing.today))
  if (isDelivered(stored)) throw new Refusal('sheet_not_editable', { state: '@support.delivered' })
  if (wish.version !== (stored.written?.version ?? 0)) throw stale(changing, stored)
  const before = valuesOfDelivery(stored)
  const { what = before.what, evidence = before.evidence } = wish.changes
  const values = { what, evidence }
  const version = await saveDelivery(tx, actor, place, { values, version: wish.version, at: now })
  if (version === null) throw stale(changing, (await findStoredDeliveries(tx, actor, place))[0] ?? stored)
  await record(changing, {
    action: 'support.drafted',
    subjectType: 'sheetDelivery',
    subjectId: `${periodId}/${unitId}/${taskId}`,
    before: stored.written && before,
    after: values,
  })
  return { version, values, saved: { at: now.toISOString(), by: { id: actor.personId, name: actor.name } } }
}

const stale = ({ now, timeZone }: Changing, { written }: StoredDelivery): Refusal =>
  changedMeanwhile(written?.savedBy.name ?? '', written ? new Date(written.savedAt) : now, timeZone)

/** The rows that a signature delivers: written on this sheet since it last delivered them, and saying something. */
export const deliverable = (rows: readonly StoredDelivery[]): StoredDelivery[] =>
  rows.filter(({ written }) => written !== null && written.deliveredOn === null && written.what.trim() !== '')

/** Refuses changed_meanwhile where a row is not as the head has read it. */
export function refuseUnseenDeliveries(
  changing: Changing,
  rows: readonly StoredDelivery[],
  seen: readonly { taskId: string; version: number }[],
): void {
  for (const { taskId, version } of seen) {
    const row = rows.find((one) => one.taskId === taskId)
    if (row && (row.written?.version ?? 0) !== version) throw stale(changing, row)
  }
}

/** Delivers rows with the head's signature, each as one delivered on its task's page. */
export async function deliverWithSheet(changing: Changing, place: Place, rows: readonly StoredDelivery[]) {
  if (rows.length === 0) return
  const { tx, actor, today } = changing
  const said = rows.map((row) => {
    const { what, evidence } = valuesOfDelivery(row)
    return { taskId: row.taskId, unitId: place.unitId, words: what.trim(), evidence: evidence.trim() }
  })
  await takeSupportSteps(changing, 'deliver', said)
  const taskIds = rows.map(({ taskId }) => taskId)
  await markDelivered(tx, actor, place, taskIds, today)
}
