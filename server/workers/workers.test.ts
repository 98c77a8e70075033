import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { NOTICE } from '#domain/papers/examples.ts'
import { noticePaper } from '#domain/papers/noticePaper.ts'
import { Refusal, refusalSentence } from '#domain/refusal.ts'
import type { Echoed } from '#test/answered.worker.ts'
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

test('what is asked after the end is refused, and no process is started for it', async () => {
  const program = programFile(new URL('../../test/answered.worker.ts', import.meta.url))
  const pool = openWorkers<object, unknown>({ program, worksOn: 'file' })
  pool.close()
  await expect(pool.ask({})).rejects.toMatchObject({ code: 'restarting' })
})

test('what was answered to one who left reaches nobody who comes after', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'answered-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const program = programFile(new URL('../../test/answered.worker.ts', import.meta.url))
  const pool = open(openWorkers<Echoed, string>({ program, worksOn: 'file' }, { workers: 1 }))
  const leaving = new AbortController()
  const answered = join(folder, 'first')
  // Leaves when the answer is on its way and not yet read: nothing else runs here meanwhile.
  const leaveOnceAnswered = () => {
    const until = performance.now() + 10_000
    while (!existsSync(answered) && performance.now() < until);
    leaving.abort()
  }
  const first = pool.ask(
    { word: 'theirs', answered },
    { gone: leaving.signal, tell: ({ step }) => step === 'reading' && leaveOnceAnswered() },
  )
  const second = pool.ask({ word: 'mine', answered: join(folder, 'second') })
  await expect(first).rejects.toMatchObject({ code: 'reading_stopped' })
  expect(await second).toBe('mine')
})
