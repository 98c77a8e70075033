import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Endpoint } from '#domain/endpoint.ts'
import { call } from '#web/api.ts'

type Page<Item> = { items: Item[]; next: string | null }
type Asked<Query> = { query: Query & { after?: string | undefined } }

/** A list that comes in pages: its items so far, and the way to the next ones. */
export function usePages<Query extends object, Item>(
  endpoint: Endpoint<Asked<Query>, any, any, Page<Item>>,
  query: NoInfer<Query>,
) {
  const pages = useInfiniteQuery({
    queryKey: [endpoint.operationId, 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, { query: { ...query, ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page: Page<Item>) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...pages, items: pages.data?.pages.flatMap((page) => page.items) }
}
