import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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

/**
 * Reads documents away from the event loop, in a small pool of processes of their own. Not worker threads: a document
 * made to exhaust memory, and a thread ended in the midst of work, were seen to take the whole server with them.
 */
export interface Reading {
  /** Refusals: those of `readFileBytes`, and `file_too_slow`, `file_zip_bomb` where a limit was met. */
  readonly draft: (request: DraftRequest) => Promise<DraftedFile>
  /** Ends the workers; documents under way are refused as too slow. */
  readonly close: () => void
}

interface Job {
  readonly request: DraftRequest
  readonly resolve: (file: DraftedFile) => void
  readonly reject: (error: unknown) => void
}

const PROGRAM = fileURLToPath(new URL('./extract.worker.ts', import.meta.url))

class Reader {
  readonly #limits: ReadingLimits
  readonly #onFree: () => void
  #worker: ChildProcess | null = null
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
    hold(worker)
    this.#setTimer(this.#limits.seconds, () => this.giveUp(this.#tooSlow()))
    worker.send(job.request)
  }

  /** Ends the worker; what it reads is refused with this error. */
  giveUp(error: unknown): void {
    const job = this.#job
    this.#job = null
    this.#end()
    job?.reject(error)
    this.#onFree()
  }

  #tooSlow(): Refusal {
    return new Refusal('file_too_slow', { seconds: this.#limits.seconds })
  }

  #start(): ChildProcess {
    const worker = fork(PROGRAM, [], {
      execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    worker.on('error', (error) => {
      if (this.#worker === worker) this.giveUp(error)
    })
    // It ends of itself only when its memory is used up.
    worker.on('exit', () => {
      if (this.#worker === worker) this.giveUp(new Refusal('file_zip_bomb'))
    })
    return worker
  }

  #settle(answer: WorkerAnswer): void {
    const job = this.#job
    if (!job) return
    this.#rest()
    if (answer.kind === 'drafted') job.resolve(answer.file)
    else if (answer.kind === 'refused') job.reject(new Refusal(answer.code, answer.facts))
    else job.reject(new Error(`reading a document failed: ${answer.stack}`))
    this.#onFree()
  }

  #rest(): void {
    this.#job = null
    if (this.#worker) letGo(this.#worker)
    this.#setTimer(this.#limits.idleSeconds, () => this.#end())
    this.#timer?.unref()
  }

  #end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const worker = this.#worker
    this.#worker = null
    worker?.kill('SIGKILL')
  }

  #setTimer(seconds: number, then: () => void): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(then, seconds * 1000)
  }
}

// A resting worker must not keep the server from ending; a working one must.
function hold(worker: ChildProcess): void {
  worker.ref()
  worker.channel?.ref()
}
function letGo(worker: ChildProcess): void {
  worker.unref()
  worker.channel?.unref()
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
    close: () => {
      const refusal = new Refusal('file_too_slow', { seconds: all.seconds })
      for (const job of waiting.splice(0)) job.reject(refusal)
      for (const reader of readers) reader.giveUp(refusal)
    },
  }
}
