import type { Actor } from '#domain/access/actor.ts'
import type { ReadingProgress, TellProgress } from '#domain/imports/progress.ts'
import type { Asking } from '../http/context.ts'

/** How far the readings of this process are, each known to nobody but the person who sent the file. */
export interface ReadingsUnderWay {
  /** Runs a reading under the name that its sender gave it; without a name nobody can ask. */
  readonly follow: <Read>(
    asking: Pick<Asking, 'actor'>,
    readingId: string | undefined,
    run: (tell: TellProgress) => Promise<Read>,
  ) => Promise<Read>
  /** Null where no such reading of this person is under way here. */
  readonly progressOf: (actor: Actor, readingId: string) => ReadingProgress | null
}

export function readingsUnderWay(): ReadingsUnderWay {
  const known = new Map<string, ReadingProgress>()
  const keyOf = (actor: Actor, readingId: string) => [actor.organizationId, actor.personId, readingId].join('/')
  return {
    follow: async ({ actor }, readingId, run) => {
      if (readingId === undefined) return run(() => undefined)
      const key = keyOf(actor, readingId)
      try {
        return await run((progress) => void known.set(key, progress))
      } finally {
        known.delete(key)
      }
    },
    progressOf: (actor, readingId) => known.get(keyOf(actor, readingId)) ?? null,
  }
}
