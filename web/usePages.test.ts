import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pageOfList, PageQuery } from '#domain/paging.ts'
import { standardRules } from '#domain/rules/rules.ts'
import { previewSupervisionRules } from '#domain/rules/rules.contract.ts'
import { listTasks } from '#domain/tasks/ledger.contract.ts'
import { pagesOf } from './usePages.ts'

/** A server with so many items that takes a page’s address from the query or from the body. */
function serving(count: number) {
  const items = Array.from({ length: count }, (_, id) => id)
  vi.stubGlobal('fetch', async (address: string, { body }: RequestInit) => {
    const { searchParams } = new URL(address, 'http://qingyuan.example')
    const asked = typeof body === 'string' ? JSON.parse(body) : Object.fromEntries(searchParams)
    return Response.json(pageOfList(items, PageQuery.parse(asked)))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
}

test('a list is read on to its end and no further, whether its page is asked for in the query or in the body', async () => {
  serving(405)
  const client = new QueryClient()
  const all = { pages: Infinity }
  const answers: { items: unknown[]; next: string | null }[][] = [
    (await client.fetchInfiniteQuery({ ...pagesOf(listTasks, { query: { limit: 20 } }), ...all })).pages,
    (
      await client.fetchInfiniteQuery({
        ...pagesOf(previewSupervisionRules, { body: { rules: standardRules('standard'), limit: 20 } }),
        ...all,
      })
    ).pages,
  ]
  for (const pages of answers) {
    expect(pages.flatMap(({ items }) => items)).toHaveLength(405)
    expect(pages.map(({ next }) => next !== null)).toEqual([...Array(20).fill(true), false])
  }
})
