import type { Role } from '../access/actor.ts'
import type { Duties } from '../org/duties.ts'
import type { UnitKind } from '../org/unit.ts'

/** What a review knows of the organization: enough to tell names apart and to fill in who oversees what. */
export type Office = {
  /** The organization's own place, such as 清源区. */
  place: string
  planYear: number
  units: readonly OfficeUnit[]
  people: readonly OfficePerson[]
  /** In their order, without retired ones. */
  pillars: readonly { id: string; name: string; mark: string }[]
  portfolios: readonly Duties[]
}
type OfficeUnit = { id: string; name: string; shortName: string; aliases: readonly string[]; kind: UnitKind }
export type OfficePerson = { id: string; name: string; posts: readonly { role: Role; unitId: string | null }[] }

const NUMBERED = /^[\s（(]*[一二三四五六七八九十百零〇\d]+[、.．)）\s]*/

/** The pillar that a heading or a ledger's column names: 二、工业强区, 工业强区（12项）. Null where none is named. */
export function pillarNamed({ pillars }: Pick<Office, 'pillars'>, words: string): string | null {
  const bare = words.replace(NUMBERED, '').replace(/[“”"'\s]/g, '')
  const found = pillars.filter(({ name }) => bare === name || bare.includes(name))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const SPACES = /[\s\u3000]/g
const LEADING: readonly Role[] = ['leaderInCharge', 'principalLeader']

/** People who bear a name; those who can hold the place come first and, where there are any, alone. */
export function peopleNamed(
  { people }: Pick<Office, 'people'>,
  written: string,
  place: { kind: 'leader' } | { kind: 'assignee'; leadUnitId: string | null },
): OfficePerson[] {
  const name = written.replace(SPACES, '')
  const all = people.filter((person) => person.name.replace(SPACES, '') === name)
  const fit = all.filter(({ posts }) =>
    posts.some(({ role, unitId }) =>
      place.kind === 'leader' ? LEADING.includes(role) : place.leadUnitId !== null && unitId === place.leadUnitId,
    ),
  )
  return fit.length > 0 ? fit : all
}
