import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { deedOf, planOrgImport, type OrgPlan } from '#domain/org/import-plan.ts'
import type { PlannedPerson, PlannedPost } from '#domain/org/import-people.ts'
import type { OrgTables } from '#domain/org/import-table.ts'
import type { PlannedUnit } from '#domain/org/import-units.ts'
import { Refusal, type Language } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import type { InitialPassword } from '../auth/initial-password.ts'
import type { Changing } from '../http/context.ts'
import { listWholePeople, lockPerson, takenUserNames } from '../org/people.queries.ts'
import { addPerson, changeFacts, changePosts } from '../org/people.ts'
import { listAllUnits } from '../org/units.queries.ts'
import { addUnit, changeUnit } from '../org/units.ts'

/** What the file would do to the organization as it is now. */
export async function planFor(db: Db, actor: Actor, tables: OrgTables, language: Language): Promise<OrgPlan> {
  const units = await listAllUnits(db, actor, 'without')
  const people = await listWholePeople(db, actor)
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  const known = people.map(({ disabledAt, posts, ...person }) => ({
    ...person,
    disabled: disabledAt !== null,
    posts: posts.map((post) => ({
      role: post.role,
      unitName: post.unitId ? (nameOf.get(post.unitId) ?? post.unitName) : null,
      title: post.title,
    })),
  }))
  const own = new Set(known.map((person) => person.userName.toLowerCase()))
  const asked = tables.people.map((row) => row.cells.userName)
  const taken = await takenUserNames(db, asked)
  const takenElsewhere = new Set([...taken].filter((name) => !own.has(name)))
  const facts = { units, people: known, takenUserNames: takenElsewhere, selfId: actor.personId }
  return planOrgImport(tables, facts, language)
}

/** The same for the same plan: what was previewed is what is confirmed. */
export const planDigest = ({ units, people }: OrgPlan): string =>
  createHash('sha256')
    .update(JSON.stringify([units, people]))
    .digest('base64url')

export type NewAccount = { name: string; userName: string; initialPassword: string }

/**
 * Carries a plan without problems out, in the change's own transaction. `initials`: a password for each new person, made
 * before it. Gives the new accounts.
 */
export async function carryOut(
  changing: Changing,
  plan: OrgPlan,
  initials: readonly InitialPassword[],
): Promise<NewAccount[]> {
  for (const unit of plan.units) await carryOutUnit(changing, unit)
  const units = await listAllUnits(changing.tx, changing.actor, 'without')
  const idOf = new Map(units.map((unit) => [unit.name, unit.id]))
  const added = plan.people.filter((person) => person.id === null)
  const accounts: NewAccount[] = []
  for (const [index, initial] of initials.entries()) {
    const person = added[index]
    if (person) accounts.push(await addPlanned(changing, person, idOf, initial))
  }
  for (const person of plan.people) if (person.id !== null) await changePlanned(changing, person, person.id, idOf)
  return accounts
}

async function carryOutUnit(changing: Changing, planned: PlannedUnit): Promise<void> {
  const deed = deedOf(planned)
  if (deed === 'add') await addUnit(changing, planned.after)
  if (deed === 'change' && planned.id && planned.before) {
    await changeUnit(changing, { ...planned.before, id: planned.id }, planned.after)
  }
}

type IdOfUnit = ReadonlyMap<string, string>

async function addPlanned(
  changing: Changing,
  { after }: PlannedPerson,
  idOf: IdOfUnit,
  initial: InitialPassword,
): Promise<NewAccount> {
  const { posts, ...facts } = after
  await addPerson(changing, { ...facts, posts: posts.map((post) => heldPost(post, idOf)) }, initial)
  return { name: facts.name, userName: facts.userName, initialPassword: initial.initialPassword }
}

async function changePlanned(changing: Changing, planned: PlannedPerson, id: string, idOf: IdOfUnit): Promise<void> {
  if (deedOf(planned) === 'nothing') return
  const person = await lockPerson(changing.tx, changing.actor, id)
  if (!person) throw new Refusal('import_moved')
  const { posts, ...facts } = planned.after
  await changeFacts(changing, person, { ...facts, disabled: person.disabledAt !== null })
  const held = posts.map((post) => heldPost(post, idOf))
  if (person.id !== changing.actor.personId) await changePosts(changing, person.id, held)
}

function heldPost({ role, unitName, title }: PlannedPost, idOf: ReadonlyMap<string, string>) {
  const unitId = unitName === null ? null : idOf.get(unitName)
  if (unitId === undefined) throw new Refusal('import_moved')
  return { role, unitId, title }
}
