/** A leader in charge with the units and pillars they oversee, by ids: one line of the order of duties (分工). */
export type Duties = { personId: string; unitIds: readonly string[]; pillarIds: readonly string[] }

/**
 * The leader in charge of a task by the order of duties: whose portfolio holds the lead unit, or, where several or none
 * do, whose portfolio holds the pillar. Gives a person's id; null where that still leaves several or nobody.
 */
export function leaderByDuties(
  portfolios: readonly Duties[],
  leadUnitId: string | null,
  pillarId: string | null,
): string | null {
  const ofUnit = portfolios.filter(({ unitIds }) => leadUnitId !== null && unitIds.includes(leadUnitId))
  if (ofUnit.length === 1) return ofUnit[0]?.personId ?? null
  const among = ofUnit.length > 0 ? ofUnit : portfolios
  const ofPillar = among.filter(({ pillarIds }) => pillarId !== null && pillarIds.includes(pillarId))
  return ofPillar.length === 1 ? (ofPillar[0]?.personId ?? null) : null
}
