import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { getTaskTotals, listTasks, type LedgerGroup, type LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { isCounted } from '#domain/tasks/task.ts'
import { call } from '../api.ts'
import { useRead } from '../useEndpoint.ts'
import { type LedgerAddress, queryOf } from './address.ts'
import { linesOf, type Page, pagesWanted, widen } from './lines.ts'

const PAGE_ROWS = 100
const MOMENT_MS = 30_000

type Totals = Awaited<ReturnType<typeof fetchTotals>>
export type LedgerGroupTotals = Totals['groups'][number]

const fetchTotals = (query: ReturnType<typeof queryOf>, by: LedgerGroup) =>
  call(getTaskTotals, { query: { ...query, by } })
const fetchPage = (query: ReturnType<typeof pageQuery>, after: string, signal?: AbortSignal) =>
  call(listTasks, { query: { ...query, limit: PAGE_ROWS, ...(after && { after }) } }, signal)

const GROUP_FILTERS: Record<LedgerGroup, (key: string) => object> = {
  none: () => ({}),
  pillar: (pillarId) => ({ pillarId }),
  unit: (leadUnitId) => ({ leadUnitId }),
  leader: (leaderId) => ({ leaderId }),
  source: (sourceType) => ({ sourceType }),
}
const NAMED: Record<LedgerGroup, (row: LedgerRow) => boolean> = {
  none: () => false,
  pillar: () => true,
  unit: ({ leadUnit }) => leadUnit !== null,
  leader: ({ leader }) => leader !== null,
  source: () => true,
}

/** What is asked for one group: the filters of the page, and the group itself. */
function pageQuery(address: LedgerAddress, by: LedgerGroup, key: string | null) {
  const query = queryOf(address)
  const order = { sort: address.sort ?? ('code' as const), direction: address.direction ?? ('asc' as const) }
  if (key !== null) return { ...query, ...order, ...GROUP_FILTERS[by](key) }
  if (by === 'none') return { ...query, ...order }
  // What names no unit or no leader is a draft, or was cancelled as one: there is no filter for nothing.
  const states = (address.state ?? ['draft']).filter((state) => !isCounted(state))
  return { ...query, ...order, state: states.join(',') || 'draft' }
}

const pageOptions = (query: ReturnType<typeof pageQuery>, after: string) => ({
  queryKey: [listTasks.operationId, query, after],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(query, after, signal),
  staleTime: MOMENT_MS,
})

/**
 * The ledger as lines: the totals say which groups there are and how long they are, and of each group the pages are
 * fetched that the lines on screen need. `reach` is told by the table as it is scrolled.
 */
export function useLedger(address: LedgerAddress, by: LedgerGroup) {
  const client = useQueryClient()
  const totals = useRead(getTaskTotals, { query: { ...queryOf(address), by } })
  // A group's own totals, however the page is narrowed: a rate belongs to the group, not to the view.
  const whole = useRead(getTaskTotals, { query: { ...(address.planId && { planId: address.planId }), by } })
  const asked = JSON.stringify([address, by])
  const [reached, setReached] = useState<{ asked: string; reach: ReadonlyMap<string | null, number> }>()
  const reach = useMemo(() => (reached?.asked === asked ? reached.reach : new Map()), [reached, asked])
  const groups = useMemo(() => totals.data?.groups ?? [], [totals.data])

  const shownOf = (key: string | null, page: Page): Page =>
    key === null && by !== 'none' ? { ...page, items: page.items.filter((row) => !NAMED[by](row)) } : page
  const pageAt = (key: string | null, after: string): Page | undefined => {
    const page = client.getQueryData<Page>(pageOptions(pageQuery(address, by, key), after).queryKey)
    return page && shownOf(key, page)
  }
  // Groups that are still those of another question name nothing in this one.
  const asking = totals.isPlaceholderData ? [] : groups
  const wanted = asking.flatMap(({ key }, index) => {
    const rows = reach.get(key) ?? (index === 0 ? 1 : 0)
    return rows === 0 ? [] : pagesWanted(rows, (after) => pageAt(key, after)).map((after) => ({ key, after }))
  })
  const pages = useQueries({
    queries: wanted.map(({ key, after }) => pageOptions(pageQuery(address, by, key), after)),
  })
  const stamp = pages.map((page) => page.dataUpdatedAt).join()
  const lines = useMemo(
    () =>
      linesOf(
        groups,
        ({ key }) => {
          const own = pages.flatMap((page, index) => {
            const isOwn = wanted[index]?.key === key && page.data
            return isOwn ? [shownOf(key, page.data)] : []
          })
          const last = own[own.length - 1]
          return { rows: own.flatMap(({ items }) => items), complete: last?.next === null }
        },
        by === 'none' ? 'without heads' : 'with heads',
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- pages change with their stamp
    [groups, stamp, by],
  )
  const extend = useCallback(
    (more: ReadonlyMap<string | null, number>) =>
      setReached((before) => {
        const known = before?.asked === asked ? before.reach : new Map<string | null, number>()
        const wider = widen(known, more)
        return wider === before?.reach ? before : { asked, reach: wider }
      }),
    [asked],
  )
  /** Fetches what is not there yet, and gives all rows in their order: for paper and for selecting all. */
  const loadAll = async (): Promise<LedgerRow[]> => {
    const all: LedgerRow[] = []
    for (const { key } of groups) {
      for (let after: string | null = ''; after !== null;) {
        const page: Page = await client.fetchQuery(pageOptions(pageQuery(address, by, key), after))
        all.push(...shownOf(key, page).items)
        after = page.next
      }
    }
    extend(new Map(groups.map(({ key, taskCount }) => [key, taskCount])))
    return all
  }
  return {
    total: totals.data?.total,
    wholeOf: (key: string | null) => whole.data?.groups.find((group) => group.key === key),
    lines,
    extend,
    loadAll,
    error: totals.error ?? pages.find((page) => page.error)?.error ?? null,
    isStale: totals.isPlaceholderData,
    isPending: totals.isPending,
    retry: () => void client.invalidateQueries(),
  }
}
export type Ledger = ReturnType<typeof useLedger>
