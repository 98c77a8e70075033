import { createContext, useContext } from 'react'
import type { Actor, Role } from '#domain/access/actor.ts'
import type { SessionView } from '#domain/auth/auth.contract.ts'

const SessionContext = createContext<SessionView | null>(null)
export const SessionProvider = SessionContext.Provider

/** Who is signed in; only under the shell, where somebody always is. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the shell')
  return session
}

/** The same person as the rules in domain/ know them. */
export function useActor(): Actor {
  const { organization, person, posts, portfolio } = useSession()
  return { organizationId: organization.id, personId: person.id, name: person.name, posts, portfolio }
}

export const useHasAnyRole = (roles: readonly Role[]): boolean =>
  useSession().posts.some((post) => roles.includes(post.role))
