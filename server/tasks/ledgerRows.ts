import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import type { Db } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { namesFor, type Names, pillarOf, refOf } from '../org/names.queries.ts'
import { findLedgerRows, type LedgerPage, type StoredRow } from './ledger.queries.ts'

/** A row and the two keys of its place, which a cursor is made of. */
export type KeyedRow = LedgerRow & { keys: [StoredRow['firstKey'], StoredRow['secondKey']] }

/** A page of the ledger as the actor may see it; one row more than its limit says that there is another page. */
export async function readLedger(db: Db, asking: Asking, page: LedgerPage): Promise<KeyedRow[]> {
  const rows = await findLedgerRows(db, asking.actor, page)
  const names = await namesFor(db, asking, rows.flatMap(idsIn))
  return rows.map((row) => rowOf(row, names))
}

const supportsIn = ({ supportUnitIds }: StoredRow): string[] => supportUnitIds?.split(' ') ?? []

const idsIn = (row: StoredRow): (string | null)[] => [
  row.pillarId,
  row.leadUnitId,
  row.leaderId,
  row.assigneeId,
  ...supportsIn(row),
]

// All fields at once: an object that grows field by field is slower to make and to read, and an export has thousands.
const rowOf = (row: StoredRow, names: Names): KeyedRow => ({
  id: row.id,
  code: row.code,
  title: row.title,
  kind: row.kind,
  state: row.state,
  version: row.version,
  weight: row.weight,
  restricted: row.restricted,
  pillar: pillarOf(names, row.pillarId),
  leadUnit: refOf(names, row.leadUnitId),
  supportUnits: supportsOf(row, names),
  leader: refOf(names, row.leaderId),
  assignee: refOf(names, row.assigneeId),
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

const supportsOf = (row: StoredRow, names: Names) =>
  supportsIn(row)
    .flatMap((id) => names.get(id) ?? [])
    .sort((a, b) => a.position - b.position)
