/** Business roles and the three administrators who exclude each other and all business (PRODUCT.md, Words). */
export const ROLES = [
  'supervisionOffice',
  'principalLeader',
  'leaderInCharge',
  'unitHead',
  'liaison',
  'assignee',
  'sysAdmin',
  'securityAdmin',
  'auditAdmin',
] as const
export type Role = (typeof ROLES)[number]

/** The three administrators of graded protection (三员): whoever holds one of these roles holds no other. */
export const ADMIN_ROLES = ['sysAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]
/** Roles that act for one unit; their posts always name it. */
const UNIT_ROLES = ['unitHead', 'liaison', 'assignee'] as const satisfies readonly Role[]

/** One office a person holds: `unitId` is null for leaders and administrators. */
export type ActorPost = { role: Role; unitId: string | null }

/** Who is asking. Made from the session by the server, never from the request's own words. */
export type Actor = {
  organizationId: string
  personId: string
  name: string
  posts: readonly ActorPost[]
  /** What a leader in charge oversees; empty for everybody else. */
  portfolio: { unitIds: readonly string[]; pillarIds: readonly string[] }
}

/** Whether the actor holds the role anywhere: in whichever unit, or above them all. */
export const hasRole = (actor: Actor, role: Role): boolean => actor.posts.some((post) => post.role === role)

/** Whether the actor holds one of the roles anywhere. */
export const hasAnyRole = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.posts.some((post) => roles.includes(post.role))

/** The system itself, doing what the passing of time makes due; no session and no token makes this actor. */
export const isSystem = ({ personId }: Actor): boolean => personId === ''

/** Does the actor hold this role in this very unit? */
export const holdsIn = (actor: Actor, role: Role, unitId: string): boolean =>
  actor.posts.some((post) => post.role === role && post.unitId === unitId)

/** Does the actor speak for the unit: its head, or its liaison? Nobody does for none. */
export const speaksFor = (actor: Actor, unitId: string | null): boolean =>
  unitId !== null && (holdsIn(actor, 'unitHead', unitId) || holdsIn(actor, 'liaison', unitId))

/** The units the actor works for as head, liaison or assignee, without repetition. */
export const unitIdsOf = (actor: Actor): string[] => [
  ...new Set(actor.posts.flatMap((post) => (isUnitRole(post.role) && post.unitId ? [post.unitId] : []))),
]

/** Sees every unit's business: the office and the leaders. Restricted tasks are narrowed further where tasks are read. */
export const seesWholeBoard = (actor: Actor): boolean =>
  hasAnyRole(actor, ['supervisionOffice', 'principalLeader', 'leaderInCharge'])

/** Whether posts with this role name a unit. */
export const isUnitRole = (role: Role): boolean => (UNIT_ROLES as readonly Role[]).includes(role)

/**
 * May these roles be held by one person? An administrator's role stands alone: it excludes the other two
 * administrators and every business role (PRODUCT.md, 三员).
 */
export function rolesAgree(roles: readonly Role[]): boolean {
  const admin = roles.filter((role) => (ADMIN_ROLES as readonly Role[]).includes(role))
  return admin.length === 0 || new Set(roles).size === 1
}
