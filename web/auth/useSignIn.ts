import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { changeLanguage, createSession, getSession, type SessionView } from '#domain/auth/auth.contract.ts'
import type { Language } from '#domain/refusal.ts'
import { call } from '#web/api.ts'
import { navFor } from '#web/shell/nav.ts'
import { useLanguage } from '#web/text.tsx'
import { isOnPhone } from '#web/ui/useMedia.ts'

type Credentials = { userName: string; password: string }

/**
 * Signs in and goes on: to the password where it must be changed, to where somebody was sent from, or to the first
 * page of their role. A language chosen before signing in stays; otherwise the person's own is taken.
 */
export function useSignIn(next: string | undefined, chosen: Language | null) {
  const client = useQueryClient()
  const { history } = useRouter()
  const { choose } = useLanguage()
  return useMutation({
    mutationFn: async (body: Credentials) => {
      await call(createSession, { body })
      return call(getSession, {})
    },
    onSuccess: async (session) => {
      client.clear() // nothing that somebody else read stays
      if (chosen) await call(changeLanguage, { body: { language: chosen } }).catch(() => undefined)
      else choose(session.person.language)
      history.replace(placeOf(session, next)) // with its query, which a route's path alone would lose
    },
  })
}

const placeOf = (session: SessionView, next: string | undefined): string => {
  if (session.mustChangePassword) return '/password'
  if (next && /^\/(?![/\\])/.test(next) && next !== '/') return next
  const roles = session.posts.map(({ role }) => role)
  const { head, phone } = navFor(roles)
  return (isOnPhone() ? phone : head)[0]?.to ?? '/account'
}
