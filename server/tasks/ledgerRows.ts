import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import type { Db } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { keptNames, loadNames, type Names } from '../org/names.queries.ts'
import { findLedgerRows, type LedgerPage, type StoredRow } from './ledger.queries.ts'

/** A row and the two keys of its place, which a cursor is made of. */
export type KeyedRow = LedgerRow & { keys: [StoredRow['firstKey'], StoredRow['secondKey']] }

/** A page of the ledger as the actor may see it; one row more than its limit says that there is another page. */
export async function readLedger(db: Db, asking: Asking, page: LedgerPage): Promise<KeyedRow[]> {
  const [rows, kept] = await Promise.all([findLedgerRows(db, asking.actor, page), keptNames(db, asking)])
  // The page is read a moment after the names: what it names may be newer than they are.
  const names = rows.every((row) => areKnown(row, kept)) ? kept : await loadNames(db, asking.actor.organizationId)
  return rows.map((row) => rowOf(row, names))
}

const areKnown = (row: StoredRow, { units, people, pillars }: Names): boolean =>
  pillars.has(row.pillarId) &&
  (row.leadUnitId === null || units.has(row.leadUnitId)) &&
  (row.leaderId === null || people.has(row.leaderId)) &&
  (row.assigneeId === null || people.has(row.assigneeId)) &&
  idsOf(row.supportUnitIds).every((id) => units.has(id))

const idsOf = (ids: string | null): string[] => ids?.split(' ') ?? []

// Field by field: an object that grows field by field is slower to make and to read, and there are ten thousand.
const rowOf = (row: StoredRow, { units, people, pillars }: Names): KeyedRow => ({
  id: row.id,
  code: row.code,
  title: row.title,
  kind: row.kind,
  state: row.state,
  version: row.version,
  weight: row.weight,
  restricted: row.restricted,
  pillar: pillars.get(row.pillarId) ?? { id: row.pillarId, name: '', mark: '' },
  leadUnit: named(row.leadUnitId, units),
  supportUnits: supportsOf(row, units),
  leader: named(row.leaderId, people),
  assignee: named(row.assigneeId, people),
  sourceType: row.sourceType,
  sourceTitle: row.sourceTitle,
  evidence: row.evidence,
  originalDueOn: row.originalDueOn,
  currentDueOn: row.currentDueOn,
  light: row.light,
  deadlineLight: row.deadlineLight,
  trajectoryLight: row.trajectoryLight,
  plannedShare: row.plannedShare,
  actualShare: row.actualShare,
  measuredOn: row.measuredOn,
  onPlan: row.onPlan,
  why: row.why,
  acknowledgeLate: row.acknowledgeLate,
  verification: row.verification,
  keys: [row.firstKey, row.secondKey],
})

const named = (id: string | null, names: ReadonlyMap<string, Ref>): Ref | null =>
  id === null ? null : (names.get(id) ?? { id, name: '' })

const supportsOf = ({ supportUnitIds }: StoredRow, units: Names['units']): Ref[] =>
  idsOf(supportUnitIds)
    .flatMap((id) => units.get(id) ?? [])
    .sort((a, b) => a.position - b.position)
