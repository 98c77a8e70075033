import { isUnitRole, rolesAgree, type ActorPost } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, firstRefusal, refused, type Verdict } from '../verdict.ts'

/** May one person hold these posts? Refuses `roles_exclude` (三员) and `unit_required` (PRODUCT.md, Words). */
export const canHoldPosts = (posts: readonly ActorPost[]): Verdict =>
  firstRefusal(
    () => (rolesAgree(posts.map((post) => post.role)) ? ALLOWED : refused(new Refusal('roles_exclude'))),
    () =>
      posts.every((post) => post.unitId !== null || !isUnitRole(post.role))
        ? ALLOWED
        : refused(new Refusal('unit_required')),
  )

/** The same office twice is one: posts by role and unit, the last title kept. */
export function withoutRepeats<Post extends ActorPost>(posts: readonly Post[]): Post[] {
  const byOffice = new Map(posts.map((post) => [officeOf(post), post]))
  return [...byOffice.values()]
}

/** Role and unit, as a key: what makes two posts the same office. */
export const officeOf = ({ role, unitId }: ActorPost): string => `${role} ${unitId ?? ''}`
