import { standDirective } from '#domain/directives/standing.ts'
import type { Tx } from '../db/db.ts'
import { holdDirectivesOf, loadDirectiveFacts, saveDirectiveStandings } from './directiveStanding.queries.ts'

/** Works out again how the directives stand whose tasks have changed, in the transaction of the change. */
export async function refreshDirectivesOf(tx: Tx, organizationId: string, taskIds: readonly string[]): Promise<void> {
  await refreshDirectives(tx, organizationId, await holdDirectivesOf(tx, organizationId, taskIds))
}

/** The same for directives by id: new ones, and those that were withdrawn. */
export async function refreshDirectives(
  tx: Tx,
  organizationId: string,
  directiveIds: readonly string[],
): Promise<void> {
  if (directiveIds.length === 0) return
  const facts = await loadDirectiveFacts(tx, organizationId, directiveIds)
  await saveDirectiveStandings(
    tx,
    organizationId,
    facts.map(({ id, ...rest }) => ({ id, ...standDirective(rest) })),
  )
}
