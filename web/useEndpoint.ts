import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
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
