/**
 * `npm run bench`: the main endpoints against their limit in the same run. The limit is the same SQL through the same
 * driver on a bare node:http server with JSON.stringify. How to read the figures: docs/BENCHMARKS.md.
 * With words (`npm run bench -- ledger task`) only the cases whose names hold one of them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildServer } from '../scripts/build-server.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { casesFor } from './cases.ts'
import { seedCopies } from './databases.ts'
import { extraction } from './extraction.ts'
import { longLines } from './longLines.ts'
import { measure, startTarget, TARGET, usageOf, type Row } from './measure.ts'
import { print } from './report.ts'
import { coldStart } from './start.ts'
import { recordCases } from './statements.ts'

/** What must be ended, the last first. */
const ends: (() => unknown)[] = []
async function end(): Promise<void> {
  for (let last = ends.pop(); last; last = ends.pop()) await last()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    console.error(`stopped by ${signal}`)
    void end().then(() => process.exit(1))
  })

async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yipanqi-bench-'))
  ends.push(() => rm(folder, { recursive: true, force: true }))
  const database = await startEmbedded({ folder, writes: 'durable' })
  ends.push(() => database.stop())
  await import('../scripts/build.ts')
  await buildServer(TARGET)
  console.log(
    'seeding 200 people, 10,000 tasks, 40,000 milestones, 30,000 reports and as many entries of the journal …',
  )
  const { seeded, urls } = await seedCopies(database.url)
  const wanted = process.argv.slice(2)
  const cases = casesFor(seeded).filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  console.log('recording what each request asks of the database …')
  const recorded = await recordCases(urls.recorded, cases)
  const app = await startTarget('app', urls.app)
  ends.push(app.end)
  const bare = await startTarget('bare', urls.bare)
  ends.push(bare.end)
  const rows: Row[] = []
  for (const one of cases) {
    console.log(`measuring: ${one.name} …`)
    rows.push(...(await measure(one, app, bare, recorded.get(one.name) ?? [])))
  }
  const { memoryMb } = await usageOf(app)
  app.end()
  bare.end()
  await database.stop()
  print({
    rows,
    memoryMb,
    coldStartMs: await coldStart(folder),
    extraction: await extraction(folder),
    longLines: longLines(),
  })
}

try {
  await run()
} finally {
  await end()
}
