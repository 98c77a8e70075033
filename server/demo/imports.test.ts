import { expect, test } from 'vitest'
import { demoWorld } from '#test/world.demo.ts'

test('the demo shows documents that were registered, one that waits with doubts, and how well they were read', async () => {
  const { as } = await demoWorld()
  const office = await as('supervisionOffice')
  const { items } = (await office.get('/api/imports')).body
  const [open, ...registered] = items as { state: string; id: string; counts: Record<string, number> }[]
  expect(open?.state).toBe('review')
  expect(registered.length).toBeGreaterThanOrEqual(2)
  expect(new Set(registered.map(({ state }) => state))).toEqual(new Set(['confirmed']))
  const doubts = (await office.get(`/api/imports/${open?.id}/doubts`)).body
  expect(doubts.items.length).toBeGreaterThanOrEqual(3)
  const quality = (await office.get('/api/reading-quality')).body
  expect(quality.total.documents).toBe(registered.length)
  expect(quality.total.found).toBeGreaterThanOrEqual(20)
  expect(quality.total.asRead).toBeGreaterThan(quality.total.edited)
  const drafts = (await office.get(`/api/imports/${registered[0]?.id}/drafts?limit=50`)).body.items
  expect(drafts.every((draft: { state: string; task: object | null }) => draft.state !== 'pending')).toBe(true)
})
