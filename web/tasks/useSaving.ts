import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** Runs a change of several calls: what went wrong is kept to be shown, and everything on screen is read again. */
export function useSaving() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const work = async (calls: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await calls()
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    } finally {
      setBusy(false)
      await client.invalidateQueries()
    }
  }
  return { busy, error, run: (calls: () => Promise<void>) => void work(calls) }
}
