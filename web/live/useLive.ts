import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { followChanges } from '#domain/live/live.contract.ts'
import { addressOf } from '../api.ts'

/** Several changes at once are one to the eye. */
const GATHER_MS = 200
const AGAIN_MS = 5_000
/** A line that is back within this time was never missed. */
const LOST_MS = 10_000

/**
 * Keeps what is on screen true while it is looked at: reads it again when something changed, when the line is back after
 * it broke off, and when the page comes to the front. Gives whether the line is lost.
 */
export function useLive(): boolean {
  const client = useQueryClient()
  const [isLost, setIsLost] = useState(false)
  useEffect(() => {
    const readAgain = () => void client.invalidateQueries()
    return watch({ readAgain, onLost: setIsLost })
  }, [client])
  return isLost
}

type Watching = { readAgain: () => void; onLost: (isLost: boolean) => void }

/** A page behind others holds no line: browsers give a server six in all, and nobody looks. */
function watch({ readAgain, onLost }: Watching): () => void {
  let line: EventSource | null = null
  let isFirst = true
  const timers = { gather: 0, again: 0, lost: 0 }

  const close = () => {
    line?.close()
    line = null
    Object.values(timers).forEach((timer) => clearTimeout(timer))
  }
  const found = () => {
    clearTimeout(timers.lost)
    timers.lost = 0
    onLost(false)
    if (!isFirst) readAgain()
    isFirst = false
  }
  const change = () => {
    clearTimeout(timers.gather)
    timers.gather = window.setTimeout(readAgain, GATHER_MS)
  }
  const lose = () => {
    timers.lost ||= window.setTimeout(() => onLost(true), LOST_MS)
    // Browsers come back by themselves after a broken line, but not after a refusal.
    if (line?.readyState === EventSource.CLOSED) timers.again = window.setTimeout(open, AGAIN_MS)
  }
  const open = () => {
    line?.close()
    line = new EventSource(addressOf(followChanges, {}))
    line.addEventListener('open', (event) => event instanceof MessageEvent && found())
    line.addEventListener('change', change)
    line.addEventListener('error', lose)
  }
  const look = () => (document.visibilityState === 'visible' ? open() : close())

  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    close()
  }
}
