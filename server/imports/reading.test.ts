import { afterEach, expect, test } from 'vitest'
import { openReading, type Reading, type ReadingLimits } from './reading.ts'

const opened: Reading[] = []
function reading(limits: Partial<ReadingLimits> = {}): Reading {
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
  await expect(pool.draft({ content: heavy, planYear: null })).rejects.toMatchObject({ code: 'file_zip_bomb' })
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
