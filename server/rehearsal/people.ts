import { DISTRICT, STAFF } from '#server/demo/district.ts'
import { idOf } from '#server/demo/ids.ts'
import { LEADERS_IN_CHARGE, PRINCIPAL_LEADERS, SUPERVISION_OFFICE } from '#server/demo/leaders.ts'

/** Who holds the rehearsal, by user name: the recorder of the supervision office and the chair. */
export const RECORDER = SUPERVISION_OFFICE[0][3]
export const CHAIR = PRINCIPAL_LEADERS[0]?.userName ?? ''

export const DEMO_ORGANIZATION_ID = idOf('organization', DISTRICT.name)
export const UNITS_MOST = DISTRICT.units.length

const leaders = [...PRINCIPAL_LEADERS, ...LEADERS_IN_CHARGE].map(({ userName }) => userName)
export const personId = (userName: string): string => idOf('person', userName)

/** The first units in the official order, by id. */
export const unitIdsOf = (count: number): string[] => DISTRICT.units.slice(0, count).map(({ key }) => idOf('unit', key))

/** Who takes part for so many units: every leader, and each unit. */
export const participantsOf = (count: number) => [
  ...leaders.map((userName) => ({ part: 'member' as const, personId: personId(userName) })),
  ...unitIdsOf(count).map((unitId) => ({ part: 'member' as const, unitId })),
]

/** Who can follow a meeting of so many units, each on one screen: leaders, then heads, then liaisons. */
export function followersOf(unitCount: number): string[] {
  const staff = DISTRICT.units.slice(0, unitCount).flatMap(({ key }) => STAFF.get(key) ?? [])
  return [...leaders, ...staff.map(({ head }) => head.userName), ...staff.map(({ liaison }) => liaison.userName)]
}
