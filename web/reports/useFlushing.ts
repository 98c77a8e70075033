import { useEffect } from 'react'

/** Runs something later; gives the way to call it off. */
export const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Sends what was typed once the network is back and when the page is left; then the store is closed. */
export function useFlushing(store: { flush: () => Promise<unknown>; close: () => void }): void {
  useEffect(() => {
    const retry = () => void store.flush()
    addEventListener('online', retry)
    addEventListener('pagehide', retry)
    return () => {
      removeEventListener('online', retry)
      removeEventListener('pagehide', retry)
      void store.flush().then(store.close)
    }
  }, [store])
}
