import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Endpoint } from '#domain/endpoint.ts'
import { call } from './api.ts'

type Page = { items: unknown[]; next: string | null }
type Asked = { query: { after?: string | undefined } } | { body: { after?: string | undefined } }

const askFrom = <Sent extends Asked>(sent: Sent, after: string): Sent => {
  if (after === '') return sent
  return 'body' in sent ? { ...sent, body: { ...sent.body, after } } : { ...sent, query: { ...sent.query, after } }
}

/** How a list is read page by page, to its end: what a form would do is asked for in the body, any other in the query. */
export const pagesOf = <Sent extends Asked, Answer extends Page>(
  endpoint: Endpoint<Sent, any, any, Answer>,
  sent: NoInfer<Sent>,
) =>
  infiniteQueryOptions({
    queryKey: [endpoint.operationId, 'pages', sent],
    queryFn: ({ pageParam, signal }) => call(endpoint, askFrom(sent, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: (page: Answer) => page.next ?? undefined,
  })

/**
 * A list that comes in pages: its items so far, and the way to the next ones. The former list stays on screen while
 * another is fetched.
 */
export function usePages<Sent extends Asked, Answer extends Page>(
  endpoint: Endpoint<Sent, any, any, Answer>,
  sent: NoInfer<Sent>,
) {
  const pages = useInfiniteQuery({ ...pagesOf(endpoint, sent), placeholderData: keepPreviousData })
  const items: Answer['items'] | undefined = pages.data?.pages.flatMap((page) => page.items)
  return { ...pages, items }
}
