import { z } from 'zod'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { OWED_STATES, supportWaitOf, type SupportWait } from '#domain/tasks/support.ts'
import type { ListedSupport } from '#domain/tasks/supports.contract.ts'
import type { Reading } from '../http/context.ts'
import { type Frame, loadFrame } from './facts.queries.ts'
import { findSupports, type ListedRow, type SupportFilter } from './supports.queries.ts'
import { viewSupport } from './supportView.ts'
import { rulesOf } from './standing.ts'

const Cursor = z.tuple([z.iso.date(), z.uuid(), z.uuid()])
type Asked = Pick<SupportFilter, 'side' | 'limit'> & { after?: string | undefined; owed?: 'true' | undefined }

/** A page of what the reader's units owe, or are owed. */
export async function pageOfSupports(reading: Reading, { after, owed, ...filter }: Asked) {
  const { db, actor } = reading
  const cursor = Cursor.safeParse(after === undefined ? null : readCursor(after, 3))
  const states = owed && { states: OWED_STATES }
  const rows = await findSupports(db, actor, { ...filter, ...states, after: cursor.data })
  const frame = await loadFrame(db, actor.organizationId)
  const shown = rows.slice(0, filter.limit)
  const last = shown[shown.length - 1]
  return {
    items: shown.flatMap((row) => viewListed(row, reading, frame)),
    next: rows.length > filter.limit && last ? writeCursor([last.at, last.task.id, last.support.unit.id]) : null,
  }
}

function viewListed(row: ListedRow, { actor, today }: Reading, frame: Frame): ListedSupport[] {
  const { support, task, leadUnit, leadUnitId, taskState: state, currentDueOn } = row
  const plan = frame.plans.get(row.planId)
  if (!plan) return []
  const sight = { actor, today, calendar: frame.calendar, rules: rulesOf(row, frame, today) }
  const view = viewSupport(support, { state, leadUnitId, currentDueOn }, sight)
  return [{ ...view, task, leadUnit, planYear: plan.year }]
}

/** Nobody has more before them on one day. */
const WAITING_AT_MOST = 100

/** What waits for the reader: to be delivered soon, and to be confirmed. */
export async function findSupportsWaitingFor(
  reading: Reading,
): Promise<{ kind: SupportWait; support: ListedSupport; dueOn: string | null }[]> {
  const { db, actor } = reading
  const frame = await loadFrame(db, actor.organizationId)
  const [owed, delivered] = await Promise.all([
    findSupports(db, actor, { side: 'owedByUs', states: OWED_STATES, limit: WAITING_AT_MOST }),
    findSupports(db, actor, { side: 'owedToUs', states: ['delivered'], limit: WAITING_AT_MOST }),
  ])
  return [...owed, ...delivered].flatMap((row) =>
    viewListed(row, reading, frame).flatMap((support) => {
      const kind = supportWaitOf(support)
      return kind === null
        ? []
        : [{ kind, support, dueOn: kind === 'deliver' ? (support.dueOn ?? row.currentDueOn) : null }]
    }),
  )
}
