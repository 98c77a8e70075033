import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Endpoint } from '#domain/endpoint.ts'
import { call } from './api.ts'

type Page = { items: unknown[]; next: string | null }
type Asked = { query: { after?: string | undefined } }

/**
 * A list that comes in pages: its items so far, and the way to the next ones. The former list stays on screen while
 * another is fetched.
 */
export function usePages<Sent extends Asked, Answer extends Page>(
  endpoint: Endpoint<Sent, any, any, Answer>,
  sent: NoInfer<Sent>,
) {
  const pages = useInfiniteQuery({
    queryKey: [endpoint.operationId, 'pages', sent],
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, { ...sent, query: { ...sent.query, ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page: Answer) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const items: Answer['items'] | undefined = pages.data?.pages.flatMap((page) => page.items)
  return { ...pages, items }
}
