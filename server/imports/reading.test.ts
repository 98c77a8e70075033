import { afterEach, expect, test } from 'vitest'
import type { ReadingProgress } from '#domain/imports/progress.ts'
import { workbook } from '#test/documents.ts'
import type { WorkerLimits } from '../workers/workers.ts'
import { openReading, type Reading } from './reading.ts'

const opened: Reading[] = []
function reading(limits: Partial<WorkerLimits> = {}): Reading {
  const one = openReading(limits)
  opened.push(one)
  return one
}
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

const task = (name: string) => `1.新建${name}3座。（区城管局牵头，6月底前完成）`

test('documents are drafted off the event loop, several at once, each with its own answer', async () => {
  const pool = reading()
  const names = ['公厕', '泵站', '公园', '桥梁', '学校']
  const files = await Promise.all(names.map((name) => pool.draft({ content: task(name), planYear: 2026 })))
  expect(files.map(({ document }) => document.drafts.map((draft) => [draft.title, draft.deadline]))).toEqual(
    names.map((name) => [[`新建${name}3座`, '2026-06-30']]),
  )
})

test('a refusal crosses from the worker with its code and facts', async () => {
  const tooLarge = { content: new Uint8Array(21 * 1024 * 1024), planYear: null }
  await expect(reading().draft(tooLarge)).rejects.toMatchObject({
    code: 'file_too_large',
    facts: { size: 21, limit: 20 },
  })
})

test('a document that takes too long is refused, and the next one is read all the same', async () => {
  const pool = reading({ workers: 1, seconds: 0.001 })
  await expect(pool.draft({ content: task('公厕'), planYear: null })).rejects.toMatchObject({ code: 'file_too_slow' })
  await expect(reading().draft({ content: task('公厕'), planYear: null })).resolves.toBeDefined()
})

test('a document that needs more memory than a worker has is refused, and the pool goes on', async () => {
  const pool = reading({ workers: 1, megabytes: 24 })
  const heavy = `${task('公厕')}\n`.repeat(120_000)
  await expect(pool.draft({ content: heavy, planYear: null })).rejects.toMatchObject({ code: 'file_too_heavy' })
  await expect(pool.draft({ content: task('公厕'), planYear: null })).resolves.toBeDefined()
})

test('closing refuses what still waits', async () => {
  const pool = reading({ workers: 1 })
  const waiting = [
    pool.draft({ content: task('公厕'), planYear: null }),
    pool.draft({ content: task('公园'), planYear: null }),
  ]
  const settled = Promise.allSettled(waiting)
  pool.close()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

const LEDGER = workbook([
  {
    rows: [
      ['序号', '工作任务', '牵头单位', '完成时限'],
      ...Array.from({ length: 1200 }, (_, at) => [
        at + 1,
        `新建${at + 1}号泵站${(at % 9) + 1}座`,
        '区水务局',
        '6月底前',
      ]),
    ],
  },
])

test('whoever waits hears how many rows are read, and of how many', async () => {
  const told: ReadingProgress[] = []
  const read = await reading().draft(
    { content: LEDGER, planYear: 2026 },
    { tell: (progress) => void told.push(progress) },
  )
  expect(read.document.drafts).toHaveLength(1200)
  expect(new Set(told.map(({ step }) => step))).toEqual(new Set(['waiting', 'opening', 'reading']))
  const rows = told.filter(({ step }) => step === 'reading')
  expect(rows.map((one) => one.rows)).toEqual([1, 251, 501, 751, 1001])
  expect(new Set(rows.map(({ of }) => of))).toEqual(new Set([1201]))
})

test('a reading ends when whoever waits for it leaves, and the next one is read', async () => {
  const pool = reading({ workers: 1 })
  const leaving = new AbortController()
  const tell = ({ rows }: ReadingProgress) => void (rows > 0 && leaving.abort())
  await expect(pool.draft({ content: LEDGER, planYear: null }, { tell, gone: leaving.signal })).rejects.toMatchObject({
    code: 'reading_stopped',
  })
  await expect(pool.draft({ content: task('公厕'), planYear: null })).resolves.toBeDefined()
})

test('a file that still waits is not read at all once nobody wants it', async () => {
  const pool = reading({ workers: 1 })
  const first = pool.draft({ content: task('公厕'), planYear: null })
  const leaving = new AbortController()
  const second = pool.draft({ content: task('公园'), planYear: null }, { gone: leaving.signal })
  leaving.abort()
  await expect(second).rejects.toMatchObject({ code: 'reading_stopped' })
  await expect(first).resolves.toBeDefined()
})
