import { type Answerer, answererOf, type ClockDays, clockOf } from '#domain/difficulties/clock.ts'
import { ringOf } from '#domain/difficulties/difficulty.ts'
import type { Changing } from '../http/context.ts'
import { type Message, tell } from '../messages/tell.ts'
import type { Changed } from './story.ts'
import { type HeldPost, loadHeldPosts, loadUnitNames } from './telling.queries.ts'

type Known = { posts: readonly HeldPost[]; names: ReadonlyMap<string, string>; days: ClockDays }

/**
 * Tells whoever has to move now, once for each time a difficulty comes to them. The office, which looks at its board
 * every day, is told nothing, and nobody of what they did themselves.
 */
export async function tellOfDifficulties(
  changing: Changing,
  days: ClockDays,
  changed: readonly Changed[],
): Promise<void> {
  const { tx, actor } = changing
  const unitIds = [
    ...new Set(
      changed.flatMap(({ difficulty: { raisedUnitId, askedUnitIds, ruling } }) => [
        raisedUnitId,
        ...askedUnitIds,
        ...(ruling ? [ruling.unitId] : []),
      ]),
    ),
  ]
  const posts = await loadHeldPosts(tx, actor.organizationId, unitIds)
  const names = await loadUnitNames(tx, actor.organizationId, unitIds)
  const messages = changed.flatMap((one) => messageOf(one, { posts, names, days }))
  await tell(
    changing,
    ...messages.map((message) => ({ ...message, to: message.to.filter((id) => id !== actor.personId) })),
  )
}

function messageOf({ id, title, difficulty, happened }: Changed, { posts, names, days }: Known): Message[] {
  const { state, level, enteredOn, raisedUnitId, askedUnitIds } = difficulty
  const answerer = answererOf(difficulty)
  const clock = clockOf(difficulty, days)
  if (!answerer || !clock || happened.length === 0) return []
  const nameOf = (unitId: string) => names.get(unitId) ?? ''
  const message = {
    subject: { type: 'difficulty', id },
    facts: { title, unit: nameOf(raisedUnitId), lastOn: clock.lastOn, level: `@level.${level}` },
    key: `difficulty ${id} ${state} ${level} ${enteredOn} ${askedUnitIds.length}`,
  }
  if (state === 'solved')
    return [{ ...message, kind: 'difficultySolved', to: holders(posts, ['unitHead', 'liaison'], raisedUnitId) }]
  const to = peopleOf(answerer, posts)
  if (happened.some(({ kind }) => kind === 'ringFound')) {
    const ring = (ringOf(raisedUnitId, askedUnitIds) ?? []).map(nameOf).join(' → ')
    return [{ ...message, kind: 'difficultyRing', to, facts: { ...message.facts, ring } }]
  }
  const isRuled = state === 'ruled' || state === 'inExecution'
  return [{ ...message, kind: isRuled ? 'difficultyIsYours' : 'difficultyAsksYou', to }]
}

const holders = (posts: readonly HeldPost[], roles: readonly string[], unitId: string | null): string[] =>
  posts.filter((post) => roles.includes(post.role) && post.unitId === unitId).map(({ personId }) => personId)

function peopleOf(answerer: Answerer, posts: readonly HeldPost[]): string[] {
  if (answerer.post === 'unitHead') return holders(posts, ['unitHead'], answerer.unitId)
  if (answerer.post === 'leaderInCharge') return [answerer.personId]
  return answerer.post === 'principalLeader'
    ? posts.filter(({ role }) => role === 'principalLeader').map(({ personId }) => personId)
    : []
}
