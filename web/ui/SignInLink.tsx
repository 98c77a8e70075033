import { useRouter } from '@tanstack/react-router'
import { ApiError } from '#web/api.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Anchor } from './Anchor.tsx'

/** Whether the server said no because nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'not_signed_in'

type Props = {
  className?: string
  /** In a new tab, so that what is typed here stays. */
  elsewhere?: boolean
}

/** To signing in, and from there back to this page. */
export function SignInLink({ className = 'link', elsewhere = false }: Props) {
  const { signIn } = useText(kitText)
  const { history } = useRouter({ warn: false })
  const { pathname, search } = history.location
  const href = `/sign-in?${new URLSearchParams({ next: pathname + search })}`
  if (!elsewhere)
    return (
      <Anchor className={className} href={href}>
        {signIn}
      </Anchor>
    )
  return (
    <a className={className} href={href} target="_blank" rel="noopener">
      {signIn}
    </a>
  )
}
