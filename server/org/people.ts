import { canHoldPosts, officeOf, withoutRepeats } from '#domain/org/posts.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { saveAccessEnd, saveAccount } from '../auth/account.queries.ts'
import type { InitialPassword } from '../auth/initial-password.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import {
  claimUserName,
  saveNewPeople,
  savePerson,
  takenUserNames,
  type lockPerson,
  type PersonFacts,
} from './people.queries.ts'
import { savePortfolio } from './portfolio.queries.ts'
import { listPosts, saveNewPosts, savePostsEnd, savePostTitle, type PostFacts } from './posts.queries.ts'
import { findUnitIds } from './units.queries.ts'

export type NewPerson = PersonFacts & { posts: readonly PostFacts[] }
export type Person = NonNullable<Awaited<ReturnType<typeof lockPerson>>>

/** Adds a person with posts and an account that opens with the initial password. Gives the person's id. */
export async function addPerson(
  changing: Changing,
  { posts, ...facts }: NewPerson,
  { passwordDigest }: InitialPassword,
): Promise<string> {
  const { tx, actor, now } = changing
  await refuseTakenUserName(changing, facts.userName)
  const held = await checkPosts(changing, posts)
  const [personId = ''] = await saveNewPeople(tx, actor, [facts])
  await saveNewPosts(
    tx,
    actor,
    held.map((post) => ({ ...post, personId })),
  )
  await saveAccount(
    tx,
    { organizationId: actor.organizationId, personId },
    { passwordDigest, mustChange: true, changedAt: now },
  )
  const after = { name: facts.name, userName: facts.userName, posts: held }
  await record(changing, { action: 'person.created', subjectType: 'person', subjectId: personId, after })
  return personId
}

/** Changes name, user name, telephone; disabling ends every way in at once, for good. */
export async function changeFacts(
  changing: Changing,
  person: Person,
  to: PersonFacts & { disabled: boolean },
): Promise<void> {
  const { tx, actor, now } = changing
  const { disabled, ...facts } = to
  const wasDisabled = person.disabledAt !== null
  const before = { name: person.name, userName: person.userName, disabled: wasDisabled }
  const after = { name: facts.name, userName: facts.userName, disabled }
  const newPhone = facts.phone !== person.phone
  if (JSON.stringify(before) === JSON.stringify(after) && !newPhone) return
  if (facts.userName.toLowerCase() !== person.userName.toLowerCase())
    await refuseTakenUserName(changing, facts.userName)
  await savePerson(tx, actor, person.id, { ...facts, disabledAt: disabled ? (person.disabledAt ?? now) : null })
  const leaves = disabled && !wasDisabled
  if (leaves) await saveAccessEnd(tx, { organizationId: actor.organizationId, personId: person.id }, now)
  await record(changing, {
    action: leaves ? 'person.disabled' : 'person.changed',
    subjectType: 'person',
    subjectId: person.id,
    before,
    after: { ...after, ...(newPhone && { phoneChanged: true }) }, // the number itself is nobody's business later
  })
}

/** Ends what is no longer held, adds what is new, keeps the rest; a portfolio ends with its leader's post. */
export async function changePosts(changing: Changing, personId: string, posts: readonly PostFacts[]): Promise<void> {
  const { tx, actor, now } = changing
  const to = await checkPosts(changing, posts)
  const held = await listPosts(tx, actor, personId)
  const wanted = new Map(to.map((post) => [officeOf(post), post]))
  const had = new Set(held.map(officeOf))
  const ended = held.filter((post) => !wanted.has(officeOf(post))).map((post) => post.id)
  const added = to.filter((post) => !had.has(officeOf(post))).map((post) => ({ ...post, personId }))
  const renamed = held.filter((post) => (wanted.get(officeOf(post))?.title ?? post.title) !== post.title)
  if (ended.length + added.length + renamed.length === 0) return
  await savePostsEnd(tx, actor, ended, now)
  await saveNewPosts(tx, actor, added)
  for (const post of renamed) await savePostTitle(tx, actor, post.id, wanted.get(officeOf(post))?.title ?? '')
  if (!to.some((post) => post.role === 'leaderInCharge')) {
    await savePortfolio(tx, actor, personId, { unitIds: [], pillarIds: [] }, now)
  }
  const before = { posts: held.map(({ role, unitId, title }) => ({ role, unitId, title })) }
  const subject = { subjectType: 'person', subjectId: personId }
  await record(changing, { action: 'posts.changed', ...subject, before, after: { posts: to } })
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
  await claimUserName(tx, userName)
  if ((await takenUserNames(tx, [userName])).size > 0) throw new Refusal('already_exists', { value: userName })
}
