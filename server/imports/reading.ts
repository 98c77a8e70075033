import { Worker } from 'node:worker_threads'
import { Refusal } from '#domain/refusal.ts'
import type { DraftedFile, DraftRequest } from './draftFile.ts'
import type { WorkerAnswer } from './extract.worker.ts'

/** The limits of reading one document. */
export interface ReadingLimits {
  readonly workers: number
  /** A document that takes longer is refused and its worker ended. */
  readonly seconds: number
  /** The heap of one worker; a document that needs more is refused. */
  readonly megabytes: number
  /** An idle worker ends after this time and gives its memory back. */
  readonly idleSeconds: number
}

const LIMITS: ReadingLimits = { workers: 2, seconds: 20, megabytes: 384, idleSeconds: 30 }

/** Reads documents away from the event loop, in a small pool of worker threads. */
export interface Reading {
  /** Refusals: those of `readFileBytes`, and `file_too_slow`, `file_zip_bomb` where a limit was met. */
  readonly draft: (request: DraftRequest) => Promise<DraftedFile>
  /** Ends the workers; documents under way are refused as too slow. */
  readonly close: () => Promise<void>
}

interface Job {
  readonly request: DraftRequest
  readonly resolve: (file: DraftedFile) => void
  readonly reject: (error: unknown) => void
}

class Reader {
  readonly #limits: ReadingLimits
  readonly #onFree: () => void
  #worker: Worker | null = null
  #job: Job | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(limits: ReadingLimits, onFree: () => void) {
    this.#limits = limits
    this.#onFree = onFree
  }

  get free(): boolean {
    return this.#job === null
  }

  take(job: Job): void {
    this.#job = job
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    this.#setTimer(this.#limits.seconds, () =>
      this.#giveUp(new Refusal('file_too_slow', { seconds: this.#limits.seconds })),
    )
    worker.postMessage(job.request)
  }

  async close(): Promise<void> {
    this.#giveUp(new Refusal('file_too_slow', { seconds: this.#limits.seconds }))
    await Promise.resolve()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./extract.worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    })
    worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    worker.on('error', (error: Error & { code?: string }) => {
      if (this.#worker !== worker) return
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#giveUp(outOfMemory ? new Refusal('file_zip_bomb') : error)
    })
    return worker
  }

  #settle(answer: WorkerAnswer): void {
    const job = this.#job
    if (!job) return
    this.#free()
    if (answer.kind === 'drafted') job.resolve(answer.file)
    else if (answer.kind === 'refused') job.reject(new Refusal(answer.code, answer.facts))
    else job.reject(new Error(`reading a document failed: ${answer.stack}`))
    this.#onFree()
  }

  #free(): void {
    this.#job = null
    this.#worker?.unref()
    this.#setTimer(this.#limits.idleSeconds, () => this.#end())
    this.#timer?.unref()
  }

  #giveUp(error: unknown): void {
    const job = this.#job
    this.#job = null
    this.#end()
    job?.reject(error)
    this.#onFree()
  }

  #end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const worker = this.#worker
    this.#worker = null
    void worker?.terminate()
  }

  #setTimer(seconds: number, then: () => void): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(then, seconds * 1000)
  }
}

/** Opens a pool. Workers start when the first document comes and end when none has come for a while. */
export function openReading(limits: Partial<ReadingLimits> = {}): Reading {
  const all = { ...LIMITS, ...limits }
  const waiting: Job[] = []
  const readers: Reader[] = []
  const next = () => {
    const reader = readers.find((one) => one.free)
    const job = reader ? waiting.shift() : undefined
    if (reader && job) reader.take(job)
  }
  for (let i = 0; i < all.workers; i++) readers.push(new Reader(all, next))
  return {
    draft: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject })
        next()
      }),
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(new Refusal('file_too_slow', { seconds: all.seconds }))
      await Promise.all(readers.map((reader) => reader.close()))
    },
  }
}
