import { Refusal, type RefusalCode, type RefusalFacts } from '#domain/refusal.ts'
import { type DraftedFile, draftFile, type DraftRequest } from './draftFile.ts'

/** What the worker answers: the drafts, why not, or that it fell over. */
export type WorkerAnswer =
  | { readonly kind: 'drafted'; readonly file: DraftedFile }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly facts: RefusalFacts }
  | { readonly kind: 'failed'; readonly stack: string }

function answerTo(request: DraftRequest): WorkerAnswer {
  try {
    return { kind: 'drafted', file: draftFile(request) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, facts: error.facts }
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on('message', (request: DraftRequest) => process.send?.(answerTo(request)))
// The server went away: nobody waits any more.
process.on('disconnect', () => process.exit(0))
