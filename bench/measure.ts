import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CONNECTIONS, type Case } from './cases.ts'
import { load, type Run } from './load.ts'
import type { Recorded } from './statements.ts'
import type { Told, Usage } from './target.ts'

/** Requests per second, milliseconds of the middle and the 99th of a hundred, CPU milliseconds of one request. */
type Figures = { perSecond: number; p50: number; p99: number; cpuMs: number; failed: number }
export type Row = { name: string; connections: number; app: Figures; limit: Figures; ratio: number }

export type Target = {
  port: number
  ask: (told: Told) => Promise<unknown>
  /** Ends by itself, so that a profile asked for with `node --cpu-prof` is written. */
  end: () => unknown
}

/** What `npm start` tells node: flags about memory, how memory is given back, and where the code cache is. */
export function asStarted(): { flags: string[]; env: NodeJS.ProcessEnv } {
  const told = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const start = /"start": "(.*)"/.exec(told)?.[1] ?? ''
  const root = fileURLToPath(new URL('..', import.meta.url))
  const set = [...start.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name, value = '']) => [
    name,
    value.replace('$PWD/', root),
  ])
  return {
    flags: start.match(/--(max|heap)-[\w-]+=\d+/g) ?? [],
    env: { ...process.env, ...Object.fromEntries(set) },
  }
}

/** Product and limit are measured as `npm start` runs the server: bundled. */
export const TARGET = { programs: ['bench/target.ts'], folder: 'dist/bench' }

/** Starts the product or its limit on a database. `TARGET` must be built. */
export async function startTarget(kind: 'app' | 'bare', url: string): Promise<Target> {
  const { flags, env } = asStarted()
  const child: ChildProcess = fork(fileURLToPath(new URL('../dist/bench/target.js', import.meta.url)), [kind, url], {
    env,
    execArgv: [...process.execArgv, ...flags],
    serialization: 'advanced', // bytes and instants stay what they are
  })
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${kind} ended with ${code}`)))
  gone.catch(() => undefined) // an end that nobody waits for is no error
  const heard = () => Promise.race([new Promise<unknown>((resolve) => child.once('message', resolve)), gone])
  const port = Number(await heard())
  const ask = (told: Told) => {
    const answer = heard()
    child.send(told)
    return answer
  }
  return { port, ask, end: () => child.connected && child.disconnect() }
}

export const usageOf = async (target: Target): Promise<Usage> => (await target.ask('usage')) as Usage

/** Both take turns, so that what else the machine does falls on both. */
const TURNS = 3

/** Measures one case, at each number of connections. Both targets get the same requests in the same order. */
export async function measure(one: Case, app: Target, bare: Target, recorded: Recorded[]): Promise<Row[]> {
  await bare.ask({ play: recorded })
  await load(app.port, requestsOf(one, 0, one.warmUp), 2)
  await load(bare.port, requestsOf(one, 0, one.warmUp), 2)
  const rows: Row[] = []
  let from = one.warmUp
  for (const connections of CONNECTIONS) {
    const turns: { app: Turn; limit: Turn }[] = []
    for (let turn = 0; turn < TURNS; turn += 1) {
      const to = from + Math.ceil((one.requests * (turn + 1)) / TURNS) - Math.ceil((one.requests * turn) / TURNS)
      const requests = requestsOf(one, from, to)
      turns.push({ app: await run(app, requests, connections), limit: await run(bare, requests, connections) })
      from = to
    }
    const figures = figuresOf(turns.map((turn) => turn.app))
    const limit = figuresOf(turns.map((turn) => turn.limit))
    rows.push({ name: one.name, connections, app: figures, limit, ratio: figures.perSecond / limit.perSecond })
  }
  return rows
}

const requestsOf = (one: Case, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => one.request(from + index))

type Turn = Run & { cpuMs: number }

async function run(target: Target, requests: ReturnType<typeof requestsOf>, connections: number): Promise<Turn> {
  const before = await usageOf(target)
  const done = await load(target.port, requests, connections)
  const after = await usageOf(target)
  return { ...done, cpuMs: after.cpuMs - before.cpuMs }
}

function figuresOf(turns: readonly Turn[]): Figures {
  const sum = (of: (turn: Turn) => number) => turns.reduce((total, turn) => total + of(turn), 0)
  const times = turns.flatMap((turn) => turn.times).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: times.length / sum(({ seconds }) => seconds),
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: sum(({ cpuMs }) => cpuMs) / times.length,
    failed: sum(({ failed }) => failed),
  }
}
