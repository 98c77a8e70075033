import { Refusal } from '#domain/refusal.ts'
import type { ReadingProgress } from '#domain/imports/progress.ts'
import type { Reading as Reads } from '../http/context.ts'
import type { Waiter } from '../workers/workers.ts'
import { enterReading, leaveReading, tellReading } from './underWay.queries.ts'

/** Between two writings of how far a reading is, which are also when it is seen that its sender stopped it. */
const EVERY_MS = 1000

/**
 * Runs a reading under the name that its sender gave it, so that every server can say how far it is and can stop it;
 * without a name nobody can ask. It ends where the sender closes the connection (`gone`) or stops it anywhere: refuses
 * `reading_stopped`.
 */
export async function follow<Read>(
  { db, actor, gone }: Pick<Reads, 'db' | 'actor'> & { gone: AbortSignal },
  readingId: string | undefined,
  run: (waiter: Required<Waiter>) => Promise<Read>,
): Promise<Read> {
  if (readingId === undefined) return run({ tell: () => undefined, gone })
  await enterReading(db, actor, readingId)
  const stopped = new AbortController()
  let progress: ReadingProgress = { step: 'waiting', rows: 0, of: null }
  let telling = Promise.resolve()
  const look = async () => {
    if (!(await tellReading(db, actor, readingId, progress))) stopped.abort()
  }
  // What one beat cannot say the next one does.
  const beat = setInterval(() => void (telling = look().catch(() => undefined)), EVERY_MS)
  const end = async () => {
    clearInterval(beat)
    await telling
    return leaveReading(db, actor, readingId)
  }
  const read = await run({
    tell: (said) => void (progress = said),
    gone: AbortSignal.any([gone, stopped.signal]),
  }).catch(async (error: unknown) => {
    await end()
    throw error
  })
  if (!(await end())) throw new Refusal('reading_stopped')
  return read
}
