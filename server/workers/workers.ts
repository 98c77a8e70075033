import { type ChildProcess, fork } from 'node:child_process'
import type { TellProgress } from '#domain/imports/progress.ts'
import { Refusal } from '#domain/refusal.ts'
import type { WorkerAnswer } from './answer.ts'

/** The limits of one request. */
export interface WorkerLimits {
  readonly workers: number
  /** A request that takes longer is refused and its process ended. */
  readonly seconds: number
  /** The heap of one process; a request that needs more is refused. */
  readonly megabytes: number
  /** An idle process ends after this time and gives its memory back. */
  readonly idleSeconds: number
}

const LIMITS: WorkerLimits = { workers: 2, seconds: 60, megabytes: 384, idleSeconds: 30 }

/** What a program works on: a file that is read, a list that is exported, a paper that is made. Its limits are said so. */
export type WorkedOn = 'file' | 'export' | 'paper'

/** Who waits for an answer: hears how far it is, and can leave, which ends it. */
export interface Waiter {
  readonly tell?: TellProgress
  readonly gone?: AbortSignal
}

/**
 * Does heavy work away from the event loop, in a small pool of processes of their own. Not worker threads: a document
 * made to exhaust memory, and a thread ended in the midst of work, were seen to take the whole server with them.
 */
export interface Workers<Request, Answer> {
  /**
   * Refusals: those of what the program does; `…_too_slow`, `…_too_heavy` of its work where a limit was met;
   * `reading_stopped` where whoever waited has gone; `restarting` where the server ends.
   */
  readonly ask: (request: Request, waiter?: Waiter) => Promise<Answer>
  /** Ends the processes; what is under way, and what is still asked, is refused. */
  readonly close: () => void
}

interface Job<Request, Answer> {
  readonly request: Request
  readonly waiter: Waiter
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** A program made with `answerRequests`, by its file, and what it works on. */
type Pool = { program: string; worksOn: WorkedOn }

class Worker<Request extends object, Answer> {
  readonly #limits: WorkerLimits
  readonly #onFree: () => void
  readonly #program: string
  readonly #worksOn: WorkedOn
  #child: ChildProcess | null = null
  #job: Job<Request, Answer> | null = null
  #timer: NodeJS.Timeout | null = null

  constructor({ program, worksOn }: Pool, limits: WorkerLimits, onFree: () => void) {
    this.#program = program
    this.#worksOn = worksOn
    this.#limits = limits
    this.#onFree = onFree
  }

  get free(): boolean {
    return this.#job === null
  }

  take(job: Job<Request, Answer>): void {
    this.#job = job
    job.waiter.tell?.({ step: 'opening', rows: 0, of: null })
    const worker = (this.#child ??= this.#start())
    hold(worker)
    this.#setTimer(this.#limits.seconds, () => this.giveUp(this.#tooSlow()))
    worker.send(job.request)
  }

  /** Ends the reading of this job, if it is the one under way. */
  stop(job: Job<Request, Answer>): void {
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
    return new Refusal(`${this.#worksOn}_too_slow`, { seconds: this.#limits.seconds })
  }

  #start(): ChildProcess {
    const worker = fork(this.#program, [], {
      execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    worker.on('message', (answer: WorkerAnswer<Answer>) => {
      // What a process had answered before it was ended is still read, and is no answer to whoever came after.
      if (this.#child === worker) this.#settle(answer)
    })
    worker.on('error', (error) => {
      if (this.#child === worker) this.giveUp(error)
    })
    // It ends of itself only when its memory is used up.
    worker.on('exit', () => {
      if (this.#child === worker) this.giveUp(new Refusal(`${this.#worksOn}_too_heavy`))
    })
    return worker
  }

  #settle(answer: WorkerAnswer<Answer>): void {
    const job = this.#job
    if (!job) return
    if (answer.kind === 'progress') return job.waiter.tell?.(answer.progress)
    this.#rest()
    if (answer.kind === 'done') job.resolve(answer.done)
    else if (answer.kind === 'refused') job.reject(new Refusal(answer.code, answer.facts))
    else job.reject(new Error(`work apart failed: ${answer.stack}`))
    this.#onFree()
  }

  #rest(): void {
    this.#job = null
    if (this.#child) letGo(this.#child)
    this.#setTimer(this.#limits.idleSeconds, () => this.#end())
    this.#timer?.unref()
  }

  #end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const worker = this.#child
    this.#child = null
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

/** Opens a pool of processes that run a program. */
export function openWorkers<Request extends object, Answer>(
  pool: Pool,
  limits: Partial<WorkerLimits> = {},
): Workers<Request, Answer> {
  const all = { ...LIMITS, ...limits }
  const waiting: Job<Request, Answer>[] = []
  const workers: Worker<Request, Answer>[] = []
  let isClosed = false
  const next = () => {
    const worker = workers.find((one) => one.free)
    const job = worker ? waiting.shift() : undefined
    if (worker && job) worker.take(job)
  }
  for (let i = 0; i < all.workers; i++) workers.push(new Worker(pool, all, next))
  return {
    ask: (request, waiter = {}) =>
      new Promise((resolve, reject) => {
        const job: Job<Request, Answer> = { request, waiter, resolve, reject }
        const leave = () => {
          const at = waiting.indexOf(job)
          if (at >= 0) waiting.splice(at, 1)
          reject(new Refusal('reading_stopped'))
          for (const worker of workers) worker.stop(job)
        }
        if (isClosed) return reject(new Refusal('restarting'))
        if (waiter.gone?.aborted) return leave()
        waiter.gone?.addEventListener('abort', leave, { once: true })
        waiter.tell?.({ step: 'waiting', rows: 0, of: null })
        waiting.push(job)
        next()
      }),
    close: () => {
      isClosed = true
      const refusal = new Refusal('restarting')
      for (const job of waiting.splice(0)) job.reject(refusal)
      for (const worker of workers) worker.giveUp(refusal)
    },
  }
}
