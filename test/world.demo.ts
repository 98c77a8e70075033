import type { Role } from '#domain/access/actor.ts'
import { DISTRICT } from '#server/demo/district.ts'
import { idOf } from '#server/demo/ids.ts'
import { DEMO_NOW } from './database.setup.ts'
import { freshDatabase, serve } from './world.ts'

export const DEMO_ORGANIZATION = idOf('organization', DISTRICT.name)

/** The person who holds the demo's account for a role. */
export function demoPerson(role: Role): { id: string; userName: string; unitKey: string | null } {
  const account = DISTRICT.accounts.find((one) => one.role === role)
  const person = DISTRICT.people.find(({ key }) => key === account?.person)
  if (!person) throw new Error(`the demo has no account for ${role}`)
  return { id: idOf('person', person.key), userName: person.userName, unitKey: person.posts[0]?.unit ?? null }
}

/** The demo district in a database of the test's own; `as` gives the hands of whoever holds a role's account. */
export async function demoWorld(settings: Parameters<typeof serve>[2] = {}) {
  const { db, url } = await freshDatabase('template_demo')
  const clock = { now: DEMO_NOW }
  const { app, hands, session } = await serve(db, clock, settings)
  const sessionOf = (role: Role) => session(DEMO_ORGANIZATION, demoPerson(role).id)
  const as = async (role: Role) => hands(await sessionOf(role))
  return { db, url, app, clock, as, session, sessionOf }
}
