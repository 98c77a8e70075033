import { useEffect, useState } from 'react'

const SEARCH_PAUSE_MS = 150

/** The text as it was when typing paused (milliseconds; what a search waits unless said), so that not every letter asks the server. */
export function usePaused(value: string, pauseMs = SEARCH_PAUSE_MS): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return paused
}
