import pg from 'pg'
import { onTestFinished, vi } from 'vitest'

/** Counts the statements sent to a test's own database; what others of the process still do on theirs does not count. */
export function countStatements(url: string): { count: () => number; reset: () => void } {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  onTestFinished(() => sent.mockRestore())
  const name = new URL(url).pathname.slice(1)
  const isOurs = (client: unknown) => client instanceof pg.Client && client.database === name
  return { count: () => sent.mock.contexts.filter(isOurs).length, reset: () => void sent.mockClear() }
}
