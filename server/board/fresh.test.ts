import { expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'
import { freshAnswer } from './fresh.queries.ts'

test('an answer that many ask for at once is worked out once, and anew after a change that came meanwhile', async () => {
  const { db, organizationId, inProgress } = await district()
  let worked = 0
  const ask = (meanwhile: () => Promise<unknown> = async () => undefined) =>
    freshAnswer(db, organizationId, 'a test of its own', async () => {
      const answer = String(++worked)
      await meanwhile()
      return answer
    })
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(['1', '1', '1', '1'])
  await inProgress()
  let late: Promise<string> | undefined
  const first = ask(async () => {
    await inProgress()
    late = ask()
  })
  expect(await first).toBe('2')
  expect(await late).toBe('3')
})

test('work that fails is tried again by whoever waited for it', async () => {
  const { db, organizationId } = await district()
  const failing = freshAnswer(db, organizationId, 'failing', async () => Promise.reject(new Error('lost')))
  const waiting = freshAnswer(db, organizationId, 'failing', async () => 'there')
  await expect(failing).rejects.toThrow('lost')
  expect(await waiting).toBe('there')
})
