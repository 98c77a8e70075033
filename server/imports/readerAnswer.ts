import type { ReadingProgress, TellProgress } from '#domain/imports/progress.ts'
import { Refusal, type RefusalCode, type RefusalFacts } from '#domain/refusal.ts'

/** What a reading process answers: how far it is, and then what was read, why not, or that it fell over. */
export type ReaderAnswer<Read> =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly facts: RefusalFacts }
  | { readonly kind: 'failed'; readonly stack: string }

async function answerTo<Request, Read>(read: Program<Request, Read>, request: Request): Promise<ReaderAnswer<Read>> {
  try {
    return { kind: 'read', read: await read(request, tell) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, facts: error.facts }
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** What a reading process runs for each request; `tell` reaches whoever waits. */
export type Program<Request, Read> = (request: Request, tell: TellProgress) => Read | Promise<Read>

const tell: TellProgress = (progress) => void process.send?.({ kind: 'progress', progress })

/** Makes this process one of a pool: answers every request with what `read` makes of it. */
export function answerRequests<Request, Read>(read: Program<Request, Read>): void {
  process.on('message', (request: Request) => {
    void answerTo(read, request).then((answer) => process.send?.(answer))
  })
  // The server went away: nobody waits any more.
  process.on('disconnect', () => process.exit(0))
}
