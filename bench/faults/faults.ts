/**
 * `npm run faults`: kills the server and the database at random under load, starts them again, and says what was
 * acknowledged, lost and doubled. What it proves: docs/OPERATING.md, "When something is wrong".
 * `-- --times 10` breaks it ten times instead of fifty; `--seed WORD` throws the same dice again. The last line is JSON;
 * the exit code is 1 where anything was lost, doubled or wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openMailbox } from './mailbox.ts'
import { runFaults } from './run.ts'
import { verdictOf } from './verdict.ts'
import { siteOn } from './site.ts'

const Options = z.object({
  times: z.coerce.number().int().min(1).max(1000).default(50),
  seed: z.string().default(() => new Date().toISOString()),
})

await import('../../scripts/build.ts')
const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } })
const { times, seed } = Options.parse(values)
const folder = await mkdtemp(path.join(tmpdir(), 'yipanqi-faults-'))
const mailbox = await openMailbox()
const site = siteOn(folder, mailbox.url)

async function end(): Promise<void> {
  await site.end()
  mailbox.close()
  await rm(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().finally(() => process.exit(1)))

const began = performance.now()
try {
  console.log(`seed ${seed}`)
  const outcome = await runFaults(site, mailbox.keys, { times, seed, say: (line) => console.log(line) })
  await site.stop()
  const { isRight, lines, figures } = verdictOf(outcome)
  for (const line of lines) console.log(line)
  console.log(JSON.stringify({ ...figures, seed, seconds: Math.round((performance.now() - began) / 1000) }))
  process.exitCode = isRight ? 0 : 1
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error), seed }))
  process.exitCode = 1
} finally {
  await end()
}
process.exit()
