import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Light } from '#domain/lights/light.ts'
import type { Why } from '#domain/lights/why.ts'
import type { RowValues } from '#domain/reports/reports.contract.ts'
import type { ReturnReason, RowState } from '#domain/reports/sheet.ts'
import type { Tx } from '../db/db.ts'

type Place = { periodId: string; unitId: string }

/** A row as a decision needs it. */
export type EntryToDecide = Place & {
  id: string
  taskId: string
  version: number
  state: Exclude<RowState, 'empty'>
  claimedMilestoneIds: string[]
  savedBy: string | null
  submittedBy: string | null
  decidedBy: string | null
  since: Date
}

const columnsOf = (values: RowValues) => ({ ...values, evidence: values.evidence.join('\n') })

/**
 * Writes a row's content as its next version: the row is new, with the id given, where `version` is 0. Gives its new
 * version, or null where it is not the version given any more, or no longer the unit's to write.
 */
export async function saveEntry(
  tx: Tx,
  actor: Actor,
  { periodId, unitId, taskId }: Place & { taskId: string },
  { id, values, checked, version, at }: { id: string; values: RowValues; checked: boolean; version: number; at: Date },
): Promise<number | null> {
  const content = { ...columnsOf(values), checked, unitId, savedAt: at, savedBy: actor.personId, since: at }
  const saved = await tx
    .insertInto('reportEntry')
    .values({ organizationId: actor.organizationId, id, periodId, taskId, ...content })
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'periodId', 'taskId'])
        .doUpdateSet({ ...content, version: sql`report_entry.version + 1` })
        .where('reportEntry.version', '=', version)
        .where('reportEntry.state', 'in', ['draft', 'returned']),
    )
    .returning('version')
    .executeTakeFirst()
  return saved?.version ?? null
}

/** Makes sure the sheet has its row, and locks it: a sheet is prepared and signed one after the other. */
export async function lockSheet(tx: Tx, actor: Actor, { periodId, unitId }: Place): Promise<void> {
  const { organizationId } = actor
  await tx
    .insertInto('reportSheet')
    .values({ organizationId, periodId, unitId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .selectFrom('reportSheet')
    .select('unitId')
    .where('organizationId', '=', organizationId)
    .where('periodId', '=', periodId)
    .where('unitId', '=', unitId)
    .forUpdate()
    .execute()
}

/** Writes who prepared or signed the sheet, and when. */
export async function saveSheet(
  tx: Tx,
  actor: Actor,
  { periodId, unitId }: Place,
  set: { preparedAt?: Date | null; preparedBy?: string | null; signedAt?: Date; signedBy?: string },
): Promise<void> {
  await tx
    .updateTable('reportSheet')
    .set(set)
    .where('organizationId', '=', actor.organizationId)
    .where('periodId', '=', periodId)
    .where('unitId', '=', unitId)
    .execute()
}

/** Locks tasks whose facts are about to change, in order of id, so that a new day's standings wait for the change. */
export async function lockTasks(tx: Tx, actor: Actor, taskIds: readonly string[]): Promise<void> {
  await tx
    .selectFrom('task')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...taskIds])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** The tasks that entries speak of; entries that do not exist are left out. */
export async function findTaskIds(tx: Tx, actor: Actor, entryIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('reportEntry')
    .select('taskId')
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...entryIds])
    .execute()
  return rows.map(({ taskId }) => taskId)
}

/** Locks entries for a decision, in order of id. */
export async function lockEntries(tx: Tx, actor: Actor, entryIds: readonly string[]): Promise<EntryToDecide[]> {
  return tx
    .selectFrom('reportEntry')
    .select(['id', 'taskId', 'periodId', 'unitId', 'version', 'state', 'claimedMilestoneIds'])
    .select(['savedBy', 'submittedBy', 'decidedBy', 'since'])
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...entryIds])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Submits rows that are still in the version given; gives the ids of those that were. */
export async function submitEntries(
  tx: Tx,
  actor: Actor,
  rows: readonly { id: string; version: number }[],
  { on, at }: { on: Day; at: Date },
): Promise<string[]> {
  const { rows: submitted } = await sql<{ id: string }>`
    update report_entry e set state = 'submitted', submitted_on = ${on}, submitted_by = ${actor.personId},
      decided_on = null, decided_by = null, return_code = null, return_note = '', version = e.version + 1, since = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, version int)
    where e.organization_id = ${actor.organizationId} and e.id = r.id and e.version = r.version
      and e.state in ('draft','returned')
    returning e.id`.execute(tx)
  return submitted.map(({ id }) => id)
}

/** Writes the office's decision on locked rows. */
export async function saveDecisions(
  tx: Tx,
  actor: Actor,
  entryIds: readonly string[],
  decision: { state: 'accepted' | 'returned'; reason: ReturnReason | null; note: string; on: Day; at: Date },
): Promise<void> {
  if (entryIds.length === 0) return
  await tx
    .updateTable('reportEntry')
    .set({
      state: decision.state,
      decidedOn: decision.on,
      decidedBy: actor.personId,
      returnCode: decision.reason,
      returnNote: decision.note,
      // What was returned is to be looked over again before it is signed.
      ...(decision.state === 'returned' && { checked: false }),
      version: sql`version + 1`,
      since: decision.at,
    })
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...entryIds])
    .execute()
}

/** Where tasks stand, as just worked out. */
export async function findStandings(
  tx: Tx,
  actor: Actor,
  taskIds: readonly string[],
): Promise<{ taskId: string; light: Light; why: Why[] }[]> {
  const { rows } = await sql<{ taskId: string; light: Light; why: Why[] }>`
    select task_id, light, why from task_standing
    where organization_id = ${actor.organizationId} and task_id = any(${[...taskIds]}::uuid[])`.execute(tx)
  return rows
}

/** Names of people by id. */
export async function findNames(tx: Tx, actor: Actor, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...personIds])
    .execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}
