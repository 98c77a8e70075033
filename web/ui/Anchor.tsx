import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

type Props = {
  /** A path of this application, with its search part. */
  href: string
  className?: string | undefined
  title?: string | undefined
  label?: string | undefined
  children: ReactNode
}

const opensHere = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

/** A link to a page of ours by its address: stays in the application, and still opens in a new tab when asked. */
export function Anchor({ href, className, title, label, children }: Props) {
  const router = useRouter({ warn: false })
  const go = (event: MouseEvent) => {
    if (!opensHere(event)) return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    <a href={href} className={className} title={title} aria-label={label} onClick={go}>
      {children}
    </a>
  )
}
