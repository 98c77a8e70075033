/**
 * `npm run bench`: the main endpoints against their limit in the same run. The limit is the same SQL through the same
 * driver on a bare node:http server with JSON.stringify. Prints requests per second, p50, p99 and CPU ms of both, and
 * the ratio of requests per second; last line one JSON object. Read ratios, not single figures: machines are noisy.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayOf } from '#domain/calendar/calendar.ts'
import { openDb } from '#server/db/db.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { casesFor, type Case } from './cases.ts'
import { extraction } from './extraction.ts'
import { load, type Figures } from './load.ts'
import { seed } from './seed.ts'
import { catchStatements, type Statement } from './statements.ts'

const CONNECTIONS = [1, 8] as const
const WARM_UP = 200

type Target = { child: ChildProcess; port: number; pid: number }

async function startTarget(kind: 'app' | 'bare', url: string): Promise<Target> {
  const child = fork(fileURLToPath(new URL('./target.ts', import.meta.url)), [kind, url])
  const [told] = (await once(child, 'message')) as [{ port: number }]
  return { child, port: told.port, pid: child.pid ?? 0 }
}

async function tell(target: Target, statements: Statement[]): Promise<void> {
  target.child.send(statements)
  await once(target.child, 'message')
}

/** Every case counts on where the last run of it stopped, so that a writer never repeats itself. */
const counters = new Map<string, number>()
function requestsOf(one: Case, count: number) {
  const from = counters.get(one.name) ?? 2
  counters.set(one.name, from + count)
  return Array.from({ length: count }, (_, index) => one.request(from + index))
}

async function measure(one: Case, app: Target, bare: Target, statements: Statement[]) {
  await tell(bare, statements)
  const rows: Record<string, { app: Figures; bare: Figures; ratio: number }> = {}
  await load(app, requestsOf(one, WARM_UP), 2)
  await load(
    bare,
    Array.from({ length: WARM_UP }, (_, at) => one.request(at)),
    2,
  )
  for (const connections of CONNECTIONS) {
    const figures = await load(app, requestsOf(one, one.requests), connections)
    const limit = await load(
      bare,
      Array.from({ length: one.requests }, (_, at) => one.request(at)),
      connections,
    )
    rows[connections] = { app: figures, bare: limit, ratio: figures.perSecond / limit.perSecond }
  }
  return rows
}

const folder = await mkdtemp(path.join(tmpdir(), 'yipanqi-bench-'))
const database = await startEmbedded({ folder, writes: 'durable' })
const db = openDb(database.url)
await migrate(db)
console.log('seeding 200 people, 10,000 tasks, 40,000 milestones, 30,000 entries …')
const cases = casesFor(await seed(db, dayOf(new Date(), 'Asia/Shanghai')))
const statements = await catchStatements(database.url, cases)
const app = await startTarget('app', database.url)
const bare = await startTarget('bare', database.url)

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100)
const table: Record<string, object> = {}
const result: Record<string, unknown> = {}
for (const one of cases) {
  const rows = await measure(one, app, bare, statements.get(one.name) ?? [])
  result[one.name] = rows
  for (const [connections, { app: ours, bare: limit, ratio }] of Object.entries(rows)) {
    table[`${one.name} × ${connections}`] = {
      'per s': Math.round(ours.perSecond),
      p50: round(ours.p50),
      p99: round(ours.p99),
      'cpu ms': round(ours.cpuMs),
      'limit per s': Math.round(limit.perSecond),
      'limit p50': round(limit.p50),
      'limit cpu ms': round(limit.cpuMs),
      ratio: round(ratio),
      failed: ours.failed + limit.failed,
    }
  }
}
console.table(table)
const read = await extraction()
console.log(
  `extraction: 1 MB of text in ${round(read.megabyteMs)} ms; ${read.files} files in ${round(read.filesMs)} ms`,
)
console.log(JSON.stringify({ ...result, extraction: read }))

app.child.kill()
bare.child.kill()
await db.destroy()
await database.stop()
await rm(folder, { recursive: true, force: true })
