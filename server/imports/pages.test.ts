import { expect, test } from 'vitest'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { DraftPlace, Foresight, QueuedDoubt, SourcePage } from '#domain/imports/pages.contract.ts'
import { importOffice } from '#test/world.imports.ts'

const MARKS = '甲乙丙丁戊己庚辛壬癸'
/** Rows of which every third is led by two, and so waits. */
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const site = `${MARKS[index % 10]}${MARKS[Math.floor(index / 10) % 10]}${MARKS[Math.floor(index / 100) % 10]}`
    const who = index % 3 === 2 ? '牵头单位：区住建局、区财政局；' : '牵头单位：区住建局；'
    return `（${index + 1}）新建${site}片区口袋公园${index + 2}处。（${who}完成时限：2026年9月30日）`
  })
const documentOf = (count: number) => `望川区2026年口袋公园建设计划\n\n一、环境美区\n${rowsOf(count).join('\n')}\n`

async function reviewed(count: number) {
  const place = await importOffice()
  const id = await place.drop(documentOf(count))
  const page = (query: string) => place.got<{ items: DraftView[]; total: number }>(`/api/imports/${id}/drafts?${query}`)
  const next = async (query: string) =>
    (await place.got<{ place: DraftPlace | null }>(`/api/imports/${id}/place?${query}`)).place
  const doubts = (query: string) =>
    place.got<{ items: QueuedDoubt[]; before: number }>(`/api/imports/${id}/doubts?${query}`)
  return { ...place, id, page, next, doubts }
}

test('rows come page by page, each with its number in the whole', async () => {
  const { page } = await reviewed(120)
  const middle = await page('from=50&limit=50')
  expect(middle.total).toBe(120)
  expect(middle.items.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => index + 51))
  expect((await page('from=118&limit=50')).items.map(({ number }) => number)).toEqual([119, 120])
  expect((await page('from=500')).items).toEqual([])
})

test('the next row to look at is found beyond the page, round to the beginning', async () => {
  const { page, next, decide, id } = await reviewed(120)
  const { items } = await page('limit=120')
  const [first, second, third] = items
  expect(await next('to=pending')).toEqual({ draftId: first?.id, index: 0 })
  expect(await next(`to=doubt&of=${first?.id}`)).toEqual({ draftId: third?.id, index: 2 })
  expect(await next(`to=draft&of=${items[99]?.id}`)).toEqual({ draftId: items[99]?.id, index: 99 })
  await decide(id, { kind: 'discard' }, items.slice(1, 119))
  expect(await next(`to=pending&of=${first?.id}`)).toEqual({ draftId: items[119]?.id, index: 119 })
  expect(await next(`to=pending&of=${items[119]?.id}`)).toEqual({ draftId: first?.id, index: 0 })
  await decide(id, { kind: 'discard' }, [...items.slice(0, 1), ...items.slice(119)])
  expect(await next(`to=pending&of=${second?.id}`)).toEqual({ draftId: second?.id, index: 1 })
  expect(await next('to=doubt')).toBeNull()
})

test('the queue of doubts goes on from any row, and says how many stand before', async () => {
  const { doubts, page, got, id } = await reviewed(120)
  const all = await doubts('limit=200')
  expect(all.before).toBe(0)
  const from = await doubts('from=60&limit=5')
  expect(from.items).toHaveLength(5)
  expect(from.items[0]?.number).toBe(60)
  expect(from.before).toBe(all.items.filter(({ number }) => number < 60).length)
  const third = (await page('limit=3')).items[2]
  const path = `/api/imports/${id}/drafts/${third?.id}/doubts/${third?.doubts[0]?.id}/alike`
  expect(await got<{ count: number }>(path)).toEqual({ count: 40 })
})

test('the source comes page by page with the rows that stand there, and is all there', async () => {
  const { got, id } = await reviewed(120)
  const first = await got<SourcePage>(`/api/imports/${id}/source`)
  const pages = await Promise.all(
    Array.from({ length: first.pages }, (_, page) => got<SourcePage>(`/api/imports/${id}/source?page=${page}`)),
  )
  expect(pages.length).toBeGreaterThan(1)
  const lines = pages.flatMap(({ blocks }) => blocks.map(({ text }) => text.trim())).filter((line) => line !== '')
  expect(lines).toEqual(
    documentOf(120)
      .split('\n')
      .filter((line) => line !== ''),
  )
  const numbers = new Set(pages.flatMap(({ rows }) => rows.map(({ number }) => number)))
  expect(numbers.size).toBe(120)
  expect(pages.every(({ rows }) => rows.length < 120)).toBe(true)
})

test('an answer to all alike tells a hundred rows and counts the others', async () => {
  const { page, decide, id } = await reviewed(360)
  const { items } = await page('limit=3')
  const third = items.slice(2)
  const decision = { kind: 'answer', doubtId: third[0]?.doubts[0]?.id, answer: 'leaveEmpty', scope: 'alike' }
  const { body } = await decide(id, decision, third)
  expect(body).toMatchObject({ changedCount: 120, moved: false, refused: [], counts: { openDoubts: 0 } })
  expect(body.done).toHaveLength(100)
})

test('what registering would do is what it does', async () => {
  const { page, decide, confirm, got, id } = await reviewed(12)
  const { items } = await page('limit=12')
  const [, , third] = items
  const decision = { kind: 'answer', doubtId: third?.doubts[0]?.id, answer: 'leaveEmpty', scope: 'alike' }
  await decide(id, decision, items.slice(2, 3))
  const now = (await page('limit=12')).items
  await decide(id, { kind: 'discard' }, now.slice(0, 1))
  await decide(id, { kind: 'accept' }, now.slice(1))
  const foreseen = await got<Foresight>(`/api/imports/${id}/foresight`)
  expect(foreseen).toMatchObject({ registered: 7, drafted: 4, discarded: 1, pending: 0, doubts: 0 })
  expect(foreseen.lacking[0]).toEqual({ number: 3, missing: ['leadUnit', 'leaderInCharge'] })
  expect((await confirm(id)).body.report).toMatchObject({ registered: 7, drafted: 4, discarded: 1 })
})
