import type { Role } from '../access/actor.ts'

/** By what people are concerned with a task or a unit's sheet: the posts of its unit, its own people, the office. */
export const CONCERNED = [
  'assignee',
  'liaison',
  'unitHead',
  'leaderInCharge',
  'principalLeader',
  'supervisionOffice',
] as const satisfies readonly Role[]
export type Concerned = (typeof CONCERNED)[number]

/** Whom something that happened can concern besides: who signs it off. */
export type Told = Concerned | 'signer'

/** Whose something is: the unit that answers for it, its leader in charge, and who does the work. */
export type Belonging = {
  unitId: string | null
  leaderId: string | null
  assigneeId: string | null
  /** Who signs it off; of what has nobody else, the leader in charge. */
  signerId?: string | null
}

/** A post that somebody holds now. */
export type HeldPost = { personId: string; role: Role; unitId: string | null }

/** Where nobody of the unit holds the posts that are meant, its head is told; where there is no head, the office. */
const INSTEAD: readonly Concerned[] = ['unitHead', 'supervisionOffice']

/**
 * The people who are concerned, without repetition: exactly those of this unit and this task. A unit that has named
 * nobody yet leaves no message without a reader.
 */
export function recipientsOf(concerned: readonly Told[], belonging: Belonging, posts: readonly HeldPost[]): string[] {
  const found = concerned.flatMap((one) => peopleBy(one, belonging, posts))
  if (found.length > 0) return [...new Set(found)]
  for (const one of INSTEAD) {
    const people = peopleBy(one, belonging, posts)
    if (people.length > 0) return [...new Set(people)]
  }
  return []
}

function peopleBy(one: Told, belonging: Belonging, posts: readonly HeldPost[]): string[] {
  const { unitId, leaderId, assigneeId, signerId = leaderId } = belonging
  switch (one) {
    case 'signer':
      return signerId === null ? [] : [signerId]
    case 'assignee':
      return assigneeId === null ? [] : [assigneeId]
    case 'leaderInCharge':
      return leaderId === null ? [] : [leaderId]
    case 'liaison':
    case 'unitHead':
      return unitId === null ? [] : holders(posts, one, unitId)
    case 'principalLeader':
    case 'supervisionOffice':
      return holders(posts, one, null)
  }
}

const holders = (posts: readonly HeldPost[], role: Role, unitId: string | null): string[] =>
  posts
    .filter((post) => post.role === role && (unitId === null || post.unitId === unitId))
    .map(({ personId }) => personId)
