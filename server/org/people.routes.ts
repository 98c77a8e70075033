import { createPerson, listPeople, updatePerson } from '#domain/org/org.contract.ts'
import { writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { newInitialPassword } from '../auth/initial-password.ts'
import { change, changeAfter, read, type Served } from '../http/route.ts'
import { listAllPeople, lockPerson } from './people.queries.ts'
import { addPerson, changeFacts, changePosts } from './people.ts'

export function peopleRoutes(served: Served): void {
  read(served, listPeople, async ({ db, actor, query }) => {
    const rows = await listAllPeople(db, actor, query)
    const items = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? items.at(-1) : undefined
    return { items, next: last ? writeCursor([last.position, last.id]) : null }
  })

  changeAfter(served, createPerson, newInitialPassword, async (changing, initial) => {
    const { initialPassword } = initial
    return { id: await addPerson(changing, changing.body, initial), initialPassword }
  })

  change(served, updatePerson, async (changing) => {
    const { tx, actor, params, body } = changing
    const person = await lockPerson(tx, actor, params.personId)
    if (!person) throw new Refusal('not_found')
    const isSelf = person.id === actor.personId
    if (isSelf && (body.posts || body.disabled)) throw new Refusal('own_account')
    await changeFacts(changing, person, {
      name: body.name ?? person.name,
      userName: body.userName ?? person.userName,
      phone: body.phone === undefined ? person.phone : body.phone,
      disabled: body.disabled ?? person.disabledAt !== null,
    })
    if (body.posts) await changePosts(changing, person.id, body.posts)
    return {}
  })
}
