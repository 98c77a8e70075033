import { programFile } from '../workers/programs.ts'
import { openWorkers, type Waiter, type WorkerLimits } from '../workers/workers.ts'
import type { DraftedFile, DraftRequest } from './draftFile.ts'

/** The processes that read and draft documents. */
export interface Reading {
  /** Refusals: those of `readDocument`, and of `Workers.ask`. */
  readonly draft: (request: DraftRequest, waiter?: Waiter) => Promise<DraftedFile>
  readonly close: () => void
}

const EXTRACTION = programFile(new URL('./extract.worker.ts', import.meta.url))

/** Opens the pool for documents. Its processes start when the first one comes and end when none has come for a while. */
export function openReading(limits: Partial<WorkerLimits> = {}): Reading {
  const { ask, close } = openWorkers<DraftRequest, DraftedFile>({ program: EXTRACTION, worksOn: 'file' }, limits)
  return { draft: ask, close }
}
