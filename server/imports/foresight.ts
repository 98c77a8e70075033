import { changesOf, type ComparedTask } from '#domain/imports/difference.ts'
import type { Office } from '#domain/imports/office.ts'
import type { Foresight } from '#domain/imports/pages.contract.ts'
import { missingOf, withLeader } from '#domain/imports/review.ts'
import type { StoredDraft } from './stored.ts'

const LACKING_SHOWN = 8

type Known = { office: Office; tasks: ReadonlyMap<string, ComparedTask> }

/** What registering would do with the rows as they stand. */
export function foresee(rows: readonly StoredDraft[], { office, tasks }: Known): Foresight {
  const inState = (state: StoredDraft['state']) => rows.filter((row) => row.state === state)
  const accepted = inState('accepted')
  const fresh = accepted
    .filter(({ taskId }) => taskId === null)
    .map((row) => ({ number: row.number, missing: missingOf(withLeader(row.review, office)) }))
  const lacking = fresh.filter(({ missing }) => missing.length > 0)
  const changes = ({ taskId, review }: StoredDraft) => {
    const task = taskId === null ? undefined : tasks.get(taskId)
    return task !== undefined && changesOf(review, task) !== null
  }
  const named = [...accepted, ...inState('merged')].filter(({ taskId }) => taskId !== null)
  const updated = named.filter(changes)
  const merged = inState('merged').filter((row) => !updated.includes(row))
  const same = merged.filter((row) => row.same)
  return {
    registered: fresh.length - lacking.length,
    drafted: lacking.length,
    updated: updated.length,
    merged: merged.length - same.length,
    discarded: inState('discarded').length,
    pending: inState('pending').length,
    same: same.length,
    doubts: accepted.reduce((sum, { review }) => sum + review.doubts.length, 0),
    lacking: lacking.slice(0, LACKING_SHOWN),
  }
}
