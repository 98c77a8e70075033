import { instantText } from '#domain/calendar/instants.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'

/** The refusal for whoever decided over a state that is no longer so: says who changed the subject last, and when. */
export async function changedMeanwhile(
  { tx, actor, timeZone }: Changing,
  subjectType: string,
  subjectId: string,
): Promise<Refusal> {
  const change = await tx
    .selectFrom('journalEntry')
    .select(['personName', 'happenedAt'])
    .where('organizationId', '=', actor.organizationId)
    .where('subjectType', '=', subjectType)
    .where('subjectId', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const at = change ? instantText(change.happenedAt, timeZone) : ''
  return new Refusal('changed_meanwhile', { by: change?.personName ?? '', at })
}
