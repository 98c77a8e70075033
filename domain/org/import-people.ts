import { UserName } from '../auth/auth.contract.ts'
import { isUnitRole, rolesAgree, type Role } from '../access/actor.ts'
import type { Noted } from './import-plan.ts'
import { choicesOf, readRole, ROLE_WORDS, type OrgRow } from './import-table.ts'
import { officeOf, withoutRepeats } from './posts.ts'

/** A post in a file: its unit by name, since the unit may only come with the same file. */
export type PlannedPost = { role: Role; unitName: string | null; title: string }
export type KnownPerson = {
  id: string
  name: string
  userName: string
  phone: string | null
  disabled: boolean
  posts: readonly PlannedPost[]
}
/** A person with all their posts, from one or more rows. `id` is null for a person to add; an empty phone leaves the old. */
export type PlannedPerson = {
  row: number
  id: string | null
  before: PersonFacts | null
  after: PersonFacts
}
export type PersonFacts = { name: string; userName: string; phone: string | null; posts: PlannedPost[] }

export type PeopleKnown = {
  people: readonly KnownPerson[]
  /** User names, in lower case, that somebody of another organization on this server has. */
  takenUserNames: ReadonlySet<string>
  /** The full name of a unit by any of its names; undefined for none. */
  unitName: (name: string) => string | undefined
  /** Who imports: their own posts stay. */
  selfId: string
}

type Row = OrgRow<'people'>

/** Plans the people rows: one person per user name, a post per row; what is wrong goes to `note`. */
export function planPeople(rows: readonly Row[], known: PeopleKnown, note: Noted<'people'>): PlannedPerson[] {
  const byUserName = new Map(known.people.map((person) => [person.userName.toLowerCase(), person]))
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    if (!checkRow(row, note)) continue
    const key = row.cells.userName.toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].flatMap(([key, own]) => {
    const [first] = own
    if (!first) return []
    const same = byUserName.get(key)
    noteIdentity(own, first, { same, taken: known.takenUserNames.has(key) }, note)
    const posts = withoutRepeatsByName(own.flatMap((row) => readPost(row, known, note)))
    if (!rolesAgree(posts.map((post) => post.role))) note(first.row, 'role', first.cells.role, 'rolesExclude')
    const phone = own.map((row) => row.cells.phone).find(Boolean) ?? same?.phone ?? null
    const after = { name: first.cells.name, userName: same?.userName ?? first.cells.userName, phone, posts }
    const before = same
      ? { name: same.name, userName: same.userName, phone: same.phone, posts: inOrder(same.posts) }
      : null
    if (same?.id === known.selfId && JSON.stringify(before?.posts) !== JSON.stringify(posts)) {
      note(first.row, 'role', first.cells.role, 'ownPosts')
    }
    return [{ row: first.row, id: same?.id ?? null, before, after }]
  })
}

/** Whether a row can be taken further; name and user name are what a person is known by. */
function checkRow({ row, cells }: Row, note: Noted<'people'>): boolean {
  if (!cells.name) note(row, 'name', cells.name, 'personNameMissing')
  if (cells.name.length > 60) note(row, 'name', cells.name, 'tooLong', { limit: 60 })
  const fits = UserName.safeParse(cells.userName).success
  if (!fits) note(row, 'userName', cells.userName, 'userNameMissing')
  if (cells.phone.length > 30) note(row, 'phone', cells.phone, 'tooLong', { limit: 30 })
  if (cells.title.length > 60) note(row, 'title', cells.title, 'tooLong', { limit: 60 })
  return fits
}

function noteIdentity(
  own: readonly Row[],
  first: Row,
  { same, taken }: { same: KnownPerson | undefined; taken: boolean },
  note: Noted<'people'>,
): void {
  for (const { row, cells } of own) {
    if (cells.name !== first.cells.name) note(row, 'name', cells.name, 'nameDiffers', { row: first.row })
  }
  if (!same && taken) note(first.row, 'userName', first.cells.userName, 'userNameTaken')
  if (same?.disabled) note(first.row, 'userName', first.cells.userName, 'userNameDisabled')
}

function readPost({ row, cells }: Row, known: PeopleKnown, note: Noted<'people'>): PlannedPost[] {
  const role = readRole(cells.role)
  if (!role) {
    note(row, 'role', cells.role, 'roleUnknown', { words: choicesOf(ROLE_WORDS) })
    return []
  }
  const unitName = cells.unit ? known.unitName(cells.unit) : null
  if (unitName === undefined) note(row, 'unit', cells.unit, 'unitUnknown')
  else if (unitName === null && isUnitRole(role)) note(row, 'unit', cells.unit, 'unitMissing')
  return [{ role, unitName: unitName ?? null, title: cells.title }]
}

const asOffice = ({ role, unitName, title }: PlannedPost) => ({ role, unitId: unitName, title })

const withoutRepeatsByName = (posts: readonly PlannedPost[]): PlannedPost[] =>
  inOrder(withoutRepeats(posts.map(asOffice)).map(({ role, unitId, title }) => ({ role, unitName: unitId, title })))

/** Posts in an order that does not depend on where they come from, so that they compare. */
const inOrder = (posts: readonly PlannedPost[]): PlannedPost[] =>
  posts
    .map(({ role, unitName, title }) => ({ role, unitName, title }))
    .sort((a, b) => (officeOf(asOffice(a)) < officeOf(asOffice(b)) ? -1 : 1))
