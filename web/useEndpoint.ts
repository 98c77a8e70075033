import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Endpoint } from '#domain/endpoint.ts'
import { call } from './api.ts'

/** Reads an endpoint; the former answer stays on screen while the next one is fetched. */
export const useRead = <Sent, Answer>(
  endpoint: Endpoint<Sent, any, any, Answer>,
  sent: NoInfer<Sent>,
  options: { enabled?: boolean; staleTime?: number } = {},
) =>
  useQuery({
    queryKey: [endpoint.operationId, sent],
    queryFn: ({ signal }) => call(endpoint, sent, signal),
    placeholderData: keepPreviousData,
    ...options,
  })

/** Changes through an endpoint; on success everything on screen is read again, since a fact moves many figures. */
export function useChange<Sent, Answer>(endpoint: Endpoint<Sent, any, any, Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sent: Sent) => call(endpoint, sent),
    onSuccess: () => client.invalidateQueries(),
  })
}

/**
 * Puts what a change has answered into what was read before. An answer still on its way was asked for before the change
 * and would bring the former state back, so it is asked for once more.
 */
export function putInto<Answer>(client: QueryClient, queryKey: unknown[], change: (before: Answer) => Answer): void {
  const isOnItsWay = client.isFetching({ queryKey }) > 0
  client.setQueryData<Answer>(queryKey, (before) => before && change(before))
  if (isOnItsWay) void client.invalidateQueries({ queryKey })
}
