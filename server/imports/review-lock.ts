import { instantText } from '#domain/calendar/instants.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { lockImport, type LockedImport } from './imports.queries.ts'
import type { StoredDraft } from './stored.ts'

/** Locks an import that is under review; refuses not_found, import_wrong_state. */
export async function lockReview(
  { tx, actor }: Changing,
  importId: string,
  hold: 'shared' | 'alone',
  step: string,
): Promise<LockedImport> {
  const found = await lockImport(tx, actor, importId, hold)
  if (!found) throw new Refusal('not_found')
  if (found.state !== 'review')
    throw new Refusal('import_wrong_state', { state: `@import.${found.state}`, step: `@import.${step}` })
  return found
}

export const changedMeanwhile = ({ timeZone }: Changing, { changedAt, changedByName }: StoredDraft): Refusal =>
  new Refusal('changed_meanwhile', {
    by: changedByName ?? '',
    at: changedAt ? instantText(changedAt, timeZone) : '',
  })
