import { createPerson, listPeople, updatePerson } from '#domain/org/org.contract.ts'
import { canHoldPosts, officeOf, withoutRepeats } from '#domain/org/posts.ts'
import { writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { saveAccount, saveSessionsEnd } from '../auth/account.queries.ts'
import { newInitialPassword } from '../auth/initial-password.ts'
import { digestPassword } from '../auth/password.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { listAllPeople, lockPerson, saveNewPeople, savePerson, takenUserNames } from './people.queries.ts'
import { savePortfolio } from './portfolio.queries.ts'
import { listPosts, saveNewPosts, savePostsEnd, savePostTitle, type PostFacts } from './posts.queries.ts'
import { findUnitIds } from './units.queries.ts'

type Person = NonNullable<Awaited<ReturnType<typeof lockPerson>>>

export function peopleRoutes(served: Served): void {
  read(served, listPeople, async ({ db, actor, query }) => {
    const rows = await listAllPeople(db, actor, query)
    const items = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? items.at(-1) : undefined
    return { items, next: last ? writeCursor([last.position, last.id]) : null }
  })

  change(served, createPerson, async (changing) => {
    const { tx, actor, body, now } = changing
    const { posts, ...facts } = body
    await refuseTakenUserName(changing, facts.userName)
    const held = await checkPosts(changing, posts)
    const [personId = ''] = await saveNewPeople(tx, actor, [facts])
    await saveNewPosts(
      tx,
      actor,
      held.map((post) => ({ ...post, personId })),
    )
    const initialPassword = newInitialPassword()
    const passwordDigest = await digestPassword(initialPassword)
    const of = { organizationId: actor.organizationId, personId }
    await saveAccount(tx, of, { passwordDigest, mustChange: true, changedAt: now })
    const after = { name: facts.name, userName: facts.userName, posts: held }
    await record(changing, { action: 'person.created', subjectType: 'person', subjectId: personId, after })
    return { id: personId, initialPassword }
  })

  change(served, updatePerson, async (changing) => {
    const { tx, actor, params, body } = changing
    const person = await lockPerson(tx, actor, params.personId)
    if (!person) throw new Refusal('not_found')
    const isSelf = person.id === actor.personId
    if (isSelf && (body.posts || body.disabled)) throw new Refusal('own_account')
    await changeFacts(changing, person, body)
    if (body.posts) await changePosts(changing, person.id, body.posts)
    return {}
  })
}

type GivenFacts = {
  name?: string | undefined
  userName?: string | undefined
  phone?: string | null | undefined
  disabled?: boolean | undefined
}

async function changeFacts(changing: Changing, person: Person, to: GivenFacts): Promise<void> {
  const { tx, actor, now } = changing
  const facts = {
    name: to.name ?? person.name,
    userName: to.userName ?? person.userName,
    phone: to.phone === undefined ? person.phone : to.phone,
  }
  const disabled = to.disabled ?? person.disabledAt !== null
  if (facts.userName.toLowerCase() !== person.userName.toLowerCase())
    await refuseTakenUserName(changing, facts.userName)
  await savePerson(tx, actor, person.id, { ...facts, disabledAt: disabled ? (person.disabledAt ?? now) : null })
  if (disabled && !person.disabledAt) {
    await saveSessionsEnd(tx, { organizationId: actor.organizationId, personId: person.id }, now)
  }
  const before = { name: person.name, userName: person.userName, disabled: person.disabledAt !== null }
  const after = { name: facts.name, userName: facts.userName, disabled }
  const phone = facts.phone === person.phone ? {} : { phoneChanged: true } // the number itself is nobody's business later
  if (JSON.stringify(before) === JSON.stringify(after) && facts.phone === person.phone) return
  const action = disabled && !person.disabledAt ? 'person.disabled' : 'person.changed'
  await record(changing, { action, subjectType: 'person', subjectId: person.id, before, after: { ...after, ...phone } })
}

/** Ends what is no longer held, adds what is new, keeps the rest; a portfolio ends with its leader's post. */
async function changePosts(changing: Changing, personId: string, posts: readonly PostFacts[]): Promise<void> {
  const { tx, actor, now } = changing
  const to = await checkPosts(changing, posts)
  const held = await listPosts(tx, actor, personId)
  const wanted = new Map(to.map((post) => [officeOf(post), post]))
  const had = new Set(held.map(officeOf))
  const ended = held.filter((post) => !wanted.has(officeOf(post)))
  await savePostsEnd(
    tx,
    actor,
    ended.map((post) => post.id),
    now,
  )
  await saveNewPosts(
    tx,
    actor,
    to.filter((post) => !had.has(officeOf(post))).map((post) => ({ ...post, personId })),
  )
  for (const post of held) {
    const title = wanted.get(officeOf(post))?.title
    if (title !== undefined && title !== post.title) await savePostTitle(tx, actor, post.id, title)
  }
  if (!to.some((post) => post.role === 'leaderInCharge')) {
    await savePortfolio(tx, actor, personId, { unitIds: [], pillarIds: [] }, now)
  }
  const before = { posts: held.map(({ role, unitId, title }) => ({ role, unitId, title })) }
  await record(changing, {
    action: 'posts.changed',
    subjectType: 'person',
    subjectId: personId,
    before,
    after: { posts: to },
  })
}

/** The posts without repetition, after the rules have been asked and every unit found. */
async function checkPosts({ tx, actor }: Changing, posts: readonly PostFacts[]): Promise<PostFacts[]> {
  const held = withoutRepeats(posts)
  ensure(canHoldPosts(held))
  const unitIds = held.flatMap((post) => (post.unitId ? [post.unitId] : []))
  const found = await findUnitIds(tx, actor, unitIds)
  if (unitIds.some((id) => !found.has(id))) throw new Refusal('not_found')
  return held
}

async function refuseTakenUserName({ tx }: Changing, userName: string): Promise<void> {
  if ((await takenUserNames(tx, [userName])).size > 0) throw new Refusal('already_exists', { value: userName })
}
