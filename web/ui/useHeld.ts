import { useBlocker, type ShouldBlockFn } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'

const BY_THE_BROWSER: readonly string[] = ['BACK', 'FORWARD', 'GO']

/**
 * Holds whoever leaves for another page over something unsaved, once: `isHeld` says so beside it, and who leaves again
 * goes. `back` minds only the browser's own buttons, for a dialog, that lets nobody click elsewhere and goes on itself
 * once it has saved; `any` minds links and keys too. Answer `hold` where only an attempt to save can tell.
 */
export function useHeld(way: 'back' | 'any', hold: () => boolean | Promise<boolean>) {
  const [isHeld, setIsHeld] = useState(false)
  const latest = useRef({ hold, isHeld })
  useEffect(() => {
    latest.current = { hold, isHeld }
  })
  const shouldBlockFn = useCallback<ShouldBlockFn>(
    async ({ action, current, next }) => {
      const isMinded = way === 'back' ? BY_THE_BROWSER.includes(action) : current.pathname !== next.pathname
      if (!isMinded || latest.current.isHeld || !(await latest.current.hold())) return false
      setIsHeld(true)
      return true
    },
    [way],
  )
  // Reloads and closed tabs are asked about where typing is noticed.
  useBlocker({ shouldBlockFn, enableBeforeUnload: false })
  return { isHeld, release: () => setIsHeld(false) }
}
