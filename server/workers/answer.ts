import { flushCompileCache } from 'node:module'
import type { ReadingProgress, TellProgress } from '#domain/imports/progress.ts'
import { Refusal, type RefusalCode, type RefusalFacts } from '#domain/refusal.ts'

/** What a process of a pool answers: how far it is, and then what it made, why not, or that it fell over. */
export type WorkerAnswer<Answer> =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'done'; readonly done: Answer }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly facts: RefusalFacts }
  | { readonly kind: 'failed'; readonly stack: string }

async function answerTo<Request, Answer>(
  work: Program<Request, Answer>,
  request: Request,
): Promise<WorkerAnswer<Answer>> {
  try {
    return { kind: 'done', done: await work(request, tell) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, facts: error.facts }
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** What a process of a pool runs for each request; `tell` reaches whoever waits. */
export type Program<Request, Answer> = (request: Request, tell: TellProgress) => Answer | Promise<Answer>

const tell: TellProgress = (progress) => void process.send?.({ kind: 'progress', progress })

/** Makes this process one of a pool: answers every request with what `work` makes of it. */
export function answerRequests<Request, Answer>(work: Program<Request, Answer>): void {
  process.on('message', (request: Request) => {
    void answerTo(work, request).then((answer) => {
      process.send?.(answer)
      // Kept now for the next process: this one will be killed where it rests.
      flushCompileCache()
    })
  })
  // The server went away: nobody waits any more.
  process.on('disconnect', () => process.exit(0))
}
