import { type ChildProcess, fork } from 'node:child_process'
import type { TellProgress } from '#domain/imports/progress.ts'
import { Refusal } from '#domain/refusal.ts'
import type { DraftedFile, DraftRequest } from './draftFile.ts'
import type { ReaderAnswer } from './readerAnswer.ts'
import { programFile } from '../process/programs.ts'

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

const LIMITS: ReadingLimits = { workers: 2, seconds: 60, megabytes: 384, idleSeconds: 30 }

/** Who waits for a reading: hears how far it is, and can leave, which ends it. */
export interface Waiter {
  readonly tell?: TellProgress
  readonly gone?: AbortSignal
}

/**
 * Reads files away from the event loop, in a small pool of processes of their own. Not worker threads: a document
 * made to exhaust memory, and a thread ended in the midst of work, were seen to take the whole server with them.
 */
export interface Readers<Request, Read> {
  /**
   * Refusals: those of what the program does; `file_too_slow`, `file_too_heavy` where a limit was met; `reading_stopped`
   * where whoever waited has gone.
   */
  readonly read: (request: Request, waiter?: Waiter) => Promise<Read>
  /** Ends the workers; files under way are refused as too slow. */
  readonly close: () => void
}

/** The pool that reads and drafts documents. */
export interface Reading {
  /** Refusals: those of `readDocument`, and the pool's. */
  readonly draft: (request: DraftRequest, waiter?: Waiter) => Promise<DraftedFile>
  readonly close: () => void
}

interface Job<Request, Read> {
  readonly request: Request
  readonly waiter: Waiter
  readonly resolve: (read: Read) => void
  readonly reject: (error: unknown) => void
}

const EXTRACTION = programFile(new URL('./extract.worker.ts', import.meta.url))

class Reader<Request extends object, Read> {
  readonly #limits: ReadingLimits
  readonly #onFree: () => void
  readonly #program: string
  #worker: ChildProcess | null = null
  #job: Job<Request, Read> | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(program: string, limits: ReadingLimits, onFree: () => void) {
    this.#program = program
    this.#limits = limits
    this.#onFree = onFree
  }

  get free(): boolean {
    return this.#job === null
  }

  take(job: Job<Request, Read>): void {
    this.#job = job
    job.waiter.tell?.({ step: 'opening', rows: 0, of: null })
    const worker = (this.#worker ??= this.#start())
    hold(worker)
    this.#setTimer(this.#limits.seconds, () => this.giveUp(this.#tooSlow()))
    worker.send(job.request)
  }

  /** Ends the reading of this job, if it is the one under way. */
  stop(job: Job<Request, Read>): void {
    if (this.#job === job) this.giveUp(new Refusal('reading_stopped'))
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
    const worker = fork(this.#program, [], {
      execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    worker.on('message', (answer: ReaderAnswer<Read>) => this.#settle(answer))
    worker.on('error', (error) => {
      if (this.#worker === worker) this.giveUp(error)
    })
    // It ends of itself only when its memory is used up.
    worker.on('exit', () => {
      if (this.#worker === worker) this.giveUp(new Refusal('file_too_heavy'))
    })
    return worker
  }

  #settle(answer: ReaderAnswer<Read>): void {
    const job = this.#job
    if (!job) return
    if (answer.kind === 'progress') return job.waiter.tell?.(answer.progress)
    this.#rest()
    if (answer.kind === 'read') job.resolve(answer.read)
    else if (answer.kind === 'refused') job.reject(new Refusal(answer.code, answer.facts))
    else job.reject(new Error(`reading a file failed: ${answer.stack}`))
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

/** Opens the pool for documents. Workers start when the first one comes and end when none has come for a while. */
export function openReading(limits: Partial<ReadingLimits> = {}): Reading {
  const { read, close } = openReaders<DraftRequest, DraftedFile>(EXTRACTION, limits)
  return { draft: read, close }
}

/** Opens a pool of processes that run a program made with `answerRequests`. */
export function openReaders<Request extends object, Read>(
  program: string,
  limits: Partial<ReadingLimits> = {},
): Readers<Request, Read> {
  const all = { ...LIMITS, ...limits }
  const waiting: Job<Request, Read>[] = []
  const readers: Reader<Request, Read>[] = []
  const next = () => {
    const reader = readers.find((one) => one.free)
    const job = reader ? waiting.shift() : undefined
    if (reader && job) reader.take(job)
  }
  for (let i = 0; i < all.workers; i++) readers.push(new Reader(program, all, next))
  return {
    read: (request, waiter = {}) =>
      new Promise((resolve, reject) => {
        const job: Job<Request, Read> = { request, waiter, resolve, reject }
        const leave = () => {
          const at = waiting.indexOf(job)
          if (at >= 0) waiting.splice(at, 1)
          reject(new Refusal('reading_stopped'))
          for (const reader of readers) reader.stop(job)
        }
        if (waiter.gone?.aborted) return leave()
        waiter.gone?.addEventListener('abort', leave, { once: true })
        waiter.tell?.({ step: 'waiting', rows: 0, of: null })
        waiting.push(job)
        next()
      }),
    close: () => {
      const refusal = new Refusal('file_too_slow', { seconds: all.seconds })
      for (const job of waiting.splice(0)) job.reject(refusal)
      for (const reader of readers) reader.giveUp(refusal)
    },
  }
}
