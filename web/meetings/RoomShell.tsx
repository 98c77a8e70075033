import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getSession } from '#domain/auth/auth.contract.ts'
import { ApiError } from '../api.ts'
import { SessionProvider } from '../shell/session.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'

/** Screens of a room have no head and no second line to the server: the session's own line says what changes. */
export function RoomShell() {
  const { data, error, refetch } = useRead(getSession, {}, { staleTime: 60_000 })
  const { pathname } = useLocation()
  const { history } = useRouter()
  const isOut = error instanceof ApiError && error.code === 'not_signed_in' && !data
  useEffect(() => {
    if (isOut) history.replace(`/sign-in?${new URLSearchParams({ next: pathname })}`)
  }, [isOut, history, pathname])
  if (error && !data) return isOut ? null : <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  return (
    <SessionProvider value={data}>
      <Outlet />
    </SessionProvider>
  )
}
