import { afterEach, expect, test } from 'vitest'
import { NOTICE } from '#domain/papers/examples.ts'
import { noticePaper } from '#domain/papers/noticePaper.ts'
import { Refusal, refusalSentence } from '#domain/refusal.ts'
import { openReading } from '../imports/reading.ts'
import { openPress } from '../papers/press.ts'
import { programFile } from './programs.ts'
import { openWorkers, type WorkerLimits } from './workers.ts'

const opened: { close: () => void }[] = []
afterEach(() => opened.splice(0).forEach((pool) => pool.close()))
const open = <Pool extends { close: () => void }>(pool: Pool): Pool => {
  opened.push(pool)
  return pool
}

const reading = (limits: Partial<WorkerLimits>) =>
  open(openReading(limits)).draft({ content: '1.新建公厕3座', planYear: null })
const exporting = (limits: Partial<WorkerLimits>) => {
  const program = programFile(new URL('../exports/sheets.worker.ts', import.meta.url))
  return open(openWorkers({ program, worksOn: 'export' }, limits)).ask({ sheets: [] })
}
const printing = (limits: Partial<WorkerLimits>) => open(openPress(limits)).write(noticePaper(NOTICE))

test.each([
  ['a file', reading, '读完'],
  ['an export', exporting, '没有生成表格'],
  ['a paper', printing, '没有排好'],
])('who waits too long for %s is told so of it, and what to do', async (_, ask, words) => {
  const refusal = await ask({ workers: 1, seconds: 0.001 }).catch((error: unknown) => error)
  if (!(refusal instanceof Refusal)) throw new Error('it was not refused')
  expect(refusalSentence(refusal.code, refusal.facts, 'zh')).toContain(words)
})

test('what is under way when the server ends is refused as that, not as too slow', async () => {
  const pool = open(openReading({ workers: 1 }))
  const draft = pool.draft({ content: '1.新建公厕3座', planYear: null })
  pool.close()
  await expect(draft).rejects.toMatchObject({ code: 'restarting' })
})
