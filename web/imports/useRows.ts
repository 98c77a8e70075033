import { type QueryClient, queryOptions, useQueries } from '@tanstack/react-query'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { listDrafts } from '#domain/imports/pages.contract.ts'
import { call } from '#web/api.ts'

/** Rows that are asked for at a time. */
const PAGE = 50

export type Same = 'with' | 'without'
export type RowsOf = { importId: string; same: Same }

/** One page of rows, by its number from 0. */
function pageOptions({ importId, same }: RowsOf, page: number) {
  const sent = { params: { importId }, query: { from: page * PAGE, limit: PAGE, same } }
  return queryOptions({
    queryKey: [listDrafts.operationId, sent],
    queryFn: ({ signal }) => call(listDrafts, sent, signal),
    staleTime: 60_000,
  })
}

/** The rows at these places, as far as they have come; the pages that hold them are asked for. */
export function useRows(of: RowsOf, indexes: readonly number[]): (index: number) => DraftView | undefined {
  const pages = [...new Set(indexes.filter((index) => index >= 0).map((index) => Math.floor(index / PAGE)))]
  const answers = useQueries({ queries: pages.map((page) => pageOptions(of, page)) })
  const known = new Map(pages.map((page, at) => [page, answers[at]?.data?.items]))
  return (index) => known.get(Math.floor(index / PAGE))?.[index % PAGE]
}

/** The row at a place, from what is there or from the server. */
export async function rowAt(client: QueryClient, of: RowsOf, index: number): Promise<DraftView | undefined> {
  const { items } = await client.ensureQueryData(pageOptions(of, Math.floor(index / PAGE)))
  return items[index % PAGE]
}
